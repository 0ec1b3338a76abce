// The graph as the page holds it: columns of numbers, with names and sentences looked up when they are needed.

const GRAPH = JSON.parse(byId("kg-graph").textContent);
const LOOKS = JSON.parse(byId("kg-looks").textContent);

const THINGS = GRAPH.things;
const FACTS = GRAPH.facts;
const THING_COUNT = THINGS.id.length;
const FACT_COUNT = FACTS.id.length;
const KINDS = GRAPH.kinds.map(([name, zh, en, group]) => ({ name, zh, en, group }));
const PREDICATES = GRAPH.predicates.map(([name, zh, en, backZh, backEn, symmetric, statusNames]) => ({
  name,
  zh,
  en,
  backZh,
  backEn,
  symmetric: symmetric === 1,
  statusNames,
}));
const STATUSES = ["unknown", "planned", "underway", "completed"];

/** Facts by thing: FACT_LIST[FACT_START[i] … FACT_START[i + 1]] are the facts in which thing i takes part. */
const FACT_START = new Int32Array(THING_COUNT + 1);
const FACT_LIST = (() => {
  for (let f = 0; f < FACT_COUNT; f++) {
    FACT_START[FACTS.s[f] + 1]++;
    if (FACTS.o[f] >= 0 && FACTS.o[f] !== FACTS.s[f]) FACT_START[FACTS.o[f] + 1]++;
  }
  for (let i = 0; i < THING_COUNT; i++) FACT_START[i + 1] += FACT_START[i];
  const list = new Int32Array(FACT_START[THING_COUNT]);
  const next = FACT_START.slice();
  for (let f = 0; f < FACT_COUNT; f++) {
    list[next[FACTS.s[f]]++] = f;
    if (FACTS.o[f] >= 0 && FACTS.o[f] !== FACTS.s[f]) list[next[FACTS.o[f]]++] = f;
  }
  return list;
})();

function factsOf(thing) {
  return FACT_LIST.subarray(FACT_START[thing], FACT_START[thing + 1]);
}

/** Links only: a figure has no other end. */
const DEGREE = Int32Array.from({ length: THING_COUNT }, (_, i) =>
  factsOf(i).reduce((sum, f) => sum + (FACTS.o[f] >= 0 ? 1 : 0), 0),
);

const THING_BY_ID = new Map(THINGS.id.map((id, i) => [id, i]));
const FACT_BY_ID = new Map(FACTS.id.map((id, f) => [id, f]));

const otherEnd = (fact, thing) => (FACTS.s[fact] === thing ? FACTS.o[fact] : FACTS.s[fact]);
const kindOf = (thing) => KINDS[THINGS.kind[thing]];
const kindName = (thing) => pick(kindOf(thing).zh, kindOf(thing).en);
const lookOf = (thing) => LOOKS[kindOf(thing).name];
const labelOf = (thing) => pick(THINGS.label[thing], THINGS.en[thing]);
const namesOf = (thing) => THINGS.names[thing] ?? [];
const predicateName = (fact) => pick(PREDICATES[FACTS.p[fact]].zh, PREDICATES[FACTS.p[fact]].en);
const backName = (fact) => pick(PREDICATES[FACTS.p[fact]].backZh, PREDICATES[FACTS.p[fact]].backEn);
const isSymmetric = (fact) => PREDICATES[FACTS.p[fact]].symmetric;
const statusOf = (fact) => STATUSES[FACTS.status[fact]];
/** What a status is called where it is that of this fact: a partnership is agreed, not completed. */
function statusName(fact, status = statusOf(fact)) {
  const own = PREDICATES[FACTS.p[fact]].statusNames[status];
  if (!own) return t(status);
  const name = pick(...own);
  return name[0].toUpperCase() + name.slice(1);
}

const figureOf = (fact) => FACTS.more[fact]?.figure;

/** The object of a fact as text: a thing's name, or a figure with its value. */
function objectText(fact) {
  if (FACTS.o[fact] >= 0) return labelOf(FACTS.o[fact]);
  const [indicator, value] = figureOf(fact);
  return `${indicator} ${value}`;
}

/** Radius on the canvas, by the share of the best-connected thing's links; kg/view/force.py keeps room for the same. */
const MOST_DEGREE = DEGREE.reduce((most, degree) => Math.max(most, degree), 1);
const MOST_RADIUS = Math.min(26, 9 + 2.2 * Math.sqrt(MOST_DEGREE));
const radiusOf = (thing) => 8 + (MOST_RADIUS - 8) * (DEGREE[thing] / MOST_DEGREE) ** 0.45;

let textBlock = null;

/** Sentences and articles, read on first need: they are most of the file. */
function texts() {
  if (textBlock) return textBlock;
  textBlock = JSON.parse(byId("kg-text").textContent);
  const starts = new Int32Array(FACT_COUNT + 1);
  for (const fact of textBlock.proofs.fact) starts[fact + 1]++;
  for (let f = 0; f < FACT_COUNT; f++) starts[f + 1] += starts[f];
  textBlock.starts = starts;
  return textBlock;
}

/** The readings that a fact rests on, the surest first. */
function proofsOf(fact) {
  const { proofs, quotes, patterns, articles, starts } = texts();
  const found = [];
  for (let row = starts[fact]; row < starts[fact + 1]; row++) {
    const article = proofs.article[row];
    found.push({
      quote: quotes[proofs.quote[row]],
      status: STATUSES[proofs.status[row]],
      confidence: proofs.confidence[row],
      time: proofs.time[row] ?? "",
      pattern: patterns[proofs.pattern[row]],
      title: articles.title[article],
      publisher: articles.publisher[article],
      date: articles.date[article],
      url: safeUrl(articles.url[article]),
    });
  }
  return found.sort((a, b) => b.confidence - a.confidence);
}

const bestProofs = new Map();

/** The surest reading of a fact; undefined without any. */
function bestProof(fact) {
  if (!bestProofs.has(fact)) bestProofs.set(fact, proofsOf(fact)[0]);
  return bestProofs.get(fact);
}

/** When: the event's own time, or the day it was reported, told apart. */
function timeOf(fact) {
  const own = FACTS.time[fact];
  return own
    ? { text: own.replaceAll("/", " – "), own: true }
    : { text: FACTS.reported[fact] ?? "", own: false };
}

/** Is the day of the report all that is known of when? */
function isReportDay(fact) {
  const { text, own } = timeOf(fact);
  return text !== "" && !own;
}

/** The order of two texts by code units, as dates in ISO form want it. */
const compareTexts = (a, b) => Number(a > b) - Number(a < b);

const confidenceText = (thousandths) => (thousandths / 1000).toFixed(2);

/** The sign of a class, by its name. */
function symbol(kind, size = 16) {
  const svg = makeSvg("svg", {
    class: `symbol k-${kind}`,
    viewBox: "-1.4 -1.4 2.8 2.8",
    width: size,
    height: size,
    "aria-hidden": "true",
  });
  svg.append(makeSvg("path", { d: LOOKS[kind].path }));
  return svg;
}
