// Outline, map and detail side by side; on a narrow screen one of them at a time.

const panelTabs = new Map();

function showPanel(name) {
  document.documentElement.dataset.panel = name;
  for (const [each, button] of panelTabs) button.setAttribute("aria-pressed", String(each === name));
  if (name === "map" && stage.camera && !stage.camera.plane.style.transform) fitMap(true);
}

function buildShell() {
  const main = document.querySelector("main");
  const outline = document.getElementById("outline");
  const side = make("div", { id: "side" }, changeList, detail);
  const tools = make(
    "div",
    { class: "tools", role: "group", "aria-label": "Outline" },
    makeButton("Unfold all", "Unfold the whole outline", unfoldEverything),
    makeButton("Fold", "Fold all but the main claims and what is nearest", foldAll),
    makeButton("Focus", "Only this claim and what is below it (f)", toggleFocus),
  );
  if (tree) outline.insertBefore(tools, tree);
  main.append(side);
  const zoom = make(
    "div",
    { class: "zoom", role: "group", "aria-label": "Size of the map" },
    makeButton("+", "Larger (+)", () => stage.camera.zoom(1.25)),
    makeButton("−", "Smaller (−)", () => stage.camera.zoom(0.8)),
    makeButton("⤢", "All of it (0)", () => fitMap()),
    data.isLarge ? null : makeButton("◎", "Only the neighbourhood (n)", toggleNear),
  );
  document.getElementById("map").append(zoom);
  const bar = make("div", { id: "bar", role: "search" }, ...filterTools(), ...findingTools(), makeButton("?", "Keys and help (?)", openHelp));
  document.getElementById("top").append(bar);
  const tabs = make("nav", { id: "tabs", "aria-label": "Panels" });
  for (const [name, words] of [["outline", "Outline"], ["map", "Map"], ["detail", "Detail"]]) {
    const button = make("button", { type: "button", "aria-pressed": "false" }, words);
    button.addEventListener("click", () => showPanel(name));
    panelTabs.set(name, button);
    tabs.append(button);
  }
  document.body.append(tabs);
  showPanel("map");
}

function unfoldEverything() {
  if (!tree) return;
  if (entities.length > 1000) {
    unfoldLevels(3);
    tell("Three levels are unfolded; the map is too large for all of them at once.");
    return;
  }
  for (const item of tree.querySelectorAll("li")) unfold(item);
  folded();
  tell("All is unfolded.");
}

function toggleFocus() {
  if (leaveFocus()) return;
  const item = entities.length ? placesOf[Math.max(0, chosen.entity)][0] : null;
  if (item) focusOn(item);
}

function toggleNear() {
  if (data.isLarge || !entities.length) return;
  showPlane(!stage.isNear);
  if (stage.isNear) {
    stage.nearby.mark(changed, supposed);
  } else {
    stage.picture.refresh(shownEntities());
    stage.picture.choose(Math.max(0, chosen.entity));
    markChanges();
  }
  drawing().dim(stage.matches);
  tell(stage.isNear ? "The neighbourhood of the chosen claim." : "The whole map.");
}
