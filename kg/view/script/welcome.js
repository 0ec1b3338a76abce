// Where to begin: what the panel shows while nothing is selected.

function welcomeView() {
  trail = [];
  if (!THING_COUNT) return [welcomeWords("emptyGraph", "emptyGraphText")];
  return [
    welcomeWords("welcome", "welcomeText"),
    make("h3", { class: "panel-heading", text: t("bestConnected") }),
    make("ol", { class: "top-things" }, ...bestConnected(10).map(topRow)),
    latestBlock(),
  ];
}

function welcomeWords(title, text) {
  return make("div", { class: "welcome" }, make("h2", { text: t(title) }), make("p", { text: t(text) }));
}

/** The things with most links that pass the filters. */
function bestConnected(count) {
  const first = [...Array(Math.min(THING_COUNT, 400)).keys()];
  const linked = first.filter((thing) => thingPasses[thing] && passingDegree[thing] > 0);
  return linked.sort((a, b) => passingDegree[b] - passingDegree[a] || a - b).slice(0, count);
}

function topRow(thing) {
  const name = make(
    "span",
    { class: "top-name" },
    nameText(labelOf(thing)),
    make("small", { text: kindName(thing) }),
  );
  const count = make("span", { class: "top-count", text: number(passingDegree[thing]) });
  const act = () => openOn(thing);
  return make("li", {}, makeButton({ class: "top-thing" }, act, symbol(kindOf(thing).name, 17), name, count));
}

/** The latest facts with their sentences, once there is time to read the text block. */
function latestBlock() {
  const box = make("section", { class: "latest" });
  const fill = () => {
    const facts = latestFacts(3);
    if (!facts.length) return;
    const heading = make("h3", { class: "panel-heading", text: t("latest") });
    box.append(heading, ...facts.map((fact) => factCard(fact)));
  };
  if (document.readyState === "complete") fill();
  else window.addEventListener("load", () => setTimeout(fill, 200), { once: true });
  return box;
}

/** The links reported last; those whose status is told come first. */
function latestFacts(count) {
  const links = scene.facts.filter((fact) => FACTS.reported[fact] && FACTS.o[fact] >= 0);
  const told = links.filter((fact) => statusOf(fact) !== "unknown");
  const dated = told.length ? told : links;
  return dated.sort((a, b) => compareTexts(FACTS.reported[b], FACTS.reported[a]) || a - b).slice(0, count);
}
