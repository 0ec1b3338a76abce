// The columns of the table: what each says of a row, and how it orders rows.

const collator = new Intl.Collator("zh-CN", { numeric: true });
const ranks = new Map();

/** Each thing's place in the alphabet of the present language; sorting thirty thousand rows compares numbers only. */
function alphabet() {
  if (!ranks.has(language)) {
    const order = [...Array(THING_COUNT).keys()].sort(
      (a, b) => collator.compare(labelOf(a), labelOf(b)) || a - b,
    );
    const rank = new Int32Array(THING_COUNT);
    order.forEach((thing, at) => (rank[thing] = at));
    ranks.set(language, rank);
  }
  return ranks.get(language);
}

const byRank = (column) => (a, b) => alphabet()[column[a]] - alphabet()[column[b]];
const byNumber = (value) => (a, b) => value(a) - value(b);
const byText = (value) => (a, b) => collator.compare(value(a), value(b));

const FACT_COLUMNS = [
  { id: "subject", word: "colSubject", order: byRank(FACTS.s), cell: (f) => thingButton(FACTS.s[f]) },
  {
    id: "predicate",
    word: "colPredicate",
    order: byNumber((f) => FACTS.p[f]),
    cell: (f) => make("span", { text: predicateName(f) }),
  },
  {
    id: "object",
    word: "colObject",
    order: (a, b) => compareObjects(a, b),
    cell: (f) => (FACTS.o[f] < 0 ? nameText(objectText(f)) : thingButton(FACTS.o[f])),
  },
  {
    id: "status",
    word: "colStatus",
    order: byNumber((f) => FACTS.status[f]),
    cell: (f) => statusPill(f),
  },
  { id: "time", word: "colTime", order: byNumber((f) => FACTS.from[f]), cell: (f) => timeMark(f) },
  { ...qualifierColumn("amount"), order: byNumber((f) => FACTS.more[f]?.value ?? 0) },
  {
    id: "confidence",
    word: "colConfidence",
    order: byNumber((f) => FACTS.confidence[f]),
    cell: (f) => trustMeter(f),
    down: true,
  },
  {
    id: "sources",
    word: "colSources",
    order: (a, b) => FACTS.support[a] - FACTS.support[b] || FACTS.confidence[a] - FACTS.confidence[b],
    cell: (f) => make("span", { class: "figures", text: number(FACTS.support[f]) }),
    down: true,
  },
  { id: "quote", word: "colQuote", cell: (f) => quoteCell(f) },
  qualifierColumn("agreement"),
  qualifierColumn("title"),
  {
    id: "article",
    word: "colArticle",
    order: byText((f) => bestProof(f)?.title ?? ""),
    cell: (f) => articleCell(f),
  },
  {
    id: "published",
    word: "colPublished",
    order: (a, b) => compareTexts(bestProof(a)?.date ?? "", bestProof(b)?.date ?? ""),
    cell: (f) => (bestProof(f)?.date ? make("time", { text: bestProof(f).date }) : null),
    down: true,
  },
];

const THING_COLUMNS = [
  {
    id: "name",
    word: "colName",
    order: (a, b) => alphabet()[a] - alphabet()[b],
    cell: (i) => thingButton(i),
  },
  {
    id: "english",
    word: "colEnglish",
    order: byText((i) => THINGS.en[i] ?? ""),
    cell: (i) => nameText(THINGS.en[i] ?? ""),
  },
  {
    id: "kind",
    word: "colKind",
    order: byNumber((i) => THINGS.kind[i]),
    cell: (i) => make("span", { text: kindName(i) }),
  },
  {
    id: "links",
    word: "colLinks",
    order: byNumber((i) => passingDegree[i]),
    cell: (i) => make("span", { class: "figures", text: number(passingDegree[i]) }),
    down: true,
  },
  {
    id: "figures",
    word: "colFigures",
    order: byNumber(figureCount),
    cell: (i) => make("span", { class: "figures", text: number(figureCount(i)) }),
    down: true,
  },
];

function compareObjects(a, b) {
  const [one, other] = [FACTS.o[a], FACTS.o[b]];
  if (one >= 0 && other >= 0) return alphabet()[one] - alphabet()[other];
  return one < 0 && other < 0 ? collator.compare(objectText(a), objectText(b)) : other - one;
}

function figureCount(thing) {
  return factsOf(thing).reduce((sum, fact) => sum + (FACTS.o[fact] < 0 ? 1 : 0), 0);
}

/** A column of what few facts have; the table leaves it out where `isFilled` holds for none of its rows. */
function qualifierColumn(name) {
  const value = (fact) => FACTS.more[fact]?.[name] ?? "";
  return {
    id: name,
    word: name,
    order: byText(value),
    cell: (fact) => (value(fact) ? nameText(value(fact)) : null),
    isFilled: (fact) => value(fact) !== "",
    down: true,
  };
}

/** The article of the sentence beside it, and who published it. */
function articleCell(fact) {
  const proof = bestProof(fact);
  if (!proof) return null;
  const publisher = proof.publisher ? nameText(proof.publisher, { class: "soft" }) : null;
  return make("span", { class: "cell-article" }, articleLink(proof), publisher);
}

function quoteCell(fact) {
  const proof = bestProof(fact);
  return make("span", { class: "cell-quote" }, proof ? nameText(proof.quote) : null);
}
