// Everything about the chosen statement or argument.

const detail = make("section", { id: "detail", "aria-labelledby": "detail-heading" });
const HEADINGS = [
  ["from", "support", "Supports"], ["from", "entails", "Entails"], ["from", "attack", "Attacks"],
  ["from", "undercut", "Undercuts a step of"], ["from", "contrary", "Cannot be true together with"],
  ["from", "contradictory", "Contradicts"], ["from", "premise", "Is a premise of"],
  ["into", "support", "Supported by"], ["into", "entails", "Entailed by"], ["into", "attack", "Attacked by"],
  ["into", "undercut", "Undercut by"], ["into", "premise", "Rests on"],
];
const LABELS = { in: "stands", out: "falls", undecided: "is undecided" };

function linkTo(index) {
  const link = make("a", { href: `#${entities[index].id}`, lang: entities[index].lang || null }, nameOf(index));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    choose(index, { from: "link" });
    detail.querySelector("h2").focus();
  });
  return link;
}

function listOf(heading, indices, class_) {
  if (!indices.length) return null;
  const items = [...new Set(indices)].map((index) => make("li", {}, linkTo(index)));
  return make("div", { class: `ties ${class_}` }, make("h3", {}, heading), make("ul", {}, ...items));
}

function relationsOf(index) {
  const found = { from: tiesFrom[index].map((tie) => ({ ...tie })), into: tiesInto[index].map((tie) => ({ ...tie })) };
  const mutual = found.into.filter((tie) => isMutual(tie.kind));
  found.from.push(...mutual);
  const cards = drawnIn[index].filter(([, port]) => port !== null).map(([number]) => boxes[number]);
  const own = drawnIn[index].find(([, port]) => port === null);
  const rows = own ? (boxes[own[0]].parts || []).filter(([, inside]) => inside >= 0) : [];
  const lists = HEADINGS.map(([way, kind, heading]) => {
    const tied = way === "into" && isMutual(kind) ? [] : found[way].filter((tie) => tie.kind === kind);
    return listOf(heading, tied.map((tie) => tie.entity), kind);
  });
  return [
    listOf("Stands in the argument", cards.map((box) => box.entity), "premise"),
    listOf("Consists of", rows.map(([, inside]) => inside), "premise"),
    ...lists,
  ];
}

function quoteIn([before, words, after, place]) {
  return make(
    "figure",
    {},
    make("blockquote", { dir: "auto" }, before, make("mark", {}, words), after),
    place ? make("figcaption", {}, place) : null,
  );
}

function findingBlock(number) {
  const finding = data.findings[number];
  return make(
    "li",
    { class: `finding ${finding.severity}`, "data-finding": number },
    make("p", {}, make("span", { class: "note" }, finding.severity), " ", make("strong", {}, `${finding.code} ${finding.name}`), finding.expected ? " (announced by the map)" : ""),
    make("p", {}, finding.message),
    finding.help ? make("p", { class: "help" }, ...marked(finding.help)) : null,
    finding.place ? make("p", {}, make("code", {}, finding.place)) : null,
    rulePage(finding.code),
  );
}

function chipsOf(entity) {
  const words = [
    entity.thesis && "main claim", entity.unstated && "unstated", entity.unsupported && "no support yet",
    ...(entity.sides || []).map((side) => `side: ${side}`), ...(entity.tags || []).map((tag) => `#${tag}`),
  ].filter(Boolean);
  return words.length ? make("p", { class: "chips" }, ...words.map((each) => make("span", { class: "note" }, each))) : null;
}

function showDetail(index) {
  const entity = entities[index];
  const item = placesOf[index][0];
  const said = item ? item.querySelector(":scope > p > .said").textContent : "";
  const lang = entity.lang || null;
  const findings = entity.findings || [];
  const notes = (entity.data || []).flatMap(([key, value]) => [make("dt", {}, key), make("dd", {}, value)]);
  const who = (entity.speakers || []).join(", ");
  const heading = make("h2", { id: "detail-heading", tabindex: "-1", lang, dir: "auto" }, entity.title || nameOf(index));
  detail.replaceChildren(
    heading,
    entity.text && entity.title ? make("p", { class: "wording", lang, dir: "auto" }, entity.text) : "",
    said ? make("p", { class: "how" }, said) : "",
    who || entity.voice ? make("p", { class: "speaker" }, make("b", {}, who || "Said"), entity.voice ? `, ${entity.voice}` : "") : "",
    chipsOf(entity) || "",
    supposing(index) || "",
    ...(entity.quotes || []).map((number) => quoteIn(data.passages[number])),
    findings.length ? make("h3", {}, findings.length === 1 ? "A finding" : `${findings.length} findings`) : "",
    findings.length ? make("ul", { class: "findings" }, ...findings.map(findingBlock)) : "",
    ...relationsOf(index).filter(Boolean),
    notes.length ? make("h3", {}, "Noted in the map") : "",
    notes.length ? make("dl", {}, ...notes) : "",
    make("p", { class: "permalink" }, make("a", { href: `#${entity.id}` }, `Link to this ${entity.kind === "argument" ? "argument" : "claim"}`), copyLink(entity)),
  );
  detail.scrollTop = 0;
}

function copyLink(entity) {
  if (!navigator.clipboard) return null;
  const address = `${location.href.split("#")[0]}#${entity.id}`;
  return makeButton("Copy", "Copy the link", async () => {
    try {
      await navigator.clipboard.writeText(address);
      tell("The link is copied.");
    } catch {
      tell("The browser did not allow copying; the link is in the address line.");
    }
  });
}

onChoice((index, how) => {
  showDetail(index);
  if (how.detail) {
    showPanel("detail");
    detail.querySelector("h2").focus();
  }
});
