// Makes elements. Texts become text nodes: nothing of a map is ever read as HTML.

function make(tag, attributes, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

function makeSvg(tag, attributes, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function makeButton(words, title, act) {
  const button = make("button", { type: "button", title, "aria-label": title }, words);
  button.addEventListener("click", act);
  return button;
}

const prefersStillness = matchMedia("(prefers-reduced-motion: reduce)");
