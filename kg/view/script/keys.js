// The keyboard, all the way. Single keys work unless one is typing.

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const isTyping = (target) =>
  target.closest("input:not([type=checkbox]):not([type=range]), textarea, select") !== null;

/** Keys that work everywhere on the page. */
function pageKey(event) {
  const { key } = event;
  const thing = selection.thing;
  const acts = {
    "/": () => byId("search-input").focus(),
    "?": openHelp,
    Escape: escape,
    u: undoStep,
    p: () => openPaths(),
    t: () => switchView(activeView === "graph" ? "table" : "graph"),
    "+": () => zoomBy(1.3),
    "=": () => zoomBy(1.3),
    "-": () => zoomBy(1 / 1.3),
    0: () => fit(),
  };
  if (thing >= 0) {
    Object.assign(acts, {
      e: () => expand(thing),
      c: () => collapse(thing),
      h: () => hide(thing),
      1: () => focusOn(thing, 1),
      2: () => focusOn(thing, 2),
    });
  }
  return acts[key.length === 1 ? key.toLowerCase() : key];
}

function escape() {
  if (byId("rail").classList.contains("is-open")) {
    openRail(false);
    byId("open-rail").focus();
  } else if (!byId("export-menu").hidden) openMenu(false);
  else if (selection.thing >= 0 || selection.fact >= 0 || pathsOpen) closePanel();
}

/** Keys of the picture: from thing to thing in the direction of the arrow. */
function canvasKey(event) {
  const direction = ARROWS[event.key];
  if (direction && scene.things.length) {
    const from = scene.things.includes(selection.thing) ? selection.thing : -1;
    const next = from < 0 ? Math.min(...scene.things) : thingTowards(from, ...direction);
    if (next >= 0) {
      select({ thing: next });
      if (!isInView(next)) centreOn(next);
      announceSelection();
    }
    return true;
  }
  if (event.key === "Enter" && (selection.thing >= 0 || selection.fact >= 0)) {
    byId("panel-title").focus();
    return true;
  }
  return false;
}

function zoomBy(factor) {
  moved = true;
  moveTo(network.getViewPosition(), Math.min(Math.max(network.getScale() * factor, 0.02), 8));
  emit("camera");
}

function listenToKeys() {
  byId("canvas").addEventListener("keydown", (event) => {
    if (!event.altKey && !event.ctrlKey && !event.metaKey && canvasKey(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (byId("help").open || event.altKey || event.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !isTyping(event.target)) {
      event.preventDefault();
      undoStep();
      return;
    }
    if (event.ctrlKey || event.metaKey || (isTyping(event.target) && event.key !== "Escape")) return;
    const act = pageKey(event);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

const KEY_ROWS = [
  [["/"], "keySearch"],
  [["←", "↑", "→", "↓"], "keyArrows"],
  [["Enter"], "keyEnter"],
  [["Esc"], "keyEsc"],
  [["E", "C"], "keyExpand"],
  [["1", "2"], "keyFocus"],
  [["H"], "keyHide"],
  [["U", "Ctrl Z"], "keyUndo"],
  [["P"], "keyPath"],
  [["T"], "keyTable"],
  [["+", "−", "0"], "keyZoom"],
  [["?"], "keyHelp"],
];

function helpHead(close) {
  return make(
    "div",
    { class: "dialog-head" },
    make("h2", { id: "help-title", text: t("help") }),
    signButton("close", "close", close),
  );
}

/** What shapes, colours and lines mean. */
function helpLegend() {
  const kinds = KINDS.map(({ name, zh, en }) =>
    make("span", { class: "legend-item" }, symbol(name, 15), make("span", { text: pick(zh, en) })),
  );
  const lines = ["completed", "underway", "planned", "unknown"].map((status) => pill(status, t(status)));
  return [make("div", { class: "legend-line" }, ...kinds), make("div", { class: "legend-line" }, ...lines)];
}

function helpKeys() {
  const rows = KEY_ROWS.map(([keys, word]) => {
    const caps = keys.map((key) => make("kbd", { text: key }));
    return make("div", {}, make("dt", {}, ...caps), make("dd", { text: t(word) }));
  });
  return make("dl", { class: "keys" }, ...rows);
}

function openHelp() {
  const dialog = byId("help");
  dialog.replaceChildren(
    helpHead(() => dialog.close()),
    make("h3", { text: t("helpReading") }),
    make("p", { text: t("helpReadingText") }),
    ...helpLegend(),
    make("p", { text: t("helpConfidence") }),
    ...(GRAPH.unspoken ? [make("p", { text: unspokenText("countUnspokenWhy") })] : []),
    make("h3", { text: t("helpKeys") }),
    helpKeys(),
    make("p", { class: "soft", text: t("helpOffline") }),
  );
  dialog.showModal();
}
