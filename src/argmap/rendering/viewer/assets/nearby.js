// The neighbourhood of one box, built when it is asked for: what it supports, and two levels of
// reasons. A map of thousands is walked through in such views.

const MOST_ABOVE = 4;
const MOST_BELOW = 8;
const MOST_UNDER = 5;
const SIGNS = {
  support: "+", entails: "+", attack: "−", contrary: "−", contradictory: "−", undercut: "×", premise: "•",
};
const VERBS = {
  support: "supports", entails: "entails", attack: "attacks", contrary: "contrary to",
  contradictory: "contradicts", undercut: "undercuts", premise: "premise of",
};
const KIND_ORDER = ["premise", "support", "entails", "attack", "contrary", "contradictory", "undercut"];

// For each box: which boxes hang on it, and on which it hangs, each with the part it is about.
const boxesInto = boxes.map(() => []);
const boxesFrom = boxes.map(() => []);

function prepareNearby() {
  const home = (index) => drawnIn[index][0];
  const link = (kind, source, target, about) => {
    if (source === target) return;
    boxesInto[target].push({ kind, box: source, about });
    boxesFrom[source].push({ kind, box: target, about });
  };
  for (const [kind, source, target, step] of data.ties) {
    if (!home(source) || !home(target)) continue;
    const [from] = home(source);
    const [to, port] = home(target);
    const part = (boxes[to].parts || []).find(([name]) => name === port);
    const about = step !== undefined ? "a step" : part ? `premise ${part[2]}` : "";
    link(kind, from, to, about);
    if (isMutual(kind)) link(kind, to, from, "");
  }
  boxes.forEach((box, number) => {
    for (const [, inside, printed] of box.parts || []) {
      if (inside >= 0 && home(inside)[0] !== number && home(inside)[1] === null) {
        link("premise", home(inside)[0], number, `number ${printed}`);
      }
    }
  });
  for (const list of boxesInto) {
    list.sort((one, other) => KIND_ORDER.indexOf(one.kind) - KIND_ORDER.indexOf(other.kind));
  }
}

class Nearby {
  constructor() {
    this.plane = make("div", { class: "nearby", "aria-hidden": "true" });
    this.size = { width: 1, height: 1 };
    this.cards = new Map();
    this.centre = -1;
    this.changes = new Map();
    this.supposed = new Map();
  }

  // Build the neighbourhood of an entity; nothing if it is there already.
  show(index) {
    const number = drawnIn[index][0] ? drawnIn[index][0][0] : -1;
    if (number < 0 || number === this.centre) return false;
    this.centre = number;
    this.cards.clear();
    const seen = new Set([number]);
    const take = (links, most) => {
      const fresh = links.filter((link) => !seen.has(link.box) && seen.add(link.box));
      return { kept: fresh.slice(0, most), left: fresh.length - most };
    };
    const above = take(boxesFrom[number], MOST_ABOVE);
    const below = take(boxesInto[number], MOST_BELOW);
    const centre = this.card(number, null, below.left, above.kept);
    const parents = above.kept.map((link) => this.card(link.box, null, 0, [], link.kind));
    const reasons = below.kept.map((link) => {
      const under = take(boxesInto[link.box], MOST_UNDER);
      const card = this.card(link.box, link, under.left);
      card.below = under.kept.map((each) => this.card(each.box, each, boxesInto[each.box].length));
      return card;
    });
    this.plane.replaceChildren(...[centre, ...parents, ...reasons, ...reasons.flatMap((each) => each.below)].map((each) => each.element));
    centre.element.classList.add("centre");
    this.parts = { above: parents, centre, below: reasons };
    this.arrange();
    this.mark(this.changes, this.supposed);
    return true;
  }

  // All heights are read at once, then all places written.
  arrange() {
    for (const card of this.cards.values()) {
      card.width = card.element.offsetWidth;
      card.height = card.element.offsetHeight;
    }
    if (!this.parts || !this.parts.centre.width) return;
    const { width, height, lines } = layOut(this.parts);
    this.size = { width, height };
    for (const card of this.cards.values()) {
      card.element.style.transform = `translate(${card.x}px, ${card.y}px)`;
    }
    const drawing = makeSvg("svg", { class: "lines", width: width + 20, height: height + 20 });
    for (const { kind, points, isBranch } of lines) {
      const [x, y] = points[points.length - 1];
      const drawn = isBranch ? points : [...points.slice(0, -1), [x, y + 8]]; // the head covers the rest
      drawing.append(makeSvg(
        "g",
        { class: `edge ${kind}` },
        makeSvg("path", { d: `M${drawn.map((point) => point.join(" ")).join("L")}` }),
        isBranch ? null : makeSvg("path", { class: "head", d: `M${x} ${y}l-5 10h10z` }),
      ));
    }
    this.plane.prepend(drawing);
    this.plane.style.width = `${width}px`;
    this.plane.style.height = `${height}px`;
  }

  card(number, link, left, above = [], kind = link ? link.kind : "") {
    const box = boxes[number];
    const entity = entities[box.entity];
    const element = make("div", { class: `card ${entity.kind} ${box.role || ""} ${entity.thesis ? "thesis" : ""}`, "data-e": box.entity, "data-box": number });
    const relate = (tie, words) => {
      const told = `${VERBS[tie.kind]}${tie.about ? ` ${tie.about}` : ""}${words}`;
      element.append(make("div", { class: `relation ${tie.kind}` }, make("b", {}, SIGNS[tie.kind]), ` ${told}`));
    };
    if (link) relate(link, "");
    for (const tie of above) relate(tie, `${tie.about ? " of" : ""} ${nameOf(boxes[tie.box].entity)}`);
    if (box.hue) {
      const [line, tint, tag] = box.hue;
      element.style.borderColor = line;
      element.style.background = tint;
      if (tag) element.append(make("div", { class: "tag" }, tag));
    }
    const lang = entity.lang || null;
    if (entity.thesis) element.append(make("div", { class: "tag" }, "MAIN CLAIM"));
    if (entity.title) element.append(make("div", { class: "head", lang, dir: "auto" }, entity.title));
    if (entity.text && !box.parts) element.append(make("div", { class: "text", lang, dir: "auto" }, entity.text));
    for (const [, inside, printed] of box.parts || []) {
      if (inside < 0) {
        element.append(make("div", { class: "strip" }, printed ? `because · ${printed}` : "because"));
        continue;
      }
      const row = entities[inside];
      element.append(make(
        "div",
        { class: `row${row.unstated ? " unstated" : ""}${row.unsupported ? " unsupported" : ""}`, "data-e": inside },
        make("span", { class: "number" }, String(printed)),
        make("span", { lang: row.lang || null, dir: "auto" }, row.text || row.title),
        row.unstated ? make("span", { class: "tag" }, " UNSTATED") : null,
        row.unsupported ? make("span", { class: "tag" }, " NO SUPPORT YET") : null,
      ));
    }
    if (!box.parts && entity.unstated) element.append(make("div", { class: "tag" }, "UNSTATED"));
    if (!box.parts && entity.unsupported) element.append(make("div", { class: "tag" }, "NO SUPPORT YET"));
    if (box.group !== undefined && number === this.centre) element.append(make("div", { class: "tag" }, data.groups[box.group]));
    if (left > 0) element.append(make("div", { class: "more", "data-e": box.entity }, `+${left} more`));
    const card = { element, number, kind, x: 0, y: 0, width: 0, height: 0, below: [] };
    this.cards.set(number, card);
    return card;
  }

  areaOf(index) {
    const place = drawnIn[index].find(([number]) => this.cards.has(number));
    if (!place) return null;
    const { x, y, width, height } = this.cards.get(place[0]);
    return { x, y, width, height };
  }

  choose(index) {
    for (const element of this.plane.querySelectorAll(".card, .row")) {
      element.classList.toggle("chosen", Number(element.dataset.e) === index);
    }
  }

  dim(matches) {
    for (const { element, number } of this.cards.values()) {
      const own = [boxes[number].entity, ...(boxes[number].parts || []).map((part) => part[1])];
      element.classList.toggle("dim", Boolean(matches) && !own.some((index) => matches.has(index)));
    }
  }

  mark(changes, supposed) {
    this.changes = changes;
    this.supposed = supposed;
    for (const old of this.plane.querySelectorAll(".mark")) old.remove();
    for (const element of this.plane.querySelectorAll(".card, .row")) {
      const index = Number(element.dataset.e);
      const value = supposed.get(index);
      const words = value ? `supposed ${value}` : changes.get(index);
      if (words) element.append(make("span", { class: `mark ${words.split(" ").pop()}` }, words));
    }
  }

  at(event) {
    const more = event.target.closest(".more");
    if (more) return { entity: Number(more.dataset.e), more: true };
    const element = event.target.closest(".row, .card");
    return element ? { entity: Number(element.dataset.e) } : null;
  }
}
