// Opens the page: on what the address names, else on the main claim.

function start() {
  prepareOutline();
  unfoldAtFirst();
  buildShell();
  prepareStage();
  if (stage.picture) stage.picture.refresh(shownEntities());
  document.addEventListener("keydown", pressAnywhere);
  if (!entities.length) {
    detail.append(make("h2", { id: "detail-heading" }, "Nothing yet"), make("p", {}, "There is nothing in this map yet."));
    return;
  }
  const named = entityOfAddress();
  const thesis = Math.max(0, entities.findIndex((entity) => entity.thesis));
  choose(named >= 0 ? named : thesis, { from: "start", quiet: named < 0 });
  chosen.trail.length = 0;
  openMap();
}

start();
