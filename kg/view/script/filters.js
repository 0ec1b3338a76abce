// What may be seen: classes, relations, progress, time, confidence. A filter speaks about the whole graph, not only
// about what is in the picture, so the picture is chosen anew from what passes.

/** The months in which something begins or ends, counted from year 0, in order; null if nothing has a date. */
const MONTHS = (() => {
  const found = new Set();
  for (let f = 0; f < FACT_COUNT; f++) if (FACTS.from[f] >= 0) found.add(FACTS.from[f]).add(FACTS.to[f]);
  return found.size ? [...found].sort((a, b) => a - b) : null;
})();
const FIRST_MONTH = MONTHS?.[0] ?? 0;
const LAST_MONTH = MONTHS?.at(-1) ?? 0;

function openFilters() {
  return {
    kinds: new Set(KINDS.keys()),
    predicates: new Set(PREDICATES.keys()),
    statuses: new Set(STATUSES.keys()),
    from: FIRST_MONTH,
    to: LAST_MONTH,
    undated: true,
    confidence: 0,
  };
}

let filters = openFilters();

/** 1 for each fact and thing that passes; a thing passes by its class alone. */
const factPasses = new Uint8Array(FACT_COUNT).fill(1);
const thingPasses = new Uint8Array(THING_COUNT).fill(1);

/** Links that pass, by thing. */
const passingDegree = Int32Array.from(DEGREE);

const timeFiltered = () =>
  MONTHS !== null && (filters.from > FIRST_MONTH || filters.to < LAST_MONTH || !filters.undated);
const linksFiltered = () =>
  filters.predicates.size < PREDICATES.length ||
  filters.statuses.size < STATUSES.length ||
  filters.confidence > 0 ||
  timeFiltered();
const anyFilter = () => linksFiltered() || filters.kinds.size < KINDS.length;

function passesTime(fact) {
  const { from, to } = FACTS;
  return from[fact] < 0 ? filters.undated : from[fact] <= filters.to && to[fact] >= filters.from;
}

function applyFilters() {
  for (let i = 0; i < THING_COUNT; i++) thingPasses[i] = filters.kinds.has(THINGS.kind[i]) ? 1 : 0;
  passingDegree.fill(0);
  for (let f = 0; f < FACT_COUNT; f++) {
    const [s, o] = [FACTS.s[f], FACTS.o[f]];
    const passes =
      thingPasses[s] &&
      (o < 0 || thingPasses[o]) &&
      FACTS.confidence[f] >= filters.confidence &&
      filters.predicates.has(FACTS.p[f]) &&
      filters.statuses.has(FACTS.status[f]) &&
      passesTime(f);
    factPasses[f] = passes ? 1 : 0;
    if (passes && o >= 0) {
      passingDegree[s]++;
      if (o !== s) passingDegree[o]++;
    }
  }
}

/** Change some of the filters and let everything follow. */
function changeFilters(change) {
  Object.assign(filters, change);
  applyFilters();
  emit("filters");
}

function resetFilters() {
  filters = openFilters();
  applyFilters();
  emit("filters");
}

/** Neighbours by links that pass, the best connected first, without repeats. */
function neighbours(thing) {
  const found = new Set();
  for (const fact of factsOf(thing)) {
    if (factPasses[fact] && FACTS.o[fact] >= 0 && otherEnd(fact, thing) !== thing) {
      found.add(otherEnd(fact, thing));
    }
  }
  return [...found].sort((a, b) => a - b);
}
