// What the keys do.

const KEYS = [
  ["↑ ↓", "in the map: to what it supports, to its first reason"],
  ["← →", "in the map: to its neighbours"],
  ["Enter", "to the detail"],
  ["Space", "fold or unfold"],
  ["/", "search; Enter goes to the next match"],
  ["f", "only this claim and what is below it"],
  ["n", "the neighbourhood, or the whole map"],
  ["+ − 0", "larger, smaller, all of it"],
  ["Shift + arrows", "move the map"],
  ["c", "next finding"],
  ["w", "what if: false, true, as written"],
  ["r", "forget all suppositions"],
  ["o", "to the outline"],
  ["m", "to the map"],
  ["d", "to the detail"],
  ["?", "this help"],
  ["Esc", "back: out of a search, a focus, a filter, then the way you came"],
];

const help = make("dialog", { id: "help", "aria-labelledby": "help-heading" });
let singleKeys = true;

function openHelp() {
  if (!help.isConnected) {
    const rows = KEYS.map(([keys, words]) => make("tr", {}, make("th", { scope: "row" }, make("kbd", {}, keys)), make("td", {}, words)));
    const box = make("input", { type: "checkbox" });
    box.checked = true;
    box.addEventListener("change", () => { singleKeys = box.checked; });
    help.append(
      make("h2", { id: "help-heading", tabindex: "-1" }, "Keys"),
      make("table", {}, ...rows),
      make("p", {}, "In the outline, letters jump to titles; there, hold Shift for the keys of one letter. Arrows fold and unfold it, * unfolds a level."),
      make("p", {}, make("label", {}, box, " Use keys of one letter")),
      makeButton("Close", "Close the help", () => help.close()),
    );
    document.body.append(help);
  }
  help.showModal();
  help.querySelector("h2").focus();
}
