// Shortest paths: choose two things, see every path step by step, each step with its sentence.

let pathsOpen = false;
let pathEnds = { a: -1, b: -1 };

function openPaths(from = selection.thing) {
  pathsOpen = true;
  const shown = currentSteps()[0];
  if (from >= 0) pathEnds = { a: from, b: shown.act === "paths" && shown.a === from ? shown.b : -1 };
  showPanel();
  const empty = document.querySelector(pathEnds.a < 0 ? "#path-a" : "#path-b");
  empty.focus();
}

function pathField(id, word, thing, onPick) {
  const input = make("input", { type: "text", id, autocomplete: "off", spellcheck: "false", placeholder: t("pathPick") });
  const holder = make("div", { class: "finder" }, input);
  const finder = makeFinder(holder, onPick, true);
  finder.set(thing);
  return make("div", { class: "field" }, make("label", { for: id, text: t(word) }), holder);
}

function pathView() {
  const results = make("div", { class: "path-results", id: "path-results" });
  const choose = (end) => (thing) => {
    pathEnds = { ...pathEnds, [end]: thing };
    if (pathEnds.a >= 0 && pathEnds.b >= 0) findPaths();
    else document.querySelector(end === "a" ? "#path-b" : "#path-a").focus();
  };
  const find = make("button", { type: "button", class: "main-action", id: "path-find", on: { click: findPaths } }, icon("path"), make("span", { text: t("pathFind") }));
  const base = currentSteps()[0];
  if (base.act === "paths" && base.a === pathEnds.a && base.b === pathEnds.b) results.append(...pathResults());
  return [
    panelBar([make("span", { text: t("paths") })]),
    make("div", { class: "path-form" }, make("p", { class: "soft", text: t("pathIntro") }), pathField("path-a", "pathFrom", pathEnds.a, choose("a")), pathField("path-b", "pathTo", pathEnds.b, choose("b")), find),
    results,
  ];
}

function findPaths() {
  const { a, b } = pathEnds;
  if (a < 0 || b < 0 || a === b) {
    byId("path-results").replaceChildren(make("p", { class: "nothing", role: "alert", text: a >= 0 && a === b ? t("pathSame") : t("pathPick") }));
    return;
  }
  selection = { thing: -1, fact: -1 };
  take({ act: "paths", a, b });
}

function pathResults() {
  const { paths, more } = shortestPaths(pathEnds.a, pathEnds.b);
  if (!paths.length) return [make("p", { class: "nothing", text: t("pathNone") })];
  const k = paths[0].facts.length;
  const head = more ? t("pathMore", { n: paths.length, k }) : paths.length === 1 ? t("pathFound1", { k }) : t("pathFound", { n: paths.length, k });
  announce(head);
  return [make("h3", { class: "panel-heading", text: head }), ...paths.map(pathCard)];
}

function pathCard(path, index) {
  const steps = path.facts.map((fact, at) => {
    const forward = FACTS.s[fact] === path.things[at];
    const name = isSymmetric(fact) ? `${predicateName(fact)} —` : forward ? `${predicateName(fact)} →` : `← ${predicateName(fact)}`;
    const best = proofsOf(fact)[0];
    const details = make("details", {}, make("summary", {}, make("span", { class: "relation", text: name }), statusPill(statusOf(fact))), best ? proofBlock(best, fact) : null);
    return make("li", {}, details, thingButton(path.things[at + 1]));
  });
  return make("article", { class: "path", "aria-label": `${t("paths")} ${index + 1}` }, make("ol", {}, make("li", {}, thingButton(path.things[0])), ...steps));
}
