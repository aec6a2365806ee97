// The page of a rule: blocks of text in which `code` is marked.

function marked(words) {
  return words.split("`").map((part, place) => (place % 2 ? make("code", {}, part) : part));
}

function rulePage(code) {
  const found = data.rules.find(([name]) => name === code);
  if (!found || !found[1].length) return null;
  const blocks = found[1].map(([kind, words]) => {
    if (kind === "code") return make("pre", { tabindex: "0", role: "region", "aria-label": "Example" }, make("code", {}, words));
    return make(kind === "h" ? "h5" : "p", {}, ...marked(words));
  });
  return make("details", { class: "rule" }, make("summary", {}, `What ${code} looks for, and why`), ...blocks);
}
