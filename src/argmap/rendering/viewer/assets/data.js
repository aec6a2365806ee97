// What the page knows of the map; see data.py. Nothing of it changes.

const data = JSON.parse(document.getElementById("data").textContent);
const entities = data.entities;
const boxes = data.boxes;

const indexOfId = new Map(entities.map((entity, index) => [entity.id, index]));
const indexOfKey = new Map(entities.map((entity, index) => [entity.key, index]));

// For each entity: the boxes in which it is drawn, each with the row it is there (or null).
const drawnIn = entities.map(() => []);
boxes.forEach((box, number) => {
  drawnIn[box.entity].push([number, null]);
  for (const [port, inside] of box.parts || []) {
    if (inside >= 0) drawnIn[inside].push([number, port]);
  }
});

// For each entity: how others are tied to it, and it to others.
const tiesInto = entities.map(() => []);
const tiesFrom = entities.map(() => []);
for (const [kind, source, target, step] of data.ties) {
  tiesFrom[source].push({ kind, entity: target, step });
  tiesInto[target].push({ kind, entity: source, step });
}

const isMutual = (kind) => kind === "contrary" || kind === "contradictory";

// The words by which an entity is called.
function nameOf(index) {
  const entity = entities[index];
  const words = entity.title || entity.text || "an untitled argument";
  return words.length > 80 ? words.slice(0, 77) + "…" : words;
}
