// The details on the right: a thing, the facts between two things, or where to begin.

let panelTab = "facts";
let trail = [];

const showPanel = () => whenWhole(drawPanel);

function drawPanel() {
  const panel = byId("panel");
  const content = panelContent();
  panel.replaceChildren(...content);
  panel.scrollTop = 0;
  const something = selection.thing >= 0 || selection.fact >= 0 || pathsOpen;
  panel.classList.toggle("is-open", something);
  document.body.classList.toggle("has-panel", something);
}

function panelContent() {
  if (pathsOpen) return pathView();
  if (selection.thing >= 0) return thingView(selection.thing);
  if (selection.fact >= 0) return factView(selection.fact);
  return welcomeView();
}

function panelBar(title) {
  const close = make("button", { type: "button", class: "tool", id: "close-panel", title: `${t("close")} (Esc)`, "aria-label": t("close"), on: { click: closePanel } }, icon("close"));
  const back = trail.length ? make("button", { type: "button", class: "tool", title: t("back"), "aria-label": t("back"), on: { click: goBack } }, icon("back")) : null;
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

function welcomeView() {
  trail = [];
  if (!THING_COUNT) return [make("div", { class: "welcome" }, make("h2", { text: t("emptyGraph") }), make("p", { text: t("emptyGraphText") }))];
  const top = [...Array(Math.min(THING_COUNT, 400)).keys()].filter((thing) => thingPasses[thing] && passingDegree[thing] > 0);
  top.sort((a, b) => passingDegree[b] - passingDegree[a] || a - b);
  const rows = top.slice(0, 10).map((thing) =>
    make("li", {}, make("button", { type: "button", class: "top-thing", on: { click: () => goTo(thing) } }, symbol(groupOf(thing), 17), make("span", { class: "top-name" }, nameText(labelOf(thing)), make("small", { text: kindName(thing) })), make("span", { class: "top-count", text: number(passingDegree[thing]) }))),
  );
  return [
    make("div", { class: "welcome" }, make("h2", { text: t("welcome") }), make("p", { text: t("welcomeText") })),
    make("h3", { class: "panel-heading", text: t("bestConnected") }),
    make("ol", { class: "top-things" }, ...rows),
    latestBlock(),
  ];
}

/** The latest facts with their sentences, once there is time to read the text block. */
function latestBlock() {
  const box = make("section", { class: "latest" });
  const fill = () => {
    const links = scene.facts.filter((fact) => FACTS.reported[fact] && FACTS.o[fact] >= 0);
    const told = links.filter((fact) => statusOf(fact) !== "unknown");
    const dated = told.length ? told : links;
    dated.sort((a, b) => (FACTS.reported[a] < FACTS.reported[b] ? 1 : FACTS.reported[a] > FACTS.reported[b] ? -1 : a - b));
    if (dated.length) box.append(make("h3", { class: "panel-heading", text: t("latest") }), ...dated.slice(0, 3).map((fact) => factCard(fact)));
  };
  if (document.readyState === "complete") fill();
  else window.addEventListener("load", () => setTimeout(fill, 200), { once: true });
  return box;
}

function thingView(thing) {
  const kind = make("span", { class: "kind" }, symbol(groupOf(thing), 15), make("span", { text: kindName(thing) }));
  const second = language === "zh" ? THINGS.en[thing] : THINGS.label[thing];
  return [
    panelBar([kind]),
    make("div", { class: "thing-head" }, make("h2", { id: "panel-title", tabindex: "-1" }, nameText(labelOf(thing))), second && second !== labelOf(thing) ? make("p", { class: "second" }, nameText(second)) : null, aliasLine(thing), detailList(thing)),
    actionBar(thing),
    tabBar(thing),
    make("div", { class: "tab-body", role: "tabpanel", "aria-labelledby": `tab-${panelTab}` }, panelTab === "facts" ? factsView(thing) : timelineView(thing)),
  ];
}

function aliasLine(thing) {
  const names = namesOf(thing).filter((name) => name !== THINGS.en[thing]);
  return names.length ? make("p", { class: "aliases" }, make("span", { text: `${t("alsoCalled")} ` }), nameText(names.slice(0, 12).join("、"))) : null;
}

function detailList(thing) {
  const pairs = THINGS.details[thing] ?? [];
  if (!pairs.length) return null;
  const rows = pairs.map(([name, value]) => {
    const other = THING_BY_ID.get(value);
    return make("div", {}, make("dt", { text: pick(...(GRAPH.details[name] ?? [name, name])) }), make("dd", {}, other === undefined ? nameText(value) : thingButton(other)));
  });
  return make("dl", { class: "qualifiers" }, ...rows);
}

function action(id, sign, text, act, disabled = false) {
  return make("button", { type: "button", class: "action", id: `act-${id}`, disabled, on: { click: act } }, icon(sign), make("span", { text }));
}

function actionBar(thing) {
  const shown = scene.things.includes(thing);
  const more = hiddenNeighbours(thing);
  return make(
    "div",
    { class: "actions" },
    action("focus1", "focus", t("focus1"), () => focusOn(thing, 1)),
    action("focus2", "focus", t("focus2"), () => focusOn(thing, 2)),
    action("expand", "expand", more ? `${t("expand")} +${number(more)}` : t("expand"), () => expand(thing), !more),
    action("collapse", "collapse", t("collapse"), () => collapse(thing), !shown),
    action("hide", "hide", t("hide"), () => hide(thing), !shown),
    action("path", "path", t("pathHere"), () => openPaths(thing)),
  );
}

function tabBar(thing) {
  const counts = { facts: [...factsOf(thing)].filter((fact) => factPasses[fact]).length, timeline: datedFacts(thing).length };
  const tab = (name) =>
    make(
      "button",
      {
        type: "button", role: "tab", id: `tab-${name}`, "aria-selected": String(panelTab === name), tabindex: panelTab === name ? "0" : "-1",
        on: { click: () => setTab(name), keydown: (event) => (event.key === "ArrowRight" || event.key === "ArrowLeft") && setTab(name === "facts" ? "timeline" : "facts") },
      },
      make("span", { text: t(name) }),
      make("span", { class: "tab-count", text: number(counts[name]) }),
    );
  return make("div", { class: "tabs", role: "tablist", "aria-label": t("details") }, tab("facts"), tab("timeline"));
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
  const sections = new Map();
  for (const fact of facts) {
    const back = FACTS.s[fact] !== thing && !isSymmetric(fact);
    const key = FACTS.p[fact] * 2 + (back ? 1 : 0);
    sections.set(key, [...(sections.get(key) ?? []), fact]);
  }
  const parts = [...sections]
    .sort((a, b) => a[0] - b[0])
    .map(([key, list]) => {
      list.sort((a, b) => FACTS.support[b] - FACTS.support[a] || FACTS.confidence[b] - FACTS.confidence[a] || a - b);
      const name = key % 2 ? backName(list[0]) || predicateName(list[0]) : predicateName(list[0]);
      const heading = make("h3", { class: "panel-heading" }, make("span", { text: name }), make("span", { class: "heading-count", text: number(list.length) }));
      return make("section", { class: "relation-block" }, heading, cardList(list, thing, parts12(sections.size)));
    });
  const hidden = all.length - facts.length;
  return make("div", {}, facts.length ? null : make("p", { class: "nothing", text: t("noFacts") }), ...parts, hidden ? make("p", { class: "note", text: t("hiddenByFilter", { n: hidden }) }) : null);
}

/** Many relations: fewer cards of each at first. */
const parts12 = (relations) => (relations > 4 ? 4 : relations > 1 ? 6 : 12);

function factView(fact) {
  const [a, b] = [FACTS.s[fact], FACTS.o[fact]];
  const between = b < 0 ? [fact] : [...factsOf(a)].filter((one) => factPasses[one] && FACTS.o[one] >= 0 && otherEnd(one, a) === b);
  const rest = between.filter((one) => one !== fact);
  return [
    panelBar([make("span", { text: t("betweenFacts") })]),
    make("div", { class: "thing-head is-pair" }, make("h2", { id: "panel-title", tabindex: "-1", class: "pair" }, thingButton(a), b < 0 ? null : make("span", { class: "arrow", text: "·" }), b < 0 ? null : thingButton(b))),
    cardList([fact, ...rest], -1),
  ];
}
