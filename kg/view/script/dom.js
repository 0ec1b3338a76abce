// Elements are made here and nowhere else: all text goes in as text, never as mark-up.

const byId = (id) => document.getElementById(id);

/** An element. Properties: class, text, on (event → function), data, anything else is an attribute. */
function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "class") node.className = value;
    else if (key === "text") node.textContent = value;
    else if (key === "on") listen(node, value);
    else if (key === "data") Object.assign(node.dataset, value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function listen(node, acts) {
  for (const [event, act] of Object.entries(acts)) node.addEventListener(event, act);
}

/** A button; properties as for `make`. */
function makeButton(properties, act, ...children) {
  return make("button", { type: "button", ...properties, on: { click: act } }, ...children);
}

/** A button that shows a sign only and is called by its word. */
function signButton(sign, word, act, properties = {}) {
  return makeButton({ class: "tool", title: t(word), "aria-label": t(word), ...properties }, act, icon(sign));
}

const SVG = "http://www.w3.org/2000/svg";

function makeSvg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

/** One of the icons that the page's sprite holds. */
function icon(name) {
  return makeSvg(
    "svg",
    { class: "icon", "aria-hidden": "true", focusable: "false" },
    makeSvg("use", { href: `#i-${name}` }),
  );
}

/** A name on a line of its own direction, so that right-to-left signs in it cannot turn its surroundings round. */
function nameText(text, properties = {}) {
  return make("bdi", { ...properties, text: text });
}

/** Text for the canvas: no control or direction signs, one line. */
function plain(text) {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The address if a browser may open it from here: http and https only, whatever the article says. */
function safeUrl(text) {
  try {
    const url = new URL(text);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : "";
  } catch {
    return "";
  }
}

/** Say something to those who do not see the picture. */
function announce(text) {
  byId("live").textContent = text;
}

let toastTimer = 0;

/** A short note at the foot of the page; gone after three seconds. */
function toast(text) {
  const box = byId("toast");
  box.textContent = text;
  box.classList.add("is-on");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => box.classList.remove("is-on"), 3000);
  announce(text);
}

/** A preference that outlives the page where the browser lets it. */
const memory = {
  get(key) {
    try {
      return localStorage.getItem(`kg-view-${key}`);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(`kg-view-${key}`, value);
    } catch {
      // A file opened from disk may be denied storage; the choice then lasts as long as the page.
    }
  },
};

/** Do it once the whole file is read: sentences stand at its end, so that the picture need not wait for them. */
function whenWhole(act) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", act, { once: true });
  else act();
}

/** Do it once the page is there and has nothing else to do. */
function whenIdle(act) {
  const later = window.requestIdleCallback ?? ((idle) => setTimeout(idle, 300));
  window.addEventListener("load", () => later(act), { once: true });
}

/** Parts of the page tell one another what happened; they do not call one another. */
const listeners = new Map();

function on(event, act) {
  if (!listeners.has(event)) listeners.set(event, []);
  listeners.get(event).push(act);
}

function emit(event, detail) {
  for (const act of listeners.get(event) ?? []) act(detail);
}
