// Which statement or argument is chosen, and where the reader came from.

const chosen = { entity: -1, trail: [], listeners: [] };

// how.from: "outline", "map" or "link"; how.back: do not remember the way
function choose(index, how = {}) {
  if (index < 0 || index >= entities.length) return;
  if (index !== chosen.entity) {
    if (chosen.entity >= 0 && !how.back) chosen.trail.push(chosen.entity);
    chosen.entity = index;
  }
  for (const listener of chosen.listeners) listener(index, how);
}

function onChoice(listener) {
  chosen.listeners.push(listener);
}

function goBack() {
  const before = chosen.trail.pop();
  if (before === undefined) return false;
  choose(before, { back: true, from: "keys" });
  tell(`Back to ${nameOf(before)}`);
  return true;
}
