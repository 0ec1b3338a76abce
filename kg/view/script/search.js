// Finding a thing by name: Chinese, pinyin in full or by initials, English, other names.

const fold = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s'’·•\-_]+/g, "");

/** One row for each thing: folded names, syllables run together, initials. Built when there is time for it. */
let searchRows = null;

function initials(sound) {
  const parts = sound.split(/ +/);
  return [
    parts.map((part) => part[0]).join(""),
    parts.map((part) => (/^[a-z]+[a-z]$/.test(part) && part.length > 1 ? part[0] : part)).join(""),
  ];
}

/** How a name sounds from the second of its parts on, and from each after it: "hua wei yun" of "gui lin  hua wei yun". */
function laterParts(sound) {
  const parts = sound.split("  ");
  return parts.slice(1).map((_, at) => fold(parts.slice(at + 1).join("")));
}

function searchRow(thing) {
  const sounds = THINGS.sound[thing] ?? [];
  const english = THINGS.en[thing] ?? "";
  const row = {
    label: fold(THINGS.label[thing]),
    names: [...namesOf(thing), english].filter(Boolean).map(fold),
    words: english.toLowerCase().split(/\s+/),
    tails: sounds.flatMap(laterParts),
    runs: sounds.map(fold),
    initials: sounds.flatMap(initials).map(fold),
  };
  // All that a query could stand in: one look tells for most things that they are no answer.
  return { ...row, text: [row.label, ...row.names, ...row.runs, ...row.initials].join("\n") };
}

function buildSearch() {
  searchRows ??= THINGS.id.map((_, thing) => searchRow(thing));
}

/** How well a thing answers a query; 0 if it does not. Whole beats beginning beats inside; the label beats the rest. */
function score(row, query) {
  if (!row.text.includes(query)) return 0;
  if (row.label === query) return 100;
  if (row.names.includes(query)) return 96;
  if (row.runs.includes(query)) return 92;
  if (row.label.startsWith(query)) return 88;
  if (row.names.some((name) => name.startsWith(query))) return 84;
  if (row.runs.some((run) => run.startsWith(query))) return 80;
  if (row.initials.includes(query)) return 78;
  if (query.length > 1 && row.initials.some((letters) => letters.startsWith(query))) return 74;
  if (row.words.some((word) => word.startsWith(query))) return 70;
  if (row.label.includes(query)) return 60;
  if (row.names.some((name) => name.includes(query) && !isWithinWord(name, query))) return 56;
  if (query.length > 1 && row.tails.some((tail) => tail.startsWith(query))) return 50;
  return 0;
}

/** Whether the query stands in the name from within a Latin word on: "uil" in Guilin. */
function isWithinWord(name, query) {
  return /^[a-z]/.test(query) && /[a-z]/.test(name[name.indexOf(query) - 1] ?? "");
}

const LAST_WORD = 40;

/** The words of a query, as it was typed and folded. */
const queryWords = (text) => text.split(/\s+/).filter((word) => fold(word));

/** The thing next to this one, by a link of any kind, that has the word in its names; undefined without one. */
function neighbourNamed(thing, word) {
  const isNamed = (row) => row.label.includes(word) || row.names.some((name) => name.includes(word));
  const fact = factsOf(thing).find((one) => FACTS.o[one] >= 0 && isNamed(searchRows[otherEnd(one, thing)]));
  return fact === undefined ? undefined : otherEnd(fact, thing);
}

/**
 * How well a thing answers several words: each stands in its names or, where at least one does, in those of what it is
 * linked with, so that "江苏 数据中心" finds the data centres in 江苏 that do not bear its name. The last word says what
 * is looked for: what bears it comes first.
 */
function scoreWords(thing, words) {
  const points = words.map((word) => score(searchRows[thing], word));
  if (!points.some(Boolean)) return 0;
  const found = points.map((own, at) => own || (neighbourNamed(thing, words[at]) === undefined ? 0 : 10));
  if (!found.every(Boolean)) return 0;
  return found.reduce((sum, own) => sum + own, 0) / words.length + (points.at(-1) ? LAST_WORD : 0);
}

/** The best answers, best first; between equals the better connected thing (the smaller number) wins. */
function search(text, limit = 12) {
  const query = fold(text);
  if (!query) return { total: 0, things: [] };
  buildSearch();
  performance.mark("kg-search-start");
  const words = queryWords(text).map(fold);
  const hits = [];
  for (let i = 0; i < THING_COUNT; i++) {
    const whole = score(searchRows[i], query);
    // "gui lin" is one name with a space in it.
    const points = words.length > 1 ? Math.max(whole && whole + LAST_WORD, scoreWords(i, words)) : whole;
    // Less than from one degree of likeness to the next: a whole name comes before all that merely begin with it.
    if (points) hits.push([points + Math.min(Math.log2(DEGREE[i] + 1), 10) * 0.19, i]);
  }
  hits.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  performance.measure("kg-search", "kg-search-start");
  return { total: hits.length, things: hits.slice(0, limit).map(([, i]) => i) };
}
