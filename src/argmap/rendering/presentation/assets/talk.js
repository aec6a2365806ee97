(() => {
"use strict";
const root = document.documentElement;
const find = (selector) => document.querySelector(selector);
const { steps, whole } = JSON.parse(find("#talk").textContent);
const items = [...document.querySelectorAll(".step")];
const last = items.length;
const camera = find("#camera");
const map = find("#map");
const blank = find(".blank");
const help = find("dialog.help");
const typedShown = find(".typed");
const clock = find(".clock");
const title = document.title;
const LIT = 9; // never more thoughts than that at full contrast
const pieces = [...find("#grown").querySelectorAll(".grow")].map((element) => ({
  element,
  step: Number(/(?:^| )n(\d+)/.exec(element.getAttribute("class"))[1]),
  isAgain: element.classList.contains("again"),
  of: element.dataset.of.split(" ").map(Number),
  state: "",
}));
let at = 0; // 0 is the cover
let typed = "";
let typedUntil = 0;
let other = null; // the speaker's window, or the one that opened this
let began = 0;

// What a step is understood by: its way to the claim, and the lines of its argument so far.
function litAt(step) {
  const lit = new Set(steps[step - 1]?.[3]);
  if (lit.size) return lit; // the last step, which is about these
  const add = (here) => {
    if (lit.size < LIT) lit.add(here);
  };
  for (let here = step; here > 0 && lit.size < LIT && !lit.has(here); here = steps[here - 1][0]) {
    add(here);
  }
  const [above, , isLine] = steps[step - 1] ?? [];
  for (let here = step - 1; isLine && here > 0; here -= 1) {
    if (steps[here - 1][2] && steps[here - 1][0] === above) add(here);
  }
  return lit;
}

function stateOf(piece, lit) {
  if (piece.step > at) return "";
  if (piece.step === at) return piece.isAgain ? "lit" : "now";
  if (piece.of.length === 1 && piece.of[0] === at) return "now";
  return piece.of.every((step) => lit.has(step)) ? "lit" : "said";
}

function paint() {
  const lit = litAt(at);
  for (const piece of pieces) {
    const state = stateOf(piece, lit);
    if (state === piece.state) continue;
    if (piece.state) piece.element.classList.remove(piece.state);
    if (state) piece.element.classList.add(state);
    piece.state = state;
  }
}

function aim(smoothly) {
  const seen = map.getBoundingClientRect();
  if (!seen.width || !seen.height) return;
  const all = root.classList.contains("overview") || at === 0;
  const [x, y, width, height] = all ? whole : steps[at - 1][1];
  const scale = Math.min(seen.width / width, seen.height / height);
  const left = seen.width / 2 - (x + width / 2) * scale;
  const top = seen.height / 2 - (y + height / 2) * scale;
  camera.classList.toggle("still", !smoothly);
  camera.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
}

// What a voice reads at a step: whole sentences, without the signs that stand for words.
function wordsOf(step) {
  const item = items[step - 1];
  const told = [...item.querySelectorAll(".kicker > span:not(.sign), .name, .thought, .question, .weak li, .about")];
  return told.map((part) => part.textContent.trim().replace(/[.:]?$/, ".").replace(/([?!])\.$/, "$1")).join(" ");
}

function show(step, { tells = true, smoothly = true } = {}) {
  const wanted = Math.max(0, Math.min(last, step));
  items[at - 1]?.classList.remove("current");
  items[at]?.classList.remove("coming");
  at = wanted;
  items[at - 1]?.classList.add("current");
  items[at]?.classList.add("coming");
  if (at > 0 && began === 0) began = Date.now();
  root.classList.toggle("at-cover", at === 0 && !root.classList.contains("overview"));
  paint();
  aim(smoothly);
  find("main").scrollTop = 0;
  if (root.classList.contains("overview")) items[Math.max(at, 1) - 1]?.scrollIntoView({ block: "nearest" });
  find(".count").textContent = at ? `${at} / ${last}` : "";
  find(".progress i").style.transform = `scaleX(${last ? at / last : 0})`;
  find("[data-do=back]").disabled = at === 0;
  find("[data-do=next]").disabled = at === last;
  document.title = at ? `${at}. ${title}` : title;
  find(".news").textContent = at ? `Step ${at} of ${last}. ${wordsOf(at)}` : title;
  const hash = at ? `#${at}` : "#cover";
  if (location.hash !== hash) history.replaceState(null, "", hash);
  tick();
  if (tells) other?.postMessage({ argmapStep: at }, "*");
}

// Modes

function toggle(name, wanted) {
  const is = root.classList.toggle(name, wanted);
  const button = find(`[data-do=${name === "with-notes" ? "notes" : name}]`);
  button?.setAttribute("aria-pressed", String(is));
  show(at, { tells: false });
}
function darken(color) {
  const was = !blank.hidden && blank.classList.contains(color);
  blank.className = `blank ${color}`;
  blank.hidden = was;
}
function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else root.requestFullscreen?.().catch(() => {});
}
function openSpeaker() {
  other = window.open(`${location.href.split("#")[0]}#speaker-${at}`, "argmap-speaker", "popup,width=1000,height=700");
}
function closeWhatIsOpen() {
  if (!blank.hidden) blank.hidden = true;
  else if (typed) type("");
  else if (help.open) help.close();
  else if (root.classList.contains("overview")) toggle("overview", false);
  else if (root.classList.contains("with-notes") && !root.classList.contains("speaking")) toggle("with-notes", false);
}
function type(digits) {
  typed = digits.slice(0, 6);
  typedUntil = Date.now() + 5000;
  typedShown.hidden = !typed;
  typedShown.textContent = `Go to ${typed} ⏎`;
}
function tick() {
  if (typed && Date.now() > typedUntil) type("");
  if (!root.classList.contains("speaking")) return;
  const seconds = began ? Math.floor((Date.now() - began) / 1000) : 0;
  const spent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  clock.textContent = `${new Date().toTimeString().slice(0, 5)} · ${spent}`;
}
setInterval(tick, 500);

// Long notes, or a long thought, are read to their end before the step turns.
function scrolled(way) {
  if (root.classList.contains("overview")) return false;
  const notes = items[at - 1]?.querySelector(".notes");
  const parts = [notes, find("main")].filter((part) => part && part.clientHeight > 0);
  const part = parts.find(({ scrollTop, scrollHeight, clientHeight }) =>
    (way > 0 ? scrollTop + clientHeight < scrollHeight - 1 : scrollTop > 0));
  part?.scrollBy({ top: way * 120 });
  return Boolean(part);
}

const actions = {
  next: () => show(at + 1),
  back: () => show(at - 1),
  first: () => show(0),
  last: () => show(last),
  notes: () => toggle("with-notes"),
  overview: () => toggle("overview"),
  full: fullScreen,
  help: () => (help.open ? help.close() : help.showModal()),
  close: () => help.close(),
  black: () => darken("black"),
  white: () => darken("white"),
  speaker: openSpeaker,
  escape: closeWhatIsOpen,
};
const keys = {
  ArrowRight: "next", ArrowDown: "next", " ": "next", PageDown: "next",
  ArrowLeft: "back", ArrowUp: "back", PageUp: "back",
  Home: "first", End: "last",
  o: "overview", n: "notes", s: "speaker", f: "full", b: "black", ".": "black", w: "white", ",": "white",
  "?": "help", Escape: "escape",
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { key, target } = event;
  if (!blank.hidden && !["b", ".", "w", ","].includes(key.toLowerCase())) {
    blank.hidden = true; // any key brings the talk back
    event.preventDefault();
    return;
  }
  if (/^\d$/.test(key)) {
    type(typed + key);
    return;
  }
  if (key === "Backspace" && typed) {
    type(typed.slice(0, -1));
    return;
  }
  if (key === "Enter" && typed) {
    const step = Number(typed);
    type("");
    show(step);
    event.preventDefault();
    return;
  }
  const isPressed = target instanceof HTMLElement && target.matches("button, a") && (key === " " || key === "Enter");
  if (isPressed) return; // the button does what it says
  if (key === "Enter" && root.classList.contains("overview")) {
    toggle("overview", false);
    return;
  }
  const action = keys[key] ?? keys[key.toLowerCase()];
  if (!action || (help.open && action !== "help" && action !== "escape")) return;
  if (help.open && action === "escape") return; // the dialog closes itself
  event.preventDefault();
  if ((key === "ArrowDown" || key === "ArrowUp") && scrolled(key === "ArrowDown" ? 1 : -1)) return;
  actions[action]();
});
document.addEventListener("click", (event) => {
  if (!blank.hidden) {
    blank.hidden = true;
    return;
  }
  const button = event.target.closest("[data-do]");
  if (button) {
    if (event.detail > 0) button.blur(); // after a mouse, the space bar turns steps again
    actions[button.dataset.do]();
    return;
  }
  if (!root.classList.contains("overview")) return;
  const item = event.target.closest(".step");
  const piece = event.target.closest(".grow");
  const step = item ? items.indexOf(item) + 1 : pieces.find(({ element }) => element === piece)?.step;
  if (step) {
    event.preventDefault();
    root.classList.remove("overview");
    find("[data-do=overview]").setAttribute("aria-pressed", "false");
    show(step);
  }
});

// A finger that goes sideways turns the step.
let touch = null;
document.addEventListener("touchstart", (event) => {
  const [finger] = event.touches;
  touch = event.touches.length === 1 ? [finger.clientX, finger.clientY] : null;
}, { passive: true });
document.addEventListener("touchend", (event) => {
  if (!touch || help.open || root.classList.contains("overview")) return;
  const [finger] = event.changedTouches;
  const across = finger.clientX - touch[0];
  const down = finger.clientY - touch[1];
  touch = null;
  if (Math.abs(across) > 48 && Math.abs(across) > 1.5 * Math.abs(down)) show(across < 0 ? at + 1 : at - 1);
}, { passive: true });

window.addEventListener("message", ({ source, data }) => {
  if (!other || source !== other || !Number.isInteger(data?.argmapStep)) return;
  if (data.argmapStep !== at) show(data.argmapStep, { tells: false });
});
window.addEventListener("hashchange", () => show(asked()));
new ResizeObserver(() => aim(false)).observe(map);

// Which step the address asks for; what it cannot mean is the cover.
function asked() {
  const found = /^#(?:step-|speaker-)?(\d+)$/.exec(location.hash);
  return found ? Number(found[1]) : 0;
}

root.classList.add("live");
find(".bar").hidden = false;
find(".bar .title").textContent = title;
if (location.hash.startsWith("#speaker-") && window.opener) {
  root.classList.add("speaking", "with-notes");
  clock.hidden = false;
  other = window.opener;
}
show(asked(), { smoothly: false, tells: false });
})();
