// The details on the right: a thing, the facts between two things, or where to begin.

let panelTab = "facts";
let trail = [];

/** On a small screen the table hides the details until a row is chosen: both at once leave room for neither. */
let panelAside = false;

const showPanel = () => whenWhole(drawPanel);

function drawPanel() {
  const panel = byId("panel");
  const content = panelContent();
  panel.replaceChildren(...content);
  panel.scrollTop = 0;
  const something = selection.thing >= 0 || selection.fact >= 0 || pathsOpen;
  panel.classList.toggle("is-open", something);
  document.body.classList.toggle("has-panel", something);
  document.body.classList.toggle("has-panel-aside", activeView === "table" && panelAside);
}

function panelContent() {
  if (pathsOpen) return pathView();
  if (selection.thing >= 0) return thingView(selection.thing);
  if (selection.fact >= 0) return factView(selection.fact);
  return welcomeView();
}

function panelBar(title) {
  const close = signButton("close", "close", closePanel, { id: "close-panel", title: `${t("close")} (Esc)` });
  const back = trail.length ? signButton("back", "back", goBack) : null;
  return make("div", { class: "panel-bar" }, back, make("span", { class: "panel-kind" }, ...title), close);
}

function closePanel() {
  pathsOpen = false;
  trail = [];
  select({});
  (activeView === "graph" ? byId("canvas") : byId("sheet-body")).focus({ preventScroll: true });
}

function goBack() {
  const thing = trail.pop();
  if (thing !== undefined) goTo(thing, false);
}

function thingView(thing) {
  const kind = make(
    "span",
    { class: "kind" },
    symbol(kindOf(thing).name, 15),
    make("span", { text: kindName(thing) }),
  );
  return [
    panelBar([kind]),
    thingHead(thing),
    actionBar(thing),
    tabBar(thing),
    make(
      "div",
      { class: "tab-body", role: "tabpanel", "aria-labelledby": `tab-${panelTab}` },
      panelTab === "facts" ? factsView(thing) : timelineView(thing),
    ),
  ];
}

/** Its names, in this language and in the other, and what is known of it besides. */
function thingHead(thing) {
  const second = language === "zh" ? THINGS.en[thing] : THINGS.label[thing];
  return make(
    "div",
    { class: "thing-head" },
    make("h2", { id: "panel-title", tabindex: "-1" }, nameText(labelOf(thing))),
    second && second !== labelOf(thing) ? make("p", { class: "second" }, nameText(second)) : null,
    aliasLine(thing),
    detailList(thing),
  );
}

function aliasLine(thing) {
  const names = namesOf(thing).filter((name) => name !== THINGS.en[thing]);
  if (!names.length) return null;
  const word = make("span", { text: `${t("alsoCalled")} ` });
  return make("p", { class: "aliases" }, word, nameText(names.slice(0, 12).join(" · ")));
}

function detailList(thing) {
  const pairs = THINGS.details[thing] ?? [];
  if (!pairs.length) return null;
  const rows = pairs.map(([name, value]) => {
    const other = THING_BY_ID.get(value);
    return make(
      "div",
      {},
      make("dt", { text: pick(...(GRAPH.details[name] ?? [name, name])) }),
      make("dd", {}, other === undefined ? nameText(value) : thingButton(other)),
    );
  });
  return make("dl", { class: "qualifiers" }, ...rows);
}

function action(id, sign, text, act, disabled = false) {
  return makeButton({ class: "action", id: `act-${id}`, disabled }, act, icon(sign), make("span", { text }));
}

function actionBar(thing) {
  const shown = scene.things.includes(thing);
  const more = hiddenNeighbours(thing);
  const count = more ? ` +${number(more)}` : "";
  return make(
    "div",
    { class: "actions" },
    action("focus1", "focus", t("focus1"), () => focusOn(thing, 1)),
    action("focus2", "focus", t("focus2"), () => focusOn(thing, 2)),
    action("expand", "expand", t("expand") + count, () => expand(thing), !more),
    action("collapse", "collapse", t("collapse"), () => collapse(thing), !shown),
    action("hide", "hide", t("hide"), () => hide(thing), !shown),
    action("path", "path", t("pathHere"), () => openPaths(thing)),
  );
}

function tabBar(thing) {
  const passing = [...factsOf(thing)].filter((fact) => factPasses[fact]);
  return make(
    "div",
    { class: "tabs", role: "tablist", "aria-label": t("details") },
    tabButton("facts", passing.length, "timeline"),
    tabButton("timeline", datedFacts(thing).length, "facts"),
  );
}

/** A tab and its count; the arrow keys go to the other one. */
function tabButton(name, count, other) {
  const chosen = panelTab === name;
  const key = (event) => {
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") setTab(other);
  };
  return make(
    "button",
    {
      type: "button",
      role: "tab",
      id: `tab-${name}`,
      "aria-selected": String(chosen),
      tabindex: chosen ? "0" : "-1",
      on: { click: () => setTab(name), keydown: key },
    },
    make("span", { text: t(name) }),
    make("span", { class: "tab-count", text: number(count) }),
  );
}

function setTab(name) {
  panelTab = name;
  showPanel();
  byId(`tab-${name}`).focus();
  emit("tab");
}

/** Facts by relation and direction, figures last; the surest of each first. */
function factsView(thing) {
  const all = [...factsOf(thing)];
  const facts = all.filter((fact) => factPasses[fact]);
  const sections = [...bySection(facts, thing)].sort((a, b) => a[0] - b[0]);
  const blocks = sections.map(([, list]) => relationBlock(list, thing, cardsAtFirst(sections.length)));
  const hidden = all.length - facts.length;
  return make(
    "div",
    {},
    facts.length ? null : make("p", { class: "nothing", text: t("noFacts") }),
    ...blocks,
    hidden ? make("p", { class: "note", text: t("hiddenByFilter", { n: hidden }) }) : null,
  );
}

/** Facts by relation; those in which the thing is the object stand apart, unless the relation has no direction. */
function bySection(facts, thing) {
  const sections = new Map();
  for (const fact of facts) {
    const back = FACTS.s[fact] !== thing && !isSymmetric(fact);
    const key = FACTS.p[fact] * 2 + (back ? 1 : 0);
    sections.set(key, [...(sections.get(key) ?? []), fact]);
  }
  return sections;
}

/** How a relation is called when it is told of this thing. */
function relationSeenFrom(fact, thing) {
  const isObject = FACTS.o[fact] >= 0 && FACTS.s[fact] !== thing && !isSymmetric(fact);
  return (isObject && backName(fact)) || predicateName(fact);
}

const bySupport = (a, b) =>
  FACTS.support[b] - FACTS.support[a] || FACTS.confidence[b] - FACTS.confidence[a] || a - b;

function relationBlock(facts, thing, portion) {
  const heading = make(
    "h3",
    { class: "panel-heading" },
    make("span", { text: relationSeenFrom(facts[0], thing) }),
    make("span", { class: "heading-count", text: number(facts.length) }),
  );
  return make(
    "section",
    { class: "relation-block" },
    heading,
    cardList(facts.sort(bySupport), thing, portion),
  );
}

/** Many relations: fewer cards of each at first. */
function cardsAtFirst(relations) {
  if (relations === 1) return 12;
  return relations > 4 ? 4 : 6;
}

function factView(fact) {
  const [a, b] = [FACTS.s[fact], FACTS.o[fact]];
  const joins = (one) => one !== fact && factPasses[one] && FACTS.o[one] >= 0 && otherEnd(one, a) === b;
  const others = b < 0 ? [] : [...factsOf(a)].filter(joins);
  const ends = b < 0 ? [thingButton(a)] : [thingButton(a), thingButton(b)];
  const title = make("h2", { id: "panel-title", tabindex: "-1", class: "pair" }, ...ends);
  return [
    panelBar([make("span", { text: t("betweenFacts") })]),
    make("div", { class: "thing-head is-pair" }, title),
    cardList([fact, ...others], -1),
  ];
}
