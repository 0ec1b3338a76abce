// A fact as the panel shows it: what, how far, when, how sure, and the sentences it was read from.

/** The forms under which an end of a fact may stand in a sentence, the longest first. */
function wordsFor(thing) {
  return [...new Set([THINGS.label[thing], THINGS.en[thing] ?? "", ...namesOf(thing)])]
    .filter((word) => word.length > 1)
    .sort((a, b) => b.length - a.length);
}

const SURE_PART = 4;

/** Is a stretch of a name the thing's own? A short one that other names hold too (智能, 南京) may mean anything. */
function isOwnPart(part, thing) {
  if (part.length >= SURE_PART) return true;
  const own = wordsFor(thing);
  const isOther = (label) => label.includes(part) && !own.some((word) => label.includes(word));
  return !THINGS.label.some(isOther);
}

/** The longest stretch that a thing's name and a sentence share, if it is a good part of the name and its own. */
function sharedPart(thing, quote) {
  const name = THINGS.label[thing];
  for (let length = name.length - 1; length >= Math.max(2, Math.ceil(name.length * 0.4)); length--) {
    for (let start = 0; start + length <= name.length; start++) {
      const part = name.slice(start, start + length);
      if (quote.includes(part) && isOwnPart(part, thing)) return part;
    }
  }
  return "";
}

/** Where in the quote the words stand, as [start, end, mark]. */
function spansOf(quote, words, mark) {
  const found = [];
  for (const word of words) {
    for (let at = quote.indexOf(word); at >= 0; at = quote.indexOf(word, at + word.length)) {
      found.push([at, at + word.length, mark]);
    }
  }
  return found;
}

function spansOfThing(quote, thing, mark) {
  const words = wordsFor(thing).filter((word) => quote.includes(word));
  // Where the name itself stands, its two-letter short form elsewhere is more likely part of another name.
  const sure = words.filter((word) => word.length > 2);
  const spans = spansOf(quote, sure.length ? sure : words, mark);
  if (spans.length) return spans;
  const part = sharedPart(thing, quote);
  return part ? spansOf(quote, [part], mark) : [];
}

/** The sentence with the words of subject and object marked; longer words win where two overlap. */
function markedQuote(quote, fact) {
  const spans = spansOfThing(quote, FACTS.s[fact], "is-subject");
  if (FACTS.o[fact] >= 0) spans.push(...spansOfThing(quote, FACTS.o[fact], "is-object"));
  else {
    spans.push(
      ...spansOf(
        quote,
        figureOf(fact)
          .slice(0, 2)
          .filter((word) => word.length > 1),
        "is-object",
      ),
    );
  }
  spans.sort((a, b) => b[1] - b[0] - (a[1] - a[0]) || a[0] - b[0]);
  const kept = [];
  for (const span of spans) {
    if (!kept.some((other) => span[0] < other[1] && other[0] < span[1])) kept.push(span);
  }
  kept.sort((a, b) => a[0] - b[0]);
  const pieces = [];
  let at = 0;
  for (const [start, end, mark] of kept) {
    pieces.push(quote.slice(at, start), make("mark", { class: mark, text: quote.slice(start, end) }));
    at = end;
  }
  return make("blockquote", { class: "quote", lang: "zh-CN" }, make("bdi", {}, ...pieces, quote.slice(at)));
}

/** A sentence, the article it stands in, and how it was read. */
function proofBlock(proof, fact) {
  const source = [proof.publisher, proof.date].filter(Boolean).join(" · ");
  const reading = [statusName(fact, proof.status), proof.time, confidenceText(proof.confidence)].filter(Boolean).join(" · ");
  const meta = make(
    "span",
    { class: "proof-meta" },
    make("bdi", { text: source }),
    make("span", { title: proof.pattern, text: reading }),
  );
  const caption = make("figcaption", {}, articleLink(proof), meta);
  return make("figure", { class: "proof" }, markedQuote(proof.quote, fact), caption);
}

function articleLink({ title, url }) {
  const name = nameText(title || t("untitled"));
  if (!url) return make("span", { class: "article" }, name);
  const target = { href: url, target: "_blank", rel: "noopener noreferrer" };
  return make("a", { class: "article", ...target, title: t("openArticle") }, name, icon("link"));
}

/** How far something has come: the line that stands for it, and what it is called. */
function pill(status, text) {
  return make("span", { class: `pill s-${status}` }, lineSample(status), make("span", { text }));
}

const statusPill = (fact) => pill(statusOf(fact), statusName(fact));

function trustMeter(fact) {
  const value = FACTS.confidence[fact] / 1000;
  const bar = make(
    "span",
    { class: "meter", role: "img", "aria-label": `${t("confidence")} ${value.toFixed(2)}` },
    make("i"),
  );
  bar.firstChild.style.width = `${Math.round(value * 100)}%`;
  return make(
    "span",
    { class: "trust", title: t("confidence") },
    bar,
    make("span", { text: value.toFixed(2) }),
  );
}

/** The time of a fact; a star where it is the day of the report. Null without either. */
function timeMark(fact) {
  const { text, own } = timeOf(fact);
  if (!text) return null;
  return own
    ? make("time", { text })
    : make("time", { class: "soft", title: t("reported"), text: `${text}*` });
}

/** Status, time, confidence, sources of a fact, on one line. */
function factLine(fact) {
  const support = FACTS.support[fact];
  return make(
    "div",
    { class: "fact-line" },
    statusPill(fact),
    timeMark(fact),
    trustMeter(fact),
    make("span", { class: "soft", text: support === 1 ? t("source1") : t("sources", { n: support }) }),
  );
}

function qualifierList(fact) {
  const more = FACTS.more[fact] ?? {};
  const pairs = [
    ["amount", more.amount],
    ["title", more.title],
    ["agreement", more.agreement],
  ].filter(([, value]) => value);
  if (!pairs.length) return null;
  return make(
    "dl",
    { class: "qualifiers" },
    ...pairs.map(([word, value]) =>
      make("div", {}, make("dt", { text: t(word) }), make("dd", {}, nameText(value))),
    ),
  );
}

/** A name that leads to its thing. */
function thingButton(thing) {
  const properties = { class: "thing-link", data: { thing: THINGS.id[thing] } };
  return makeButton(properties, () => goTo(thing), symbol(kindOf(thing).name, 15), nameText(labelOf(thing)));
}

function factHead(fact, seenFrom) {
  if (FACTS.o[fact] < 0) {
    const [indicator, value, , target] = figureOf(fact);
    return make(
      "div",
      { class: "fact-head" },
      nameText(indicator),
      make("strong", { class: "figure" }, nameText(value)),
      target ? make("span", { class: "tag", text: t("target") }) : null,
    );
  }
  if (seenFrom >= 0) return make("div", { class: "fact-head" }, thingButton(otherEnd(fact, seenFrom)));
  const arrow = make("span", {
    class: "arrow",
    text: `${predicateName(fact)} ${isSymmetric(fact) ? "—" : "→"}`,
  });
  return make(
    "div",
    { class: "fact-head is-whole" },
    thingButton(FACTS.s[fact]),
    arrow,
    thingButton(FACTS.o[fact]),
  );
}

/** The whole card: the best sentence at once, the others on demand. */
function factCard(fact, seenFrom = -1) {
  const [best, ...others] = proofsOf(fact);
  return make(
    "article",
    { class: `fact${fact === selection.fact ? " is-selected" : ""}`, data: { fact: FACTS.id[fact] } },
    factHead(fact, seenFrom),
    factLine(fact),
    qualifierList(fact),
    best ? proofBlock(best, fact) : null,
    ...(others.length ? moreProofs(others, fact) : []),
  );
}

/** The other sentences, made when they are asked for, and the button that asks. */
function moreProofs(proofs, fact) {
  const box = make("div", { class: "proofs", hidden: true });
  const closed = t("evidenceMore", { n: proofs.length });
  const button = makeButton({ class: "plain more", "aria-expanded": "false", text: closed }, () => {
    box.hidden = !box.hidden;
    if (!box.hasChildNodes()) box.append(...proofs.map((proof) => proofBlock(proof, fact)));
    button.setAttribute("aria-expanded", String(!box.hidden));
    button.textContent = box.hidden ? closed : t("evidenceLess");
  });
  return [box, button];
}

/** Cards in portions, so that a city with a thousand facts opens as fast as a village with three. */
function cardList(facts, seenFrom, portion = 12) {
  const box = make("div", { class: "cards" });
  let shown = 0;
  const more = make("button", { type: "button", class: "plain show-more" });
  const grow = () => {
    more.before(...facts.slice(shown, shown + portion).map((fact) => factCard(fact, seenFrom)));
    shown += portion;
    more.hidden = shown >= facts.length;
    more.textContent = t("showMore", { n: Math.min(portion, facts.length - shown) });
  };
  box.append(more);
  more.addEventListener("click", grow);
  grow();
  return box;
}
