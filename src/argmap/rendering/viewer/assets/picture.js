// The whole map as it was drawn, in which folded boxes are hidden and the chosen one is framed.

class Picture {
  constructor(plane) {
    this.plane = plane;
    this.svg = plane.querySelector("svg");
    this.graph = this.svg.querySelector(".graph");
    const [, , width, height] = this.svg.getAttribute("viewBox").split(" ").map(Number);
    this.size = { width, height };
    this.svg.setAttribute("width", width);
    this.svg.setAttribute("height", height);
    const [, left, top] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(this.graph.getAttribute("transform")) || [0, 0, 0];
    this.origin = { x: Number(left), y: Number(top) };
    this.nodes = boxes.map((box) => document.getElementById(`map-${box.id}`));
    this.numbers = new Map(this.nodes.map((node, number) => [node, number]));
    const ids = new Map(boxes.map((box, number) => [box.id, number]));
    // What ends where premises are joined leads on to a box; only the last stretch has no source.
    const drawn = [...this.graph.querySelectorAll(".edge")];
    const joins = new Map(drawn.map(({ dataset }) => [dataset.source, dataset.target]).filter(([source]) => !ids.has(source)));
    this.edges = drawn.map((element) => {
      const { source, target } = element.dataset;
      return { element, source: ids.get(source), target: ids.get(joins.get(target) ?? target), join: ids.has(target) ? null : target };
    });
    this.stems = this.edges.filter(({ source }) => source === undefined);
    this.edges = this.edges.filter(({ source }) => source !== undefined);
    this.signs = new Map([...this.graph.querySelectorAll("g.sign")].map((sign) => [sign.dataset.edge, sign]));
    this.visible = new Set(boxes.keys());
    this.marks = makeSvg("g", { class: "marks" });
    this.badges = makeSvg("g", { class: "badges" });
    this.frame = makeSvg("rect", { class: "chosen", rx: 7 });
    this.graph.append(this.marks, this.badges, this.frame);
    this.svg.setAttribute("aria-hidden", "true");
    this.svg.removeAttribute("role");
    this.svg.removeAttribute("aria-labelledby");
    for (const title of this.svg.querySelectorAll("title")) title.remove(); // no tooltips over the map
  }

  // The area of a box, or of a row in it, on the plane.
  area(number, port = null) {
    const box = boxes[number];
    let [x, y, width, height] = box.area;
    const found = port && (box.ports || []).find(([name]) => name === port);
    if (found) [y, height] = [y + found[1], found[2] - found[1]];
    return { x: x + this.origin.x, y: y + this.origin.y, width, height };
  }

  areaOf(index) {
    const shown = drawnIn[index].find(([number]) => this.visible.has(number)) || drawnIn[index][0];
    return shown ? this.area(...shown) : null;
  }

  around(numbers) {
    const areas = [...numbers].map((number) => this.area(number));
    if (!areas.length) return { x: 0, y: 0, ...this.size };
    const x = Math.min(...areas.map((area) => area.x));
    const y = Math.min(...areas.map((area) => area.y));
    return {
      x,
      y,
      width: Math.max(...areas.map((area) => area.x + area.width)) - x,
      height: Math.max(...areas.map((area) => area.y + area.height)) - y,
    };
  }

  // Show what is unfolded; return whether anything changed.
  refresh(shown) {
    const visible = new Set([...boxes.keys()].filter((number) => this.isAmong(number, shown)));
    const before = this.visible;
    this.visible = visible;
    const changed = before.size !== visible.size || [...visible].some((number) => !before.has(number));
    this.nodes.forEach((node, number) => node && node.classList.toggle("folded", !visible.has(number)));
    const joined = new Set(); // where premises that can be seen are joined
    for (const { element, source, target, join } of this.edges) {
      const isHidden = !visible.has(source) || !visible.has(target);
      if (join && !isHidden) joined.add(join);
      element.classList.toggle("folded", isHidden);
      const sign = this.signs.get(element.id);
      if (sign) sign.classList.toggle("folded", isHidden);
    }
    for (const { element } of this.stems) element.classList.toggle("folded", !joined.has(element.dataset.source));
    for (const junction of this.graph.querySelectorAll(".node.junction")) {
      junction.classList.toggle("folded", !joined.has(junction.id.slice(4)));
    }
    this.count();
    for (const group of this.graph.querySelectorAll(".group")) {
      group.classList.toggle("folded", visible.size < boxes.length);
    }
    return changed;
  }

  isAmong(number, shown) {
    const box = boxes[number];
    return shown.has(box.entity) || (box.parts || []).some(([, inside]) => inside >= 0 && shown.has(inside));
  }

  // Tell at each box how many others hang on it and are folded away.
  count() {
    this.badges.replaceChildren();
    const hidden = new Map();
    for (const { source, target } of this.edges) {
      if (this.visible.has(target) && !this.visible.has(source)) {
        hidden.set(target, (hidden.get(target) || new Set()).add(source));
      }
    }
    for (const [number, sources] of hidden) {
      const [x, y, width, height] = boxes[number].area;
      const words = `+${sources.size}`;
      const badge = makeSvg(
        "g",
        { class: "badge", transform: `translate(${x + width / 2} ${y + height + 11})`, "data-box": number },
        makeSvg("rect", { x: -17, y: -12, width: 34, height: 24, rx: 12 }),
        makeSvg("text", { y: 4.5, "text-anchor": "middle", "font-size": 12, "font-weight": "bold" }, words),
      );
      this.badges.append(badge);
    }
  }

  // Frame the chosen entity and light its edges.
  choose(index) {
    const area = this.areaOf(index);
    this.frame.classList.toggle("folded", !area);
    if (area) {
      const gap = 3;
      const place = { x: area.x - this.origin.x - gap, y: area.y - this.origin.y - gap, width: area.width + 2 * gap, height: area.height + 2 * gap };
      for (const [name, value] of Object.entries(place)) this.frame.setAttribute(name, value);
    }
    const own = new Set(drawnIn[index].filter(([, port]) => port === null).map(([number]) => number));
    for (const { element, source, target } of this.edges) {
      element.classList.toggle("lit", own.has(source) || own.has(target));
    }
  }

  dim(matches) {
    this.nodes.forEach((node, number) => {
      if (node) node.classList.toggle("dim", Boolean(matches) && !this.isAmong(number, matches));
    });
    for (const { element, source } of this.edges) {
      element.classList.toggle("dim", Boolean(matches) && !this.isAmong(source, matches));
    }
    for (const { element, target } of this.stems) {
      element.classList.toggle("dim", Boolean(matches) && !this.isAmong(target, matches));
    }
  }

  // changes: entity → "falls", "stands" or "is undecided"; supposed: entity → "true" or "false"
  mark(changes, supposed) {
    this.marks.replaceChildren();
    const told = new Map([...changes].map(([index, words]) => [index, [words, `change ${words.split(" ").pop()}`]]));
    for (const [index, value] of supposed) told.set(index, [`supposed ${value}`, `supposed ${value}`]);
    for (const [index, [words, kind]] of told) {
      for (const [number, port] of drawnIn[index]) {
        if (!this.visible.has(number)) continue;
        const area = this.area(number, port);
        const x = area.x - this.origin.x;
        const y = area.y - this.origin.y;
        const wide = words.length * 6.4 + 18;
        this.marks.append(makeSvg(
          "g",
          { class: `mark ${kind}` },
          makeSvg("rect", { class: "edge-of", x: x + 1.5, y: y + 1.5, width: area.width - 3, height: area.height - 3, rx: 6 }),
          makeSvg("rect", { class: "chip", x: x + area.width - wide + 6, y: y - 14, width: wide, height: 19, rx: 9.5 }),
          makeSvg("text", { x: x + area.width - wide / 2 + 6, y: y - 0.5, "text-anchor": "middle", "font-size": 11, "font-weight": "bold" }, words),
        ));
      }
    }
  }

  // The entity at an event: a row of a card, or a box.
  at(event) {
    const badge = event.target.closest(".badge");
    if (badge) return { badge: Number(badge.dataset.box) };
    const node = event.target.closest(".node");
    const number = this.numbers.get(node);
    if (number === undefined) return null;
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.graph.getScreenCTM().inverse());
    const y = point.y - boxes[number].area[1];
    const port = (boxes[number].ports || []).find(([, top, bottom]) => y >= top && y < bottom);
    const part = port && (boxes[number].parts || []).find(([name, inside]) => name === port[0] && inside >= 0);
    return { entity: part ? part[1] : boxes[number].entity };
  }
}
