// What happened to a thing, year by year.

/** Facts of a thing that have a date, the latest first. */
function datedFacts(thing) {
  const dated = [...factsOf(thing)].filter((fact) => factPasses[fact] && FACTS.from[fact] >= 0);
  const key = (fact) => FACTS.time[fact] ?? FACTS.reported[fact] ?? "";
  return dated.sort((a, b) => FACTS.from[b] - FACTS.from[a] || (key(a) < key(b) ? 1 : -1));
}

function timelineRow(fact, thing) {
  const status = make("span", { class: "soft", text: statusName(fact) });
  const relation = make("span", { class: "relation", text: relationSeenFrom(fact, thing) });
  const what = FACTS.o[fact] < 0 ? nameText(objectText(fact)) : thingButton(otherEnd(fact, thing));
  return make(
    "li",
    { class: `moment s-${statusOf(fact)}` },
    make("div", { class: "moment-time" }, timeMark(fact), status),
    make("div", { class: "moment-what" }, relation, what),
    openCard(fact, thing),
  );
}

/** The sentences of a moment, on demand. */
function openCard(fact, thing) {
  const details = make("details", { class: "moment-more" }, make("summary", { text: t("colQuote") }));
  details.addEventListener("toggle", () => {
    if (!details.open || details.children.length > 1) return;
    details.append(...proofsOf(fact).map((proof) => proofBlock(proof, fact)));
  });
  details.dataset.seenFrom = String(thing);
  return details;
}

function timelineView(thing) {
  const facts = datedFacts(thing);
  if (!facts.length) return make("p", { class: "nothing", text: t("noTimeline") });
  const years = new Map();
  for (const fact of facts.slice(0, 200)) {
    const year = Math.floor(FACTS.from[fact] / 12);
    years.set(year, [...(years.get(year) ?? []), fact]);
  }
  const parts = [...years].map(([year, list]) =>
    make(
      "section",
      { class: "year" },
      make("h4", { text: String(year) }),
      make("ol", {}, ...list.map((fact) => timelineRow(fact, thing))),
    ),
  );
  const starred = facts.some(isReportDay);
  return make(
    "div",
    { class: "timeline" },
    starred ? make("p", { class: "note", text: t("reportedNote") }) : null,
    ...parts,
  );
}
