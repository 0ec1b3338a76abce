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
  const value = thing >= 0 ? labelOf(thing) : "";
  const input = make("input", {
    type: "text",
    id,
    autocomplete: "off",
    spellcheck: "false",
    placeholder: t("pathPick"),
    value,
  });
  const holder = make("div", { class: "finder" }, input);
  makeFinder(holder, onPick, true);
  return make("div", { class: "field" }, make("label", { for: id, text: t(word) }), holder);
}

function pathForm() {
  const choose = (end) => (thing) => {
    pathEnds = { ...pathEnds, [end]: thing };
    if (pathEnds.a >= 0 && pathEnds.b >= 0) findPaths();
    else document.querySelector(end === "a" ? "#path-b" : "#path-a").focus();
  };
  const find = () => findPaths(byId("path-direct")?.checked);
  const word = make("span", { text: t("pathFind") });
  return make(
    "div",
    { class: "path-form" },
    make("p", { class: "soft", text: t("pathIntro") }),
    pathField("path-a", "pathFrom", pathEnds.a, choose("a")),
    pathField("path-b", "pathTo", pathEnds.b, choose("b")),
    directBox(),
    makeButton({ class: "main-action", id: "path-find" }, find, icon("path"), word),
  );
}

/** The choice to do without sectors, technologies and goals; of no use where no path does. */
function directBox() {
  const { a, b } = pathEnds;
  if (a < 0 || b < 0 || a === b) return null;
  const length = directLength(a, b);
  const box = make("input", {
    type: "checkbox",
    id: "path-direct",
    disabled: length < 0,
    on: { change: (event) => findPaths(event.target.checked) },
  });
  const shown = currentSteps()[0];
  box.checked = length >= 0 && (isShown(shown) ? shown.direct : isNear(length));
  const word = make("span", { text: t(length < 0 ? "pathNotDirect" : "pathDirect", { k: length }) });
  return make("label", { class: "inline" }, box, word);
}

const MOST_DIRECT = 6; // a longer path that does without them says less than a short one that does not
const isNear = (length) => length >= 0 && length <= MOST_DIRECT;

/** Are these the paths that the picture shows? */
const isShown = (base) => base.act === "paths" && base.a === pathEnds.a && base.b === pathEnds.b;

function pathView() {
  const found = isShown(currentSteps()[0]);
  const results = found ? pathResults() : [];
  return [
    panelBar([make("span", { text: t("paths") })]),
    pathForm(),
    make("div", { class: "path-results", id: "path-results" }, ...results),
  ];
}

function findPaths(direct = isNear(directLength(pathEnds.a, pathEnds.b))) {
  const { a, b } = pathEnds;
  if (a < 0 || b < 0 || a === b) {
    byId("path-results").replaceChildren(
      make("p", { class: "nothing", role: "alert", text: a >= 0 && a === b ? t("pathSame") : t("pathPick") }),
    );
    return;
  }
  selection = { thing: -1, fact: -1 };
  take({ act: "paths", a, b, direct });
}

function pathResults() {
  const { paths, more } = pathsOf(currentSteps()[0]);
  if (!paths.length) return [make("p", { class: "nothing", text: t("pathNone") })];
  const counts = { n: paths.length, k: paths[0].facts.length };
  const head = t(more ? "pathMore" : "pathFound", counts);
  announce(head);
  return [make("h3", { class: "panel-heading", text: head }), ...paths.map(pathCard)];
}

function pathCard(path, index) {
  const first = make("li", {}, thingButton(path.things[0]));
  const steps = path.facts.map((fact, at) => pathStep(fact, path.things[at], path.things[at + 1]));
  const name = `${t("paths")} ${index + 1}`;
  return make("article", { class: "path", "aria-label": name }, make("ol", {}, first, ...steps));
}

/** One link of a path: which way it points, how far it has come, its best sentence, and where it leads. */
function pathStep(fact, from, to) {
  const best = proofsOf(fact)[0];
  const details = make(
    "details",
    {},
    make(
      "summary",
      {},
      make("span", { class: "relation", text: stepName(fact, from) }),
      statusPill(fact),
    ),
    best ? proofBlock(best, fact) : null,
  );
  return make("li", {}, details, thingButton(to));
}

function stepName(fact, from) {
  if (isSymmetric(fact)) return `${predicateName(fact)} —`;
  return FACTS.s[fact] === from ? `${predicateName(fact)} →` : `← ${predicateName(fact)}`;
}
