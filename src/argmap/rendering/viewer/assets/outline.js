// The outline as a tree in the sense of the ARIA Authoring Practices: one stop of the Tab key,
// arrows, Home, End, * and the first letters of a title. Items get their roles when they are
// first unfolded, so that a map of thousands opens at once.

const tree = document.getElementById("tree");
const placesOf = entities.map(() => []); // items of each entity, the full one first
let stop = null; // the item at which the Tab key stops

function prepareOutline() {
  if (!tree) return;
  for (const item of tree.querySelectorAll("li")) {
    const places = placesOf[item.dataset.e];
    if (!places) continue;
    if (item.id) places.unshift(item);
    else places.push(item);
  }
  tree.setAttribute("role", "tree");
  tree.setAttribute("aria-labelledby", "outline-heading");
  dress(tree, 1);
  setStop(tree.firstElementChild);
  tree.addEventListener("click", clickItem);
  tree.addEventListener("keydown", pressInTree);
  tree.addEventListener("focusin", (event) => {
    const item = event.target.closest("li");
    if (item) setStop(item);
  });
}

const entityOf = (item) => Number(item.dataset.e);
const below = (item) => item.querySelector(":scope > ul");
const above = (item) => item.parentElement.closest("li");
const isOpen = (item) => item.getAttribute("aria-expanded") === "true";
const isLeftOut = ({ classList }) => classList.contains("left-out") || classList.contains("out-of-focus");

function dress(list, level) {
  if (list.dataset.dressed) return;
  list.dataset.dressed = "1";
  if (list !== tree) list.setAttribute("role", "group");
  const items = list.children;
  for (let place = 0; place < items.length; place += 1) {
    const item = items[place];
    item.setAttribute("role", "treeitem");
    item.setAttribute("aria-level", level);
    item.setAttribute("aria-setsize", items.length);
    item.setAttribute("aria-posinset", place + 1);
    item.setAttribute("aria-label", readAloud(item));
    item.tabIndex = -1;
    for (const link of item.querySelectorAll(":scope > p a")) link.tabIndex = -1;
    const hasMore = below(item) !== null;
    if (hasMore) item.setAttribute("aria-expanded", "false");
    const twisty = make("span", { class: hasMore ? "twisty" : "twisty none", "aria-hidden": "true" });
    item.firstElementChild.prepend(twisty);
  }
}

function readAloud(item) {
  if (item.dataset.group) return item.dataset.group;
  const entity = entities[entityOf(item)];
  const said = item.querySelector(":scope > p > .said").textContent;
  const marks = item.dataset.change ? ` ${item.dataset.change}.` : "";
  return [entity.title, entity.text, said].filter(Boolean).join(". ").replace(/([.!?…])\. /g, "$1 ") + marks;
}

function setStop(item) {
  if (!item || item === stop) return;
  if (stop) stop.tabIndex = -1;
  stop = item;
  stop.tabIndex = 0;
}

function unfold(item) {
  const list = below(item);
  if (!list || isOpen(item)) return false;
  dress(list, Number(item.getAttribute("aria-level")) + 1);
  item.setAttribute("aria-expanded", "true");
  return true;
}

function fold(item) {
  if (!isOpen(item)) return false;
  item.setAttribute("aria-expanded", "false");
  if (item !== stop && item.contains(stop)) {
    const hadFocus = item.contains(document.activeElement);
    setStop(item);
    if (hadFocus) item.focus();
  }
  return true;
}

// Unfold whatever an item stands in.
function reveal(item) {
  const way = [];
  for (let each = above(item); each; each = above(each)) way.push(each);
  let changed = false;
  for (const each of way.reverse()) changed = unfold(each) || changed;
  return changed;
}

function clickItem(event) {
  const item = event.target.closest("li");
  if (!item || item.dataset.group === undefined && !(entityOf(item) >= 0)) return;
  event.preventDefault();
  setStop(item);
  item.focus({ preventScroll: true });
  if (event.target.classList.contains("twisty") || item.dataset.group) {
    toggle(item);
    return;
  }
  choose(entityOf(item), { from: "outline", item });
}

function toggle(item) {
  if (isOpen(item) ? fold(item) : unfold(item)) folded();
}

// The next and previous items that can be seen.
function nextItem(item) {
  let next = isOpen(item) ? firstShown(below(item).firstElementChild) : null;
  for (let each = item; !next && each; each = above(each)) next = firstShown(each.nextElementSibling);
  return next;
}

function firstShown(item) {
  while (item && isLeftOut(item)) item = item.nextElementSibling;
  return item;
}

function lastShown(item) {
  while (item && isLeftOut(item)) item = item.previousElementSibling;
  return item;
}

function previousItem(item) {
  const before = lastShown(item.previousElementSibling);
  return before ? deepest(before) : above(item);
}

function deepest(item) {
  while (isOpen(item)) {
    const last = lastShown(below(item).lastElementChild);
    if (!last) break;
    item = last;
  }
  return item;
}

function visit(item) {
  if (!item) return;
  setStop(item);
  item.focus();
  if (!item.dataset.group) choose(entityOf(item), { from: "outline", item });
}

let typed = "";
let typedAt = 0;

function jumpTo(letter, item, now) {
  typed = now - typedAt < 700 ? typed + letter : letter;
  typedAt = now;
  const sought = [...typed].every((each) => each === typed[0]) ? typed[0] : typed;
  const wrap = () => firstShown(tree.firstElementChild);
  let next = sought.length > 1 ? item : nextItem(item) || wrap();
  const first = next;
  do {
    const words = next.dataset.group || nameOf(entityOf(next));
    if (words.toLocaleLowerCase().startsWith(sought)) return visit(next);
    next = nextItem(next) || wrap();
  } while (next && next !== first);
}

function pressInTree(event) {
  const item = event.target.closest("li");
  if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
  const moves = {
    ArrowDown: () => visit(nextItem(item)),
    ArrowUp: () => visit(previousItem(item)),
    Home: () => visit(firstShown(tree.firstElementChild)),
    End: () => visit(deepest(lastShown(tree.lastElementChild))),
    ArrowRight: () => (isOpen(item) ? visit(firstShown(below(item).firstElementChild)) : toggle(item)),
    ArrowLeft: () => (isOpen(item) ? toggle(item) : visit(above(item))),
    Enter: () => (item.dataset.group ? toggle(item) : follow(item)),
    " ": () => toggle(item),
    "*": () => {
      const level = [...item.parentElement.children];
      if (level.filter((each) => unfold(each)).length) folded();
    },
  };
  const move = Object.hasOwn(moves, event.key) ? moves[event.key] : null;
  if (move) {
    move();
  } else if (/^[\p{L}\p{N}]$/u.test(event.key) && !event.shiftKey && event.key !== "0") {
    jumpTo(event.key.toLocaleLowerCase(), item, event.timeStamp);
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

// Enter: from a place that only names a claim to where it stands in full, else to its detail.
function follow(item) {
  const home = placesOf[entityOf(item)][0];
  if (item !== home) {
    if (reveal(home)) folded();
    visit(home);
  } else {
    choose(entityOf(item), { from: "outline", item, detail: true });
  }
}

onChoice((index, how) => {
  if (!tree) return;
  const item = how.item || placesOf[index][0];
  for (const old of tree.querySelectorAll("[aria-selected]")) old.removeAttribute("aria-selected");
  if (!item) return;
  if (reveal(item)) folded();
  item.setAttribute("aria-selected", "true");
  setStop(item);
  if (item.getClientRects().length) item.firstElementChild.scrollIntoView({ block: "nearest" });
});
