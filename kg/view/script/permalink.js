// The state in the address: the steps of the scene, the selection, the filters, the view, where the camera stands.

const STEP_LETTERS = { open: "o", focus: "f", paths: "p", show: "s", expand: "e", collapse: "c", hide: "h" };
const encodeId = (id) => encodeURIComponent(id).replaceAll("%2F", "/");

function stepText(step) {
  const letter = STEP_LETTERS[step.act];
  if (step.act === "open") return letter;
  if (step.act === "paths") return `${letter}${step.direct ? "d" : ""}:${encodeId(THINGS.id[step.a])}:${encodeId(THINGS.id[step.b])}`;
  return `${letter}${step.act === "focus" ? step.steps : ""}:${encodeId(THINGS.id[step.thing])}`;
}

function readStep(text) {
  const [letters, ...ids] = text.split(":");
  const act = Object.keys(STEP_LETTERS).find((name) => STEP_LETTERS[name] === letters[0]);
  const [a, b] = ids.map((id) => THING_BY_ID.get(decodeURIComponent(id)) ?? -1);
  if (act === "open") return { act };
  if (!act || a === undefined || a < 0 || (act === "paths" && !(b >= 0))) return null;
  if (act === "paths") return { act, a, b, direct: letters[1] === "d" };
  return act === "focus" ? { act, thing: a, steps: letters[1] === "2" ? 2 : 1 } : { act, thing: a };
}

/** What is switched off, by name: names outlive a rebuild of the page, numbers do not. */
function offNames(names, on) {
  return names
    .filter((_, value) => !on.has(value))
    .map(encodeURIComponent)
    .join(",");
}

function onValues(names, text) {
  const off = new Set(text.split(",").map(decodeURIComponent));
  return new Set([...names.keys()].filter((value) => !off.has(names[value])));
}

const kindNames = KINDS.map((kind) => kind.name);
const predicateNames = PREDICATES.map((predicate) => predicate.name);

/** What the address is to say; parts without a value are left out. */
function linkParts() {
  return { ...sceneParts(), ...filterParts(), ...viewParts() };
}

function sceneParts() {
  const now = currentSteps();
  const isFirst = now.length === 1 && baseKey(now[0]) === baseKey(FIRST_STEP);
  return {
    at: isFirst ? "" : now.map(stepText).join(","),
    thing: selection.thing >= 0 ? encodeId(THINGS.id[selection.thing]) : "",
    fact: selection.fact >= 0 ? encodeId(FACTS.id[selection.fact]) : "",
    tab: selection.thing >= 0 && panelTab !== "facts" ? panelTab : "",
  };
}

function filterParts() {
  return {
    nokind: offNames(kindNames, filters.kinds),
    norel: offNames(predicateNames, filters.predicates),
    nostatus: offNames(STATUSES, filters.statuses),
    from: filters.from > FIRST_MONTH ? monthText(filters.from) : "",
    to: filters.to < LAST_MONTH ? monthText(filters.to) : "",
    dated: filters.undated ? "" : "1",
    conf: filters.confidence ? String(filters.confidence / 1000) : "",
  };
}

function viewParts() {
  const columns = [table.of, table.scope, table.sort, table.down ? "down" : "up"];
  return {
    table: activeView === "table" ? columns.join(",") : "",
    about: activeView === "table" && table.scope === "about" ? encodeId(THINGS.id[table.about]) : "",
    links: everyLink ? "all" : "",
    cam: moved ? cameraText() : "",
  };
}

/** Has the camera been moved by hand since the scene was fitted? Only then is its place worth a word. */
let moved = false;

function cameraText() {
  const { x, y } = network.getViewPosition();
  return [Math.round(x), Math.round(y), network.getScale().toFixed(3)].join(",");
}

function writeLink() {
  const text = Object.entries(linkParts())
    .filter(([, value]) => value)
    .map(([key, value]) => `${key}=${value}`)
    .join("&");
  const next = text ? `#${text}` : location.pathname + location.search;
  if (`#${text}` !== (location.hash || "#")) history.replaceState(null, "", next);
}

const monthOf = (text) => {
  const [year, month] = text.split("-").map(Number);
  return Number.isInteger(year) && month >= 1 && month <= 12 ? year * 12 + month - 1 : null;
};

function readFilters(parts) {
  const next = openFilters();
  if (parts.nokind) next.kinds = onValues(kindNames, parts.nokind);
  if (parts.norel) next.predicates = onValues(predicateNames, parts.norel);
  if (parts.nostatus) next.statuses = onValues(STATUSES, parts.nostatus);
  if (TIME_STEPS.length && parts.from) next.from = Math.max(monthOf(parts.from) ?? FIRST_MONTH, FIRST_MONTH);
  if (TIME_STEPS.length && parts.to) next.to = Math.min(monthOf(parts.to) ?? LAST_MONTH, LAST_MONTH);
  next.undated = parts.dated !== "1";
  next.confidence = Math.min(Math.max(Math.round(Number(parts.conf) * 1000) || 0, 0), 1000);
  return next;
}

/** What a malformed escape in the address says is as good as nothing. */
function safely(read) {
  try {
    return read();
  } catch {
    return null;
  }
}

/** The address in its parts: name=value, joined by &. */
function readParts() {
  const pairs = location.hash.slice(1).split("&").filter(Boolean);
  return Object.fromEntries(pairs.map((pair) => [pair.split("=")[0], pair.slice(pair.indexOf("=") + 1)]));
}

/** Bring back what the address says; what it names and the page does not hold is left out. */
function readLink() {
  const parts = readParts();
  filters = safely(() => readFilters(parts)) ?? openFilters();
  applyFilters();
  const read = safely(() => parts.at?.split(",").map(readStep).filter(Boolean)) ?? [];
  steps = read.length && isBase(read[0]) ? read : [FIRST_STEP, ...read];
  everyLink = parts.links === "all";
  readPanel(parts);
  if (parts.table) table = readTable(parts.table, foundThing(parts.about));
  return { view: parts.table ? "table" : "graph", camera: readCamera(parts.cam) };
}

const foundBy = (byId, id) => safely(() => byId.get(decodeURIComponent(id))) ?? -1;
const foundThing = (id) => foundBy(THING_BY_ID, id);

/** What is selected, or which paths are shown. */
function readPanel(parts) {
  const base = currentSteps()[0];
  if (base.act === "paths") pathEnds = { a: base.a, b: base.b };
  pathsOpen = base.act === "paths" && !parts.thing && !parts.fact;
  panelTab = parts.tab === "timeline" ? "timeline" : "facts";
  const isPlain = location.hash.length < 2;
  const thing = isPlain ? OPENING.focus : foundThing(parts.thing);
  selection = { thing, fact: thing >= 0 ? -1 : foundBy(FACT_BY_ID, parts.fact) };
}

function readTable(text, about) {
  const [of, scope, sort, down] = text.split(",");
  return {
    ...table,
    of: of === "things" ? "things" : "facts",
    scope: scope === "all" || (scope === "about" && about >= 0) ? scope : "shown",
    about: about >= 0 ? about : selection.thing,
    sort: sort ?? "",
    down: down === "down",
  };
}

/** Where the camera stands, as [x, y, scale]; null if the address does not say. */
function readCamera(text = "") {
  const camera = text.split(",").map(Number);
  return camera.length === 3 && camera.every(Number.isFinite) && camera[2] > 0 ? camera : null;
}
