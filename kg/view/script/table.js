// The same content as rows: facts or things, sortable, for those who cannot or would rather not use the picture.

const PAGE_ROWS = 50;
let activeView = "graph";
let table = { of: "facts", scope: "shown", sort: "", down: false, page: 0, find: "" };

const collator = new Intl.Collator("zh-CN", { numeric: true });
const ranks = new Map();

/** Each thing's place in the alphabet of the present language; sorting thirty thousand rows compares numbers only. */
function alphabet() {
  if (!ranks.has(language)) {
    const order = [...Array(THING_COUNT).keys()].sort((a, b) => collator.compare(labelOf(a), labelOf(b)) || a - b);
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
  { id: "predicate", word: "colPredicate", order: byNumber((f) => FACTS.p[f]), cell: (f) => make("span", { text: predicateName(f) }) },
  { id: "object", word: "colObject", order: (a, b) => compareObjects(a, b), cell: (f) => (FACTS.o[f] < 0 ? nameText(objectText(f)) : thingButton(FACTS.o[f])) },
  { id: "status", word: "colStatus", order: byNumber((f) => FACTS.status[f]), cell: (f) => statusPill(statusOf(f)) },
  { id: "time", word: "colTime", order: byNumber((f) => FACTS.from[f]), cell: (f) => timeCell(f) },
  { id: "confidence", word: "colConfidence", order: byNumber((f) => FACTS.confidence[f]), cell: (f) => trustMeter(f), down: true },
  { id: "sources", word: "colSources", order: byNumber((f) => FACTS.support[f]), cell: (f) => make("span", { class: "figures", text: number(FACTS.support[f]) }), down: true },
  { id: "quote", word: "colQuote", cell: (f) => quoteCell(f) },
];

const THING_COLUMNS = [
  { id: "name", word: "colName", order: (a, b) => alphabet()[a] - alphabet()[b], cell: (i) => thingButton(i) },
  { id: "english", word: "colEnglish", order: byText((i) => THINGS.en[i] ?? ""), cell: (i) => nameText(THINGS.en[i] ?? "") },
  { id: "kind", word: "colKind", order: byNumber((i) => THINGS.kind[i]), cell: (i) => make("span", { text: kindName(i) }) },
  { id: "links", word: "colLinks", order: byNumber((i) => passingDegree[i]), cell: (i) => make("span", { class: "figures", text: number(passingDegree[i]) }), down: true },
  { id: "figures", word: "colFigures", order: byNumber(figureCount), cell: (i) => make("span", { class: "figures", text: number(figureCount(i)) }), down: true },
];

function compareObjects(a, b) {
  const [one, other] = [FACTS.o[a], FACTS.o[b]];
  if (one >= 0 && other >= 0) return alphabet()[one] - alphabet()[other];
  return one < 0 && other < 0 ? collator.compare(objectText(a), objectText(b)) : other - one;
}

function figureCount(thing) {
  return factsOf(thing).reduce((sum, fact) => sum + (FACTS.o[fact] < 0 ? 1 : 0), 0);
}

function timeCell(fact) {
  const { text, own } = timeOf(fact);
  return make("time", { class: own ? "" : "soft", title: own || !text ? "" : t("reported"), text: own || !text ? text : `${text}*` });
}

function quoteCell(fact) {
  const proof = proofsOf(fact)[0];
  return make("span", { class: "cell-quote" }, proof ? nameText(proof.quote) : null);
}

const columnsNow = () => (table.of === "facts" ? FACT_COLUMNS : THING_COLUMNS);

/** The rows that the table is about, sorted, before they are cut into pages. */
function tableRows() {
  const every = table.of === "facts" ? [...Array(FACT_COUNT).keys()].filter((f) => factPasses[f]) : [...Array(THING_COUNT).keys()].filter((i) => thingPasses[i]);
  let rows = table.scope === "all" ? every : table.of === "facts" ? [...scene.facts] : [...scene.things];
  if (table.find) rows = rows.filter(matches(fold(table.find)));
  const column = columnsNow().find((one) => one.id === table.sort);
  if (!column?.order) return rows.sort((a, b) => a - b);
  const sign = table.down ? -1 : 1;
  return rows.sort((a, b) => sign * column.order(a, b) || a - b);
}

function matches(query) {
  const named = new Uint8Array(THING_COUNT);
  for (let i = 0; i < THING_COUNT; i++) named[i] = [THINGS.label[i], THINGS.en[i] ?? "", ...namesOf(i)].some((name) => fold(name).includes(query)) ? 1 : 0;
  if (table.of === "things") return (thing) => named[thing] === 1;
  return (fact) => named[FACTS.s[fact]] === 1 || (FACTS.o[fact] >= 0 ? named[FACTS.o[fact]] === 1 : fold(objectText(fact)).includes(query));
}

/** The sheet's frame is made once per language; rows change more often. */
function buildSheet() {
  const segment = (name, value, word) => make("button", { type: "button", data: { [name]: value }, on: { click: () => changeTable({ [name]: value, page: 0, ...(name === "of" ? { sort: "" } : {}) }) } }, make("span", { text: t(word) }));
  const find = make("input", { type: "search", id: "table-find", placeholder: t("tableFind"), "aria-label": t("tableFind"), value: table.find, on: { input: (event) => changeTable({ find: event.target.value, page: 0 }) } });
  const turn = (step, word, sign) => make("button", { type: "button", class: "tool", id: `page-${sign}`, title: t(word), "aria-label": t(word), on: { click: () => changeTable({ page: table.page + step }) } }, icon("back"));
  byId("sheet").replaceChildren(
    make("div", { class: "sheet-bar" }, make("div", { class: "segments", role: "group" }, segment("of", "facts", "tableFacts"), segment("of", "things", "tableThings")), make("div", { class: "segments", role: "group" }, segment("scope", "shown", "tableShown"), segment("scope", "all", "tableAll")), make("div", { class: "sheet-find" }, icon("search"), find)),
    make("div", { class: "sheet-body", id: "sheet-body", tabindex: "0" }),
    make("div", { class: "sheet-foot" }, make("span", { id: "table-range", role: "status" }), turn(-1, "pagePrev", "back"), turn(1, "pageNext", "next")),
  );
}

function changeTable(change) {
  table = { ...table, ...change };
  showTable();
  emit("table");
}

function sortBy(column) {
  const same = table.sort === column.id;
  changeTable({ sort: column.id, down: same ? !table.down : column.down === true, page: 0 });
  document.querySelector(`[data-sort=${column.id}] button`).focus();
}

function headCell(column) {
  const sorted = table.sort === column.id;
  const order = sorted ? (table.down ? "descending" : "ascending") : "none";
  const inner = column.order ? make("button", { type: "button", on: { click: () => sortBy(column) } }, make("span", { text: t(column.word) }), icon(sorted ? (table.down ? "down" : "up") : "sort")) : make("span", { text: t(column.word) });
  return make("th", { scope: "col", "aria-sort": column.order ? order : null, data: { sort: column.id } }, inner);
}

const showTable = () => whenWhole(drawTable);

function drawTable() {
  if (activeView !== "table") return;
  const rows = tableRows();
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  table.page = Math.min(Math.max(table.page, 0), pages - 1);
  const first = table.page * PAGE_ROWS;
  const shown = rows.slice(first, first + PAGE_ROWS);
  for (const button of document.querySelectorAll("#sheet [data-of], #sheet [data-scope]")) {
    button.setAttribute("aria-pressed", String(button.dataset.of ? button.dataset.of === table.of : button.dataset.scope === table.scope));
  }
  const columns = columnsNow();
  const head = make("thead", {}, make("tr", {}, ...columns.map(headCell)));
  const body = make("tbody", {}, ...shown.map((row) => bodyRow(row, columns)));
  const caption = make("caption", { class: "quiet", text: t(table.of === "facts" ? "tableCaptionFacts" : "tableCaptionThings") });
  byId("sheet-body").replaceChildren(rows.length ? make("table", { class: `of-${table.of}` }, caption, head, body) : make("p", { class: "nothing", text: t("tableNone") }));
  byId("sheet-body").scrollTop = 0;
  byId("table-range").textContent = rows.length ? t("tableRows", { a: first + 1, b: first + shown.length, n: rows.length }) : "";
  byId("page-back").disabled = table.page === 0;
  byId("page-next").disabled = table.page >= pages - 1;
}

function bodyRow(row, columns) {
  const isFact = table.of === "facts";
  const choose = () => (isFact ? select({ fact: row }) : goTo(row));
  const selected = isFact ? selection.fact === row : selection.thing === row;
  return make(
    "tr",
    {
      tabindex: "0", class: selected ? "is-selected" : "", data: { row: isFact ? FACTS.id[row] : THINGS.id[row] },
      on: {
        click: (event) => event.target.closest("button, a") || choose(),
        keydown: (event) => {
          if (event.target !== event.currentTarget) return;
          if (event.key === "Enter" || event.key === " ") choose();
          else if (event.key === "ArrowDown") event.currentTarget.nextElementSibling?.focus();
          else if (event.key === "ArrowUp") event.currentTarget.previousElementSibling?.focus();
          else return;
          event.preventDefault();
        },
      },
    },
    ...columns.map((column) => make("td", { data: { column: t(column.word) } }, column.cell(row))),
  );
}

function setView(view) {
  activeView = view;
  const isTable = view === "table";
  byId("sheet").hidden = !isTable;
  byId("stage").classList.toggle("is-table", isTable);
  byId("view-graph").setAttribute("aria-pressed", String(!isTable));
  byId("view-table").setAttribute("aria-pressed", String(isTable));
  if (isTable) showTable();
  else network.redraw();
  emit("view");
}
