// Keys that work wherever no text is being typed.

function pressAnywhere(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target;
  if (help.open || target.closest("input[type=search], select, textarea")) return;
  const inMap = target === stage.frame;
  const isOnControl = target.closest("button, a, summary, input");
  const key = event.key;
  if (inMap && pressInMap(event)) {
    event.preventDefault();
    return;
  }
  if (key === "Escape") {
    if (!(leaveFocus() || clearFilter() || goBack())) tell("There is no way further back.");
    event.preventDefault();
    return;
  }
  if (!singleKeys && key.length === 1) return;
  if (isOnControl && (key === " " || key === "Enter")) return;
  const act = Object.hasOwn(ACTS, key.toLowerCase()) ? ACTS[key.toLowerCase()] : null;
  if (!act) return;
  act();
  event.preventDefault();
}

function pressInMap(event) {
  const { key } = event;
  if (key.startsWith("Arrow")) {
    if (event.shiftKey) {
      const [dx, dy] = { ArrowUp: [0, 80], ArrowDown: [0, -80], ArrowLeft: [80, 0], ArrowRight: [-80, 0] }[key];
      stage.camera.move(dx, dy);
    } else {
      walkInMap(key);
    }
    return true;
  }
  if (key === "Enter" && chosen.entity >= 0) {
    choose(chosen.entity, { from: "map", detail: true });
    return true;
  }
  if (key === " " && chosen.entity >= 0) {
    const item = placesOf[chosen.entity][0];
    if (item && below(item)) {
      toggle(item);
      tell(isOpen(item) ? "Unfolded." : "Folded.");
    }
    return true;
  }
  return false;
}

function toOutline() {
  showPanel("outline");
  if (stop) stop.focus();
}

const ACTS = {
  "/": () => { searchBox.focus(); searchBox.select(); },
  f: () => toggleFocus(),
  n: () => toggleNear(),
  "+": () => stage.camera.zoom(1.25),
  "=": () => stage.camera.zoom(1.25),
  "-": () => stage.camera.zoom(0.8),
  "−": () => stage.camera.zoom(0.8),
  0: () => fitMap(),
  c: () => showFinding(findingAt + 1),
  w: () => supposeNext(chosen.entity),
  r: () => forgetSuppositions(),
  o: toOutline,
  m: () => { showPanel("map"); stage.frame.focus(); },
  d: () => { showPanel("detail"); const heading = detail.querySelector("h2"); if (heading) heading.focus(); },
  "?": openHelp,
};
