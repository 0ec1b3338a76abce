// Which things are in the picture. A scene is the result of steps taken from the opening; so a step can be undone,
// and the steps alone are enough for a link that brings the scene back.

const OPENING = JSON.parse(byId("kg-opening").textContent);
const OPENING_PLACES = openingPlaces();
const MOST_SHOWN = 300;
const FIRST_SHOWN = 160; // these as in kg/view/opening_picture.py, which lays the opening out
const MOST_LINKS = 240;
const MOST_MATCHING = 600; // when all that match are asked for: more could not be told apart, nor laid out in a second
const LEAST_ISLAND = 5;
const EXPAND_BY = 30;
const MOST_KIN = 12; // as in kg/view/opening_picture.py

/** The places laid out beforehand, stretched along the longer side of the stage so that they fill it. */
function openingPlaces() {
  const room = stageRoom(false);
  const span = (axis) => {
    const values = OPENING.nodes.map((node) => node[axis]);
    return Math.max(1, Math.max(...values) - Math.min(...values));
  };
  // Beside the outermost symbols there is to be room for their labels.
  const ratio = (room.width - 60) / (room.height - 55) / (span("x") / span("y"));
  const [across, down] =
    OPENING.focus < 0 ? [Math.min(Math.max(ratio, 1), 2), Math.min(Math.max(1 / ratio, 1), 2)] : [1, 1];
  return new Map(
    OPENING.nodes.map(({ id, x, y }) => [id, { x: Math.round(x * across), y: Math.round(y * down) }]),
  );
}

/** The first step is where the page starts: everything, or one thing and what surrounds it. */
const FIRST_STEP = OPENING.focus >= 0 ? { act: "focus", thing: OPENING.focus, steps: 2 } : { act: "open" };

let steps = [FIRST_STEP];

/**
 * What is in the picture: things in the order in which they came, with their places; the facts shown (links and
 * figures); and the paths, when the scene shows paths. `partial` tells whether links were left out. `matching` is how many
 * facts match the filters that the picture was chosen by; 0 if it was not.
 */
let scene = {
  things: [],
  facts: [],
  links: [],
  paths: [],
  places: new Map(),
  crowded: false,
  partial: false,
  matching: 0,
};

/**
 * Draw all that was asked for, however much? Otherwise a crowded picture shows the main links, and one that filters
 * chose shows the best connected of what matches.
 */
let everyLink = false;

/** Places by scene: going back to an earlier scene finds everything where it was. */
const placesByBase = new Map();

const baseKey = (step) =>
  `${step.act}:${step.thing ?? ""}:${step.steps ?? ""}:${step.a ?? ""}:${step.b ?? ""}:${step.direct ?? ""}`;

const isBase = (step) => step.act === "open" || step.act === "focus" || step.act === "paths";

function take(step) {
  steps = [...steps, step];
  emit("scene", step);
}

function undo() {
  if (steps.length < 2) return false;
  steps = steps.slice(0, -1);
  emit("scene", { act: "undo" });
  return true;
}

/** The steps since the scene was last chosen anew. */
function currentSteps() {
  return steps.slice(steps.findLastIndex(isBase));
}

/** Work the scene out from its steps and the filters, and find a place for everything in it. */
function buildScene() {
  const [base, ...later] = currentSteps();
  const { things, paths } = baseScene(base);
  const shown = new Set(things);
  for (const step of later) applyStep(step, shown);
  const list = [...shown].filter((thing) => thingPasses[thing]);
  const within = factsWithin(list);
  const links = within.filter((fact) => FACTS.o[fact] >= 0);
  const crowded = links.length > MOST_LINKS;
  const partial = crowded && !everyLink;
  scene = {
    things: list,
    within,
    links: partial ? mainLinks(links, base.thing) : links,
    linkCount: links.length,
    paths,
    places: placesFor(base, list, paths),
    crowded,
    partial,
    matching: base.act === "open" && anyFilter() ? matchingFacts() : 0,
  };
  chooseFacts();
}

/** How many facts the picture shows, whatever is selected. */
const drawnFacts = () => scene.links.length + scene.within.length - scene.linkCount;

/** The facts shown: the links drawn, those of the selection among them, and the figures. */
function chooseFacts() {
  const drawn = new Set(scene.links);
  const selected = (fact) =>
    fact === selection.fact || FACTS.s[fact] === selection.thing || FACTS.o[fact] === selection.thing;
  scene.facts = scene.partial
    ? scene.within.filter((fact) => FACTS.o[fact] < 0 || drawn.has(fact) || selected(fact))
    : scene.within;
}

function baseScene(base) {
  if (baseKey(base) === baseKey(FIRST_STEP) && !anyFilter()) {
    return { things: OPENING.nodes.map((node) => node.id), paths: [] };
  }
  if (base.act === "focus") return { things: thingsAround(base.thing, base.steps), paths: [] };
  if (base.act === "paths") {
    const { paths } = pathsOf(base);
    const things = new Set([base.a, base.b, ...paths.flatMap((path) => path.things)]);
    return { things: [...things], paths };
  }
  return { things: openingThings(), paths: [] };
}

/** The best connected of what passes the filters; or all of it, if that was asked for. */
function openingThings() {
  if (everyLink && anyFilter()) return matchingThings();
  const linked = linksFiltered() || THING_COUNT > MOST_SHOWN;
  const found = [];
  for (let i = 0; i < THING_COUNT; i++) {
    if (thingPasses[i] && (!linked || passingDegree[i] > 0)) found.push(i);
  }
  const limit = THING_COUNT > MOST_SHOWN ? FIRST_SHOWN : MOST_SHOWN;
  const best = found.sort((a, b) => passingDegree[b] - passingDegree[a] || a - b).slice(0, limit);
  return linked ? mainland(best) : best;
}

/** All things that a matching fact speaks of, as many as can be drawn. */
function matchingThings() {
  const found = [...Array(THING_COUNT).keys()].filter((thing) => factsOf(thing).some((fact) => factPasses[fact]));
  return found.sort((a, b) => passingDegree[b] - passingDegree[a] || a - b).slice(0, MOST_MATCHING);
}

/** What hangs together, without islands too small to say anything about the whole, unless all are; as opening.py. */
function mainland(things) {
  const kept = new Set(things);
  const parts = [];
  const seen = new Set();
  for (const thing of things) {
    if (seen.has(thing)) continue;
    const part = reachable(thing, kept);
    for (const one of part) seen.add(one);
    parts.push(part);
  }
  const atLeast = (size) => new Set(parts.filter((part) => part.size >= size).flatMap((part) => [...part]));
  const shown = [atLeast(LEAST_ISLAND), atLeast(2), kept].find((some) => some.size);
  return things.filter((thing) => shown?.has(thing));
}

/** All that links among `kept` lead to. */
function reachable(start, kept) {
  const found = new Set([start]);
  for (const thing of found) {
    for (const other of neighbours(thing)) if (kept.has(other)) found.add(other);
  }
  return found;
}

/** A thing and its neighbours; at two steps the best of theirs too, in turns, so that no hub fills the rest. */
function thingsAround(centre, reach) {
  const ring = neighbours(centre).slice(0, FIRST_SHOWN - 1);
  const found = new Set([centre, ...ring]);
  if (reach === 1) return [...found];
  const further = ring.map((thing) =>
    neighbours(thing)
      .filter((other) => !found.has(other))
      .slice(0, MOST_KIN),
  );
  const longest = Math.max(0, ...further.map((list) => list.length));
  for (let turn = 0; turn < longest; turn++) {
    for (const list of further) {
      if (found.size >= FIRST_SHOWN) return [...found];
      if (turn < list.length) found.add(list[turn]);
    }
  }
  return [...found];
}

function applyStep(step, shown) {
  if (step.act === "hide") shown.delete(step.thing);
  if (step.act === "show") {
    shown.add(step.thing);
    for (const other of neighbours(step.thing).slice(0, 12)) shown.add(other);
  }
  if (step.act === "expand") {
    shown.add(step.thing);
    const fresh = neighbours(step.thing).filter((thing) => !shown.has(thing));
    for (const other of fresh.slice(0, EXPAND_BY)) shown.add(other);
  }
  if (step.act === "collapse") {
    for (const other of leavesOf(step.thing, shown)) shown.delete(other);
  }
}

/** Neighbours that hang on this thing alone. */
function leavesOf(thing, shown) {
  return neighbours(thing).filter(
    (other) => shown.has(other) && neighbours(other).filter((one) => shown.has(one)).length === 1,
  );
}

function factsWithin(things) {
  const inside = new Set(things);
  const found = [];
  for (const thing of things) {
    for (const fact of factsOf(thing)) {
      if (factPasses[fact] && FACTS.s[fact] === thing && (FACTS.o[fact] < 0 || inside.has(FACTS.o[fact]))) {
        found.push(fact);
      }
    }
  }
  return found;
}

function placesFor(base, things, paths) {
  const key = baseKey(base);
  if (!placesByBase.has(key)) placesByBase.set(key, firstPlaces(base, things, paths));
  const places = placesByBase.get(key);
  const standing = [];
  const missing = [];
  for (const thing of things) {
    // A place given while this spot was empty may clash with what has come back since; the later comer moves.
    const place = places.get(thing);
    const keeps =
      place &&
      (OPENING_PLACES.has(thing) ||
        isFree(place.x, place.y, radiusOf(thing), standing, places, LEAST_GAP));
    (keeps ? standing : missing).push(thing);
  }
  placeJoiners(missing, standing, places);
  return places;
}

function firstPlaces(base, things, paths) {
  if (baseKey(base) === baseKey(FIRST_STEP)) return new Map(OPENING_PLACES);
  if (base.act === "paths") return arrangeColumns(paths);
  const links = factsWithin(things)
    .filter((fact) => FACTS.o[fact] >= 0)
    .map((fact) => [FACTS.s[fact], FACTS.o[fact]]);
  if (!things.length) return new Map();
  // The centre itself may be hidden, by a step or by a filter.
  const centre = things.includes(base.thing) ? base.thing : Math.min(...things);
  return arrangeRings(centre, things, links);
}

/** Neighbours that pass the filters but are not in the picture. */
function hiddenNeighbours(thing) {
  const inside = new Set(scene.things);
  return neighbours(thing).filter((other) => !inside.has(other)).length;
}
