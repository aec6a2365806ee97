// What is folded away in the outline is folded away in the map too, and what is left out by a
// focus or a filter. `shownEntities` is what is left; whoever draws listens to `onFolding`.

const LEVELS = 2; // what is unfolded when the page opens
const foldingListeners = [];
let focused = null; // the item whose subtree alone is shown

function onFolding(listener) {
  foldingListeners.push(listener);
}

function folded() {
  for (const listener of foldingListeners) listener();
}

// The entities that stand anywhere in the part of the outline that is unfolded, and for each
// folded item how many more hang below it.
function shownEntities() {
  const shown = new Set();
  const stack = focused ? [focused] : tree ? [...tree.children] : [];
  while (stack.length) {
    const item = stack.pop();
    if (item.dataset.group === undefined) shown.add(entityOf(item));
    if (isOpen(item)) stack.push(...below(item).children);
  }
  return shown;
}

function unfoldLevels(count) {
  if (!tree) return;
  let level = [...tree.children];
  for (let depth = 0; depth < count && level.length; depth += 1) {
    const next = [];
    for (const item of level) {
      unfold(item);
      const list = below(item);
      if (list) next.push(...list.children);
    }
    level = next;
  }
  folded();
}

// Unfold main claims and what stands directly below them, nothing else.
function unfoldAtFirst() {
  if (!tree) return;
  const items = [...tree.children];
  const theses = items.filter((item) => entityOf(item) >= 0 && entities[entityOf(item)].thesis);
  const roots = theses.length ? theses : items.filter((item) => !item.dataset.group).slice(0, 3);
  let level = roots;
  for (let depth = 0; depth < LEVELS; depth += 1) {
    level = level.slice(0, 60).flatMap((item) => (unfold(item), below(item) ? [...below(item).children] : []));
  }
}

function foldAll() {
  for (const item of [...tree.querySelectorAll('[aria-expanded="true"]')].reverse()) fold(item);
  unfoldAtFirst();
  folded();
}

function focusOn(item) {
  leaveFocus(true);
  focused = item;
  for (let each = item; each; each = above(each)) {
    for (const other of each.parentElement.children) {
      if (other !== each) other.classList.add("out-of-focus");
    }
  }
  unfold(item);
  folded();
  tell(`Only ${nameOf(entityOf(item))} and what is below it. Escape shows all again.`);
}

function leaveFocus(quietly) {
  if (!focused) return false;
  for (const each of tree.querySelectorAll(".out-of-focus")) each.classList.remove("out-of-focus");
  focused = null;
  if (!quietly) {
    folded();
    tell("All is shown again.");
  }
  return true;
}

// A choice outside the part in focus ends the focus.
onChoice((index, how) => {
  const item = how.item || placesOf[index][0];
  if (focused && item && !focused.contains(item)) leaveFocus();
});
