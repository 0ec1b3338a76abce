// Start: join the parts, and let each change flow one way: filters → scene → picture, table, panel, address.

function showCounts() {
  const things = t("countThings", { a: scene.things.length, b: THING_COUNT });
  const facts = t("countFacts", { a: scene.facts.length, b: FACT_COUNT });
  byId("counts").replaceChildren(
    make("span", { id: "count-things", text: things, title: unspokenText("countUnspokenWhy") }, unspokenNote()),
    make("span", { id: "count-facts", text: facts, title: t("countArticles", { n: GRAPH.articles }) }),
  );
}

/** What the page leaves out, so that its number of things is less than that of the build. */
const unspokenText = (word) => (GRAPH.unspoken ? t(word, { n: GRAPH.unspoken }) : "");
const unspokenNote = () => make("small", { class: "soft", text: unspokenText("countUnspoken") });

/** What stands in an empty picture: what is the matter, and a way out. */
function showEmpty() {
  const way = (word, act) => makeButton({ class: "main-action", text: t(word) }, act);
  let [head, text, out] = ["emptyView", "emptyViewText", way("resetFilters", resetFilters)];
  if (scene.matching) [head, text, out] = ["emptyPicture", "emptyPictureText", way("viewTable", showMatching)];
  if (THING_COUNT === 0) [head, text, out] = ["emptyGraph", "emptyGraphText", ""];
  byId("empty").replaceChildren(make("h2", { text: t(head) }), make("p", { text: t(text) }), out);
}

function showMatching() {
  table = { ...table, scope: "all", page: 0 };
  setView("table");
}

/** What the note over the picture says of what is left out; nothing where all is drawn. */
function partialText() {
  const drawn = drawnFacts();
  if (scene.matching && (everyLink || drawn < scene.matching)) {
    if (!everyLink) return t("matchNote", { a: drawn, b: scene.matching });
    const word = drawn < scene.matching ? "matchMost" : "matchWhole";
    return t(word, { a: drawn, b: scene.matching, n: MOST_MATCHING });
  }
  if (!scene.crowded) return "";
  return t(everyLink ? "wholeNote" : "partialNote", { a: scene.links.length, b: scene.linkCount });
}

/** Where only a part is drawn, say so, and offer the rest. */
function showPartial() {
  const note = byId("partial");
  const text = partialText();
  note.hidden = !text;
  if (!text) return;
  note.replaceChildren(
    make("span", { text }),
    make("button", {
      type: "button",
      class: "plain",
      text: t(everyLink ? "partialMain" : "partialAll"),
      on: { click: toggleLinks },
    }),
  );
}

function toggleLinks() {
  everyLink = !everyLink;
  refreshScene();
  if (!moved && scene.matching) fit();
  showTable();
  linkSoon();
  byId("partial").querySelector("button")?.focus();
}

/** Draw the scene that steps and filters amount to. */
function refreshScene() {
  buildScene();
  drawScene();
  showCounts();
  showEmpty();
  showPartial();
  byId("undo").disabled = steps.length < 2;
}

let linkTimer = 0;

function linkSoon() {
  clearTimeout(linkTimer);
  linkTimer = setTimeout(writeLink, 120);
}

function openMenu(open) {
  if (open) nameScopes();
  byId("export-menu").hidden = !open;
  byId("open-export").setAttribute("aria-expanded", String(open));
  if (open) byId("export-png").focus();
  else byId("open-export").focus();
}

function setTheme(next) {
  document.documentElement.dataset.theme = next;
  readTheme();
  drawLinks();
  network.redraw();
}

let filterFrame = 0;

/** A slider fires faster than a picture can be drawn; one drawing for each frame is enough. */
function afterFilters() {
  refreshRail();
  cancelAnimationFrame(filterFrame);
  filterFrame = requestAnimationFrame(() => {
    refreshScene();
    if (!moved && scene.things.some((thing) => !isInView(thing))) fit();
    showTable();
    showPanel();
    linkSoon();
  });
}

function afterStep(step) {
  refreshScene();
  showTable();
  showPanel();
  if (isBase(step) || step.act === "undo" || step.act === "load") {
    moved = false;
    fit();
  }
  linkSoon();
}

function afterSelection() {
  panelAside = false;
  followSelection();
  showCounts();
  showPanel();
  showTable();
  linkSoon();
}

function afterCamera() {
  moved = true;
  linkSoon();
}

function afterLanguage() {
  buildRail();
  buildSheet();
  showCounts();
  showPartial();
  showEmpty();
  showPanel();
  showTable();
  network.redraw();
}

function joinParts() {
  on("filters", afterFilters);
  on("scene", afterStep);
  on("selection", afterSelection);
  on("camera", afterCamera);
  on("language", afterLanguage);
  for (const event of ["table", "view", "tab"]) on(event, linkSoon);
}

function listenToButtons() {
  const click = (id, act) => byId(id).addEventListener("click", act);
  click("skip", () => byId("canvas").focus());
  click("view-graph", () => switchView("graph"));
  click("view-table", () => switchView("table"));
  click("open-rail", () => openRail(!byId("rail").classList.contains("is-open")));
  click("close-rail", () => openRail(false));
  click("scrim", () => openRail(false));
  click("reset-filters", resetFilters);
  click("open-paths", () => openPaths());
  click("open-export", () => openMenu(byId("export-menu").hidden));
  click("export-png", savePng);
  click("export-json", saveJson);
  click("export-csv", saveCsv);
  click("copy-link", copyLink);
  click("language", () => setLanguage(language === "zh" ? "en" : "zh"));
  click("theme", () => {
    setTheme(theme === "dark" ? "light" : "dark");
    memory.set("theme", theme);
  });
  click("open-help", openHelp);
  click("zoom-in", () => zoomBy(1.3));
  click("zoom-out", () => zoomBy(1 / 1.3));
  click("zoom-fit", () => fit());
  click("undo", undoStep);
  click("home", goHome);
  byId("export-menu").addEventListener("keydown", menuKey);
  byId("export-menu").addEventListener("click", () => openMenu(false));
  document.addEventListener(
    "click",
    (event) => event.target.closest(".menu-holder") || byId("export-menu").hidden || openMenu(false),
  );
}

function menuKey(event) {
  const items = [...byId("export-menu").querySelectorAll("button")];
  const at = items.indexOf(document.activeElement);
  const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
  if (!(event.key in moves)) return;
  event.preventDefault();
  items[(moves[event.key] + items.length) % items.length].focus();
}

function openFromLink() {
  const { view, camera } = readLink();
  buildRail();
  refreshScene();
  fit(scene.things, false);
  if (camera) {
    moved = true;
    network.moveTo({ position: { x: camera[0], y: camera[1] }, scale: camera[2] });
  } else if (location.hash && scene.things.includes(selection.thing)) {
    approach(selection.thing, false);
  }
  setView(view);
  showPanel();
}

function start() {
  readTheme();
  translatePage();
  applyFilters();
  buildSheet();
  makeFinder(byId("search"), (thing) => {
    openOn(thing);
    if (activeView === "table") openTable();
    (activeView === "graph" ? byId("canvas") : byId("sheet-body")).focus({ preventScroll: true });
  });
  listenToButtons();
  listenToKeys();
  new ResizeObserver(() => keepInView()).observe(byId("canvas"));
  openFromLink();
  opened = true;
  network.redraw();
  joinParts();
  whenIdle(buildSearch);
  window.addEventListener("hashchange", () => {
    openFromLink();
    showTable();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener(
    "change",
    (event) => memory.get("theme") || setTheme(event.matches ? "dark" : "light"),
  );
}

start();
