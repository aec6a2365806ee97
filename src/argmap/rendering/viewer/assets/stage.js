// The middle: the whole picture or a neighbourhood, through one camera.

const stage = { frame: null, camera: null, picture: null, nearby: new Nearby(), isNear: false, matches: null };

function prepareStage() {
  prepareNearby();
  const frame = document.querySelector(".picture");
  stage.frame = frame;
  frame.setAttribute("role", "application");
  frame.setAttribute("aria-roledescription", "map");
  frame.setAttribute(
    "aria-label",
    "Map. Up goes to what a claim supports, down to its first reason, left and right to its neighbours. The outline says the same in words.",
  );
  const plane = make("div", { class: "plane" });
  const svg = frame.querySelector("svg");
  plane.append(svg);
  svg.setAttribute("aria-hidden", "true");
  frame.append(plane, stage.nearby.plane);
  stage.camera = new Camera(frame);
  if (!data.isLarge) stage.picture = new Picture(plane);
  plane.hidden = data.isLarge;
  watchGestures(frame, stage.camera);
  frame.addEventListener("click", (event) => {
    const hit = drawing().at(event);
    if (!hit) return;
    if (hit.badge !== undefined || hit.more) {
      unfoldAt(hit.more ? hit.entity : boxes[hit.badge].entity, hit);
      return;
    }
    choose(hit.entity, { from: "map" });
  });
  frame.addEventListener("dblclick", (event) => {
    const hit = drawing().at(event);
    if (hit && hit.entity !== undefined) toggle(placesOf[hit.entity][0]);
  });
  new ResizeObserver(openMap).observe(frame);
  showPlane(data.isLarge);
}

function drawing() {
  return stage.isNear ? stage.nearby : stage.picture;
}

// A large map has no whole picture: it is always near.
function showPlane(isNear) {
  stage.isNear = isNear || !stage.picture;
  document.documentElement.classList.toggle("near", stage.isNear);
  const current = Math.max(0, chosen.entity);
  if (stage.isNear && entities.length) {
    if (!stage.nearby.show(current)) stage.nearby.arrange();
    stage.nearby.choose(current);
  }
  if (!drawing()) return;
  stage.camera.show(drawing().plane, drawing().size);
  fitMap(true);
}

function unfoldAt(index, hit) {
  const items = hit.more ? [placesOf[index][0]] : [index, ...(boxes[hit.badge].parts || []).map((part) => part[1])]
    .filter((inside) => inside >= 0).map((inside) => placesOf[inside][0]);
  for (const item of items) {
    if (!item) continue;
    reveal(item);
    unfold(item);
  }
  folded();
  if (hit.more) choose(index, { from: "map" });
}

// Everything that is shown, as large as fits; at first no smaller than can be read.
function fitMap(quickly = false) {
  if (!drawing() || !entities.length) return;
  if (stage.isNear) {
    const { width, height } = stage.nearby.size;
    const all = { x: 0, y: 0, width, height };
    const view = stage.camera.view();
    const scale = Math.min(1, view.width / (width + 60), view.height / (height + 60));
    if (scale < 0.8 && stage.nearby.parts) {
      const { centre } = stage.nearby.parts;
      const wide = Math.min(width, view.width / 0.85);
      const x = Math.min(Math.max(0, centre.x + centre.width / 2 - wide / 2), width - wide);
      const high = Math.min(height, view.height / 0.85);
      stage.camera.fit({ x, y: Math.max(0, Math.min(centre.y - 170, height - high)), width: wide, height: high }, { most: 1, quickly });
    } else {
      stage.camera.fit(all, { most: 1, quickly });
    }
    return;
  }
  stage.camera.fit(stage.picture.around(stage.picture.visible), { most: 1.5, quickly });
}

// How the page opens: all that is unfolded if it can be read so, else what is around the choice.
function openMap() {
  if (!entities.length) return;
  if (stage.isNear || !stage.picture) {
    fitMap(true);
    return;
  }
  const all = stage.picture.around(stage.picture.visible);
  const view = stage.camera.view();
  const least = Math.min(0.85, 1.6 * Math.min(view.width / all.width, view.height / all.height));
  const area = stage.picture.areaOf(Math.max(0, chosen.entity));
  const whole = Math.min(view.width / (all.width + 56), view.height / (all.height + 56));
  if (!area || whole >= least) {
    fitMap(true);
    return;
  }
  const width = Math.min(all.width, view.width / least - 56);
  const height = Math.min(all.height, view.height / least - 56);
  const clamp = (wanted, start, room) => Math.min(Math.max(wanted, start), start + Math.max(0, room));
  const x = clamp(area.x + area.width / 2 - width / 2, all.x, all.width - width);
  const y = clamp(area.y - 40, all.y, all.height - height);
  stage.camera.fit({ x, y, width, height }, { most: least, quickly: true });
}

onFolding(() => {
  if (stage.isNear || !stage.picture) return;
  if (stage.picture.refresh(shownEntities())) {
    fitMap();
    stage.picture.choose(Math.max(0, chosen.entity));
    markChanges();
  }
});

onChoice((index, how) => {
  if (!drawing()) return;
  if (stage.isNear) {
    const isNew = stage.nearby.show(index);
    stage.camera.show(stage.nearby.plane, stage.nearby.size);
    stage.nearby.choose(index);
    stage.nearby.dim(stage.matches);
    if (isNew) fitMap(true);
    return;
  }
  stage.picture.choose(index);
  const area = stage.picture.areaOf(index);
  if (area && how.from !== "map-click") stage.camera.follow(area);
});

// In the map, arrows walk as the outline is built.
function walkInMap(key) {
  if (!entities.length) return;
  const item = document.querySelector('#tree [aria-selected="true"]') || placesOf[Math.max(0, chosen.entity)][0];
  if (!item) return;
  let next = null;
  // What stood too deep goes on as a root: up from there is where it was cut off.
  if (key === "ArrowUp") next = above(item) || placesOf[entityOf(item)].map(above).find(Boolean);
  if (key === "ArrowLeft") next = lastShown(item.previousElementSibling);
  if (key === "ArrowRight") next = firstShown(item.nextElementSibling);
  if (key === "ArrowDown") {
    const home = below(item) ? item : placesOf[entityOf(item)][0];
    if (below(home)) {
      if (reveal(home) | unfold(home)) folded();
      next = firstShown(below(home).firstElementChild);
    }
  }
  if (!next || next.dataset.group) return;
  choose(entityOf(next), { from: "map", item: next });
  tell(readAloud(next));
}
