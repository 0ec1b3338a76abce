// The same content as rows: facts or things, sortable, for those who cannot or would rather not use the picture.

const PAGE_ROWS = 50;
let activeView = "graph";
const FIRST_SORT = { facts: "sources", things: "links" };
let table = { of: "facts", scope: "shown", about: -1, sort: FIRST_SORT.facts, down: true, page: 0, find: "" };

const columnsNow = () => (table.of === "facts" ? FACT_COLUMNS : THING_COLUMNS);

/** The columns that say something of some of these rows. */
const columnsFor = (rows) => columnsNow().filter(({ isFilled }) => !isFilled || rows.some(isFilled));

const passing = (passes) => [...passes.keys()].filter((row) => passes[row]);

/** The rows that the table is about, in no order yet. */
function rowsInScope() {
  const isFact = table.of === "facts";
  if (table.scope === "all") return passing(isFact ? factPasses : thingPasses);
  if (table.scope === "about") return rowsAbout(table.about, isFact);
  return isFact ? [...scene.facts] : [...scene.things];
}

/** The facts of one thing, or the thing itself and its neighbours. */
function rowsAbout(thing, isFact) {
  return isFact
    ? [...factsOf(thing)].filter((fact) => factPasses[fact])
    : [thing, ...neighbours(thing)].filter((one) => thingPasses[one]);
}

/** The table follows what is selected; a fact chosen in one of its rows does not take it away from its thing. */
function followSelection() {
  if (selection.thing >= 0 && selection.thing !== table.about) {
    table = { ...table, about: selection.thing, page: table.scope === "about" ? 0 : table.page };
  }
}

/** The rows that the table is about, sorted, before they are cut into pages. */
function tableRows() {
  let rows = rowsInScope();
  if (table.find) rows = rows.filter(matches(fold(table.find)));
  const column = columnsNow().find((one) => one.id === table.sort);
  if (!column?.order) return rows.sort((a, b) => a - b);
  const sign = table.down ? -1 : 1;
  return rows.sort((a, b) => sign * column.order(a, b) || a - b);
}

/** Whether a row has the query in one of its names. */
function matches(query) {
  const isNamed = (thing) =>
    [THINGS.label[thing], THINGS.en[thing] ?? "", ...namesOf(thing)].some((name) =>
      fold(name).includes(query),
    );
  const named = Array.from({ length: THING_COUNT }, (_, thing) => isNamed(thing));
  if (table.of === "things") return (thing) => named[thing];
  const isObjectNamed = (fact) =>
    FACTS.o[fact] >= 0 ? named[FACTS.o[fact]] : fold(objectText(fact)).includes(query);
  return (fact) => named[FACTS.s[fact]] || isObjectNamed(fact);
}

/** One of a few choices of what the table shows. */
function tableChoice(name, value, word) {
  const sort = name === "of" ? { sort: FIRST_SORT[value], down: true } : {};
  const change = { [name]: value, page: 0, ...sort };
  return makeButton({ data: { [name]: value } }, () => changeTable(change), make("span", { text: t(word, { name: "" }) }));
}

function tableFinder() {
  return make("input", {
    type: "search",
    id: "table-find",
    placeholder: t("tableFind"),
    "aria-label": t("tableFind"),
    value: table.find,
    on: { input: (event) => changeTable({ find: event.target.value, page: 0 }) },
  });
}

function sheetBar() {
  const choices = (...buttons) => make("div", { class: "segments", role: "group" }, ...buttons);
  return make(
    "div",
    { class: "sheet-bar" },
    choices(tableChoice("of", "facts", "tableFacts"), tableChoice("of", "things", "tableThings")),
    choices(
      tableChoice("scope", "about", "tableAbout"),
      tableChoice("scope", "shown", "tableShown"),
      tableChoice("scope", "all", "tableAll"),
    ),
    make("div", { class: "sheet-find" }, icon("search"), tableFinder()),
  );
}

function sheetFoot() {
  const turn = (by) => () => changeTable({ page: table.page + by });
  return make(
    "div",
    { class: "sheet-foot" },
    make("span", { id: "table-range", role: "status" }),
    make("span", { id: "table-note", class: "soft", text: t("reportedNote") }),
    signButton("back", "pagePrev", turn(-1), { id: "page-back" }),
    signButton("back", "pageNext", turn(1), { id: "page-next" }),
  );
}

/** The sheet's frame is made once per language; rows change more often. */
function buildSheet() {
  const body = make("div", { class: "sheet-body", id: "sheet-body", tabindex: "0" });
  byId("sheet").replaceChildren(sheetBar(), body, sheetFoot());
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
  const word = make("span", { text: t(column.word) });
  const data = { sort: column.id };
  if (!column.order) return make("th", { scope: "col", data }, word);
  const order = table.down ? "descending" : "ascending";
  const sign = table.down ? "down" : "up";
  const sorted = table.sort === column.id;
  const button = makeButton({}, () => sortBy(column), word, icon(sorted ? sign : "sort"));
  return make("th", { scope: "col", "aria-sort": sorted ? order : "none", data }, button);
}

const showTable = () => whenWhole(drawTable);

function drawTable() {
  if (activeView !== "table") return;
  const rows = tableRows();
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  table.page = Math.min(Math.max(table.page, 0), pages - 1);
  const first = table.page * PAGE_ROWS;
  const shown = rows.slice(first, first + PAGE_ROWS);
  markChoices();
  byId("sheet-body").replaceChildren(shown.length ? tableOf(shown, columnsFor(rows)) : noRows());
  byId("sheet-body").scrollTop = 0;
  const range = { a: first + 1, b: first + shown.length, n: rows.length };
  byId("table-range").textContent = shown.length ? t("tableRows", range) : "";
  byId("table-note").hidden = table.of !== "facts" || !shown.some((fact) => isReportDay(fact));
  byId("page-back").disabled = table.page === 0;
  byId("page-next").disabled = table.page >= pages - 1;
}

function markChoices() {
  const about = document.querySelector("#sheet [data-scope=about]");
  about.hidden = table.about < 0;
  if (table.about >= 0) about.firstChild.textContent = t("tableAbout", { name: labelOf(table.about) });
  for (const name of ["of", "scope"]) {
    for (const button of document.querySelectorAll(`#sheet [data-${name}]`)) {
      button.setAttribute("aria-pressed", String(button.dataset[name] === table[name]));
    }
  }
}

function tableOf(rows, columns) {
  const word = table.of === "facts" ? "tableCaptionFacts" : "tableCaptionThings";
  return make(
    "table",
    { class: `of-${table.of}` },
    make("caption", { class: "quiet", text: t(word) }),
    make("thead", {}, make("tr", {}, ...columns.map(headCell))),
    make("tbody", {}, ...rows.map((row) => bodyRow(row, columns))),
  );
}

const noRows = () => make("p", { class: "nothing", text: t("tableNone") });

/** One row: a click or Enter opens it, the arrow keys go to the next. */
function bodyRow(row, columns) {
  const isFact = table.of === "facts";
  const choose = () => (isFact ? select({ fact: row }) : goTo(row));
  const selected = isFact ? selection.fact === row : selection.thing === row;
  const acts = {
    click: (event) => event.target.closest("button, a") || choose(),
    keydown: (event) => rowKey(event, choose),
  };
  return make(
    "tr",
    {
      tabindex: "0",
      class: selected ? "is-selected" : "",
      data: { row: isFact ? FACTS.id[row] : THINGS.id[row] },
      on: acts,
    },
    ...columns.map((column) => make("td", { data: { column: t(column.word), id: column.id } }, column.cell(row))),
  );
}

function rowKey(event, choose) {
  const row = event.currentTarget;
  if (event.target !== row) return;
  if (event.key === "Enter" || event.key === " ") choose();
  else if (event.key === "ArrowDown") row.nextElementSibling?.focus();
  else if (event.key === "ArrowUp") row.previousElementSibling?.focus();
  else return;
  event.preventDefault();
}

function setView(view) {
  activeView = view;
  const isTable = view === "table";
  byId("sheet").hidden = !isTable;
  byId("stage").classList.toggle("is-table", isTable);
  document.body.classList.toggle("has-table", isTable);
  document.body.classList.toggle("has-panel-aside", isTable && panelAside);
  byId("view-graph").setAttribute("aria-pressed", String(!isTable));
  byId("view-table").setAttribute("aria-pressed", String(isTable));
  if (isTable) showTable();
  else network.redraw();
  emit("view");
}

/**
 * Change the view by hand: what is selected in the picture is what the table lists, and what was selected in the table
 * is looked for in the picture.
 */
function switchView(view) {
  if (view === "table" && activeView !== "table") openTable();
  else setView(view);
  if (view === "graph") seekSelection();
}

/** The table of what is selected, or of the picture. On a small screen the details make room for it. */
function openTable() {
  panelAside = true;
  followSelection();
  const left = table.scope === "about" ? "shown" : table.scope;
  table = { ...table, scope: selection.thing >= 0 ? "about" : left, page: 0 };
  setView("table");
}
