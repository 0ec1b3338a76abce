// What may be seen: classes, relations, status, time, confidence. A filter speaks about the whole graph, not only
// about what is in the picture, so the picture is chosen anew from what passes.

const MOST_STEPS = 72;
const TAIL = 0.03; // so much of all that begins may lie before, and as much after, the years shown month by month

/**
 * The steps of the time axis, as { from, to, isTail } in months from year 0: even steps through the years in which nearly
 * everything begins, and one for all that lies before and one for all that lies after, lest a plan for 2060 squeeze
 * three years of news. Empty if nothing has a date.
 */
const TIME_STEPS = (() => {
  const dated = FACTS.from.filter((month) => month >= 0).sort((a, b) => a - b);
  if (!dated.length) return [];
  const last = FACTS.to.reduce((most, month) => Math.max(most, month), 0);
  const year = (share) => Math.floor(dated[Math.round(share * (dated.length - 1))] / 12) * 12;
  const [start, end] = [year(TAIL), year(1 - TAIL) + 11];
  const size = [1, 3, 6, 12].find((months) => (end + 1 - start) / months <= MOST_STEPS) ?? 12;
  const steps = dated[0] < start ? [{ from: dated[0], to: start - 1, isTail: true }] : [];
  for (let from = start; from <= end; from += size) steps.push({ from, to: from + size - 1 });
  return last > end ? [...steps, { from: end + 1, to: last, isTail: true }] : steps;
})();
const FIRST_MONTH = TIME_STEPS[0]?.from ?? 0;
const LAST_MONTH = TIME_STEPS.at(-1)?.to ?? 0;

/** The step of the time axis in which a month lies. */
const stepOf = (month) =>
  Math.max(
    0,
    TIME_STEPS.findLastIndex((step) => step.from <= month),
  );

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
  TIME_STEPS.length > 0 &&
  (filters.from > FIRST_MONTH || filters.to < LAST_MONTH || !filters.undated);
const linksFiltered = () =>
  filters.predicates.size < PREDICATES.length ||
  filters.statuses.size < STATUSES.length ||
  filters.confidence > 0 ||
  timeFiltered();
const anyFilter = () => linksFiltered() || filters.kinds.size < KINDS.length;

/** How many facts pass. */
const matchingFacts = () => factPasses.reduce((sum, passes) => sum + passes, 0);

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
