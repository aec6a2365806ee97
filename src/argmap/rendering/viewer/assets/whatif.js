// Supposes that claims are false or true, and shows what would stand and fall then. The labels are
// those of `argmap whatif`.

const supposed = new Map(); // entity → "true" or "false"
const asDrawn = data.labels ? computeLabels(data.labels, [], []) : new Map();
let changed = new Map(); // entity → what happens to it

function suppose(index, value) {
  if (value) supposed.set(index, value);
  else supposed.delete(index);
  work();
  const name = nameOf(index);
  const others = [...changed.keys()].filter((each) => each !== index);
  const told = others.slice(0, 4).map((each) => `${nameOf(each)} ${changed.get(each)}`);
  const rest = others.length > 4 ? `, and ${others.length - 4} more` : "";
  tell(`${name}: ${value ? `supposed ${value}` : "as written"}. ${told.length ? `${told.join(", ")}${rest}` : "Nothing else changes"}.`);
}

function forgetSuppositions() {
  if (!supposed.size) return false;
  supposed.clear();
  work();
  tell("All is as written again.");
  return true;
}

function work() {
  const keys = (value) => [...supposed].filter(([, each]) => each === value).map(([index]) => entities[index].key);
  const labels = supposed.size ? computeLabels(data.labels, keys("false"), keys("true")) : asDrawn;
  const before = changed;
  changed = new Map();
  for (const [key, label] of labels) {
    const index = indexOfKey.get(key);
    if (index !== undefined && label !== asDrawn.get(key)) changed.set(index, LABELS[label]);
  }
  for (const index of new Set([...before.keys(), ...changed.keys(), ...supposed.keys(), ...lastSupposed])) markItems(index);
  lastSupposed = [...supposed.keys()];
  markChanges();
  listChanges();
  if (chosen.entity >= 0) {
    const hadFocus = document.activeElement && document.activeElement.name === "supposed";
    const scrolled = detail.scrollTop;
    showDetail(chosen.entity);
    detail.scrollTop = scrolled;
    const picked = detail.querySelector('input[name="supposed"]:checked');
    if (hadFocus && picked) picked.focus();
  }
}

let lastSupposed = [];

function markItems(index) {
  const value = supposed.get(index);
  const words = value ? `supposed ${value}` : changed.get(index);
  for (const item of placesOf[index]) {
    item.dataset.change = words ? words[0].toUpperCase() + words.slice(1) : "";
    const line = item.firstElementChild;
    const old = line.querySelector(".mark");
    if (old) old.remove();
    if (words) line.append(make("span", { class: `mark ${words.split(" ").pop()}` }, words));
    if (item.hasAttribute("aria-label")) item.setAttribute("aria-label", readAloud(item));
  }
}

function markChanges() {
  if (drawing()) drawing().mark(changed, supposed);
  if (stage.picture && stage.isNear) stage.picture.mark(changed, supposed);
}

const changeList = make("section", { id: "changes", "aria-labelledby": "changes-heading", hidden: "" });

function listChanges() {
  changeList.hidden = !supposed.size;
  if (!supposed.size) return;
  const line = (index, words) => make("li", {}, linkTo(index), ` ${words}`);
  const others = [...changed].filter(([index]) => !supposed.has(index));
  changeList.replaceChildren(
    make("h2", { id: "changes-heading" }, "If …"),
    make("ul", {}, ...[...supposed].map(([index, value]) => line(index, `is ${value},`))),
    make("h3", {}, others.length ? "then" : "then nothing else changes."),
    others.length ? make("ul", { class: "then" }, ...others.slice(0, 100).map(([index, words]) => line(index, words))) : "",
    others.length > 100 ? make("p", {}, `and ${others.length - 100} more`) : "",
    makeButton("As written again", "Forget all suppositions (r)", forgetSuppositions),
  );
}

// The choice between as written, supposed false and supposed true; nothing where nothing can be.
function supposing(index) {
  const key = entities[index].key;
  if (!data.labels || !asDrawn.has(key)) return null;
  const now = changed.has(index) ? changed.get(index) : LABELS[asDrawn.get(key)];
  const value = supposed.get(index) || "";
  const choice = (words, each) => {
    const input = make("input", { type: "radio", name: "supposed", value: each });
    input.checked = value === each;
    input.addEventListener("change", () => suppose(index, each));
    return make("label", {}, input, ` ${words}`);
  };
  return make(
    "fieldset",
    { class: "supposing" },
    make("legend", {}, "What if?"),
    choice("as written", ""),
    choice("it is false", "false"),
    choice("it is true", "true"),
    make("p", { class: "verdict" }, supposed.size ? "Under these suppositions it " : "As the map is drawn it ", make("b", {}, now), "."),
  );
}

// As written → supposed false → supposed true → as written.
function supposeNext(index) {
  if (index < 0 || !asDrawn.has(entities[index].key)) return;
  const next = { false: "true", true: "" };
  const value = supposed.get(index);
  suppose(index, value ? next[value] : "false");
}
