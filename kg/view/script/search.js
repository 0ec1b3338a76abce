// Finding a thing by name: Chinese, pinyin in full or by initials, English, other names.

const fold = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s'’·•\-_]+/g, "");

/** One row for each thing: folded names, syllables run together, initials. Built when there is time for it. */
let searchRows = null;

function initials(sound) {
  const parts = sound.split(" ");
  return [
    parts.map((part) => part[0]).join(""),
    parts.map((part) => (/^[a-z]+[a-z]$/.test(part) && part.length > 1 ? part[0] : part)).join(""),
  ];
}

function searchRow(thing) {
  const sounds = THINGS.sound[thing] ?? [];
  const english = THINGS.en[thing] ?? "";
  const row = {
    label: fold(THINGS.label[thing]),
    names: [...namesOf(thing), english].filter(Boolean).map(fold),
    words: english.toLowerCase().split(/\s+/),
    sounds: sounds.map((sound) => sound.split(" ")),
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
  if (row.names.some((name) => name.includes(query))) return 56;
  if (query.length > 1 && row.sounds.some((parts) => fromSyllable(parts, query))) return 50;
  return 0;
}

/** Whether the sound holds the query from the beginning of some syllable on: "lin" finds 桂林, "uil" does not. */
function fromSyllable(parts, query) {
  for (let first = 1; first < parts.length; first++) {
    if (parts.slice(first).join("").startsWith(query)) return true;
  }
  return false;
}

/** The best answers, best first; between equals the better connected thing (the smaller number) wins. */
function search(text, limit = 12) {
  const query = fold(text);
  if (!query) return { total: 0, things: [] };
  buildSearch();
  performance.mark("kg-search-start");
  const hits = [];
  for (let i = 0; i < THING_COUNT; i++) {
    const points = score(searchRows[i], query);
    if (points) hits.push([points + Math.min(Math.log2(DEGREE[i] + 1), 10) * 0.7, i]);
  }
  hits.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  performance.measure("kg-search", "kg-search-start");
  return { total: hits.length, things: hits.slice(0, limit).map(([, i]) => i) };
}
