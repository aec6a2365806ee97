// Search and filters: what does not match is left out of the outline (but for the way to what
// does) and dimmed in the map.

const filter = { words: "", speaker: "", side: "" };

const folds = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
let searchable = null;
const unfoldedForMatches = new Set(); // items to be folded again when the search is over

function matching() {
  if (!filter.words && !filter.speaker && !filter.side) return null;
  searchable = searchable || entities.map((entity) => folds([entity.title, entity.text, ...(entity.speakers || []), ...(entity.tags || []).map((tag) => `#${tag}`)].filter(Boolean).join(" ")));
  const words = folds(filter.words).split(/\s+/).filter(Boolean);
  const found = new Set();
  entities.forEach((entity, index) => {
    const fits = words.every((word) => searchable[index].includes(word))
      && (!filter.speaker || (entity.speakers || []).includes(filter.speaker))
      && (!filter.side || (entity.sides || []).includes(filter.side));
    if (fits) found.add(index);
  });
  return found;
}

function applyFilter() {
  if (!entities.length) return null;
  const found = matching();
  stage.matches = found;
  document.documentElement.classList.toggle("filtered", Boolean(found));
  if (tree) {
    for (const item of tree.querySelectorAll(".match")) item.classList.remove("match");
    const way = placesOf[Math.max(0, chosen.entity)][0];
    for (const item of unfoldedForMatches) if (!item.contains(way)) fold(item);
    unfoldedForMatches.clear();
    const kept = new Set();
    if (found) {
      for (const index of found) {
        const item = placesOf[index][0];
        if (!item) continue;
        item.classList.add("match");
        for (let each = item; each && !kept.has(each); each = above(each)) kept.add(each);
      }
    }
    for (const item of tree.querySelectorAll("li")) item.classList.toggle("left-out", Boolean(found) && !kept.has(item));
    if (found && found.size <= 60) {
      for (const item of kept) {
        if (isOpen(item) || ![...below(item)?.children || []].some((each) => kept.has(each))) continue;
        unfold(item);
        unfoldedForMatches.add(item);
      }
    }
    folded();
    if (stop && isLeftOut(stop)) setStop(firstShown(tree.firstElementChild));
  }
  if (drawing()) drawing().dim(found);
  matchCount.textContent = found ? `${found.size} of ${entities.length}` : "";
  return found;
}

// Go to the next match in the order of the outline, from the chosen one on.
function nextMatch(step) {
  const found = matching();
  if (!found || !found.size) {
    tell("Nothing matches.");
    return;
  }
  const order = [...tree.querySelectorAll("li[id].match")].map(entityOf);
  const at = order.indexOf(chosen.entity);
  const next = order[(at + step + order.length) % order.length] ?? order[0];
  choose(at < 0 ? order[0] : next, { from: "search" });
  tell(`${order.indexOf(chosen.entity) + 1} of ${order.length}: ${nameOf(chosen.entity)}`);
}

function clearFilter() {
  if (!filter.words && !filter.speaker && !filter.side) return false;
  Object.assign(filter, { words: "", speaker: "", side: "" });
  searchBox.value = "";
  for (const box of document.querySelectorAll("#bar select")) box.value = "";
  applyFilter();
  tell("All statements and arguments are shown again.");
  return true;
}

const searchBox = make("input", { type: "search", id: "search", "aria-label": "Search the map", placeholder: "Search  /", autocomplete: "off", spellcheck: "false" });
const matchCount = make("span", { id: "matches", role: "status" });

function filterBox(name, label, values) {
  if (values.length < 2) return null;
  const box = make("select", { id: `by-${name}`, "aria-label": label }, make("option", { value: "" }, label), ...values.map((value) => make("option", { value }, value)));
  box.addEventListener("change", () => {
    filter[name] = box.value;
    applyFilter();
  });
  return box;
}

function filterTools() {
  const values = (name) => [...new Set(entities.flatMap((entity) => entity[name] || []))].sort((one, other) => one.localeCompare(other));
  let pause = 0;
  searchBox.addEventListener("input", () => {
    filter.words = searchBox.value.trim();
    clearTimeout(pause);
    pause = setTimeout(applyFilter, entities.length > 500 ? 120 : 0);
  });
  searchBox.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      clearTimeout(pause);
      applyFilter();
      nextMatch(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      clearFilter();
      stage.frame.focus();
    } else if (event.key === "ArrowDown" && stop) {
      event.preventDefault();
      showPanel("outline");
      stop.focus();
    }
  });
  return [searchBox, matchCount, filterBox("speaker", "Any speaker", values("speakers")), filterBox("side", "Any side", values("sides"))];
}
