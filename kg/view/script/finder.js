// A field that finds a thing: the combobox of the header and of the two ends of a path.

let finderCount = 0;

const COMBOBOX = {
  role: "combobox",
  "aria-expanded": "false",
  "aria-autocomplete": "list",
  "aria-haspopup": "listbox",
};

/**
 * Make an input with a list of answers out of `holder` (which holds an input). `onPick` gets the thing chosen.
 * `keepText` leaves the name in the field after the choice.
 */
function makeFinder(holder, onPick, keepText = false) {
  const input = holder.querySelector("input");
  const id = `finder-${finderCount++}`;
  const list = make("div", { class: "answers", role: "listbox", id, hidden: true });
  holder.append(list);
  for (const [key, value] of Object.entries({ ...COMBOBOX, "aria-controls": id })) {
    input.setAttribute(key, value);
  }
  const finder = { id, input, list, onPick, keepText, things: [], at: -1 };
  input.addEventListener("input", () => showAnswers(finder));
  input.addEventListener("focus", () => keepText || showAnswers(finder));
  input.addEventListener("blur", () => setTimeout(() => closeUnlessFocused(finder), 150));
  input.addEventListener("keydown", (event) => finderKey(finder, event));
  return finder;
}

function showAnswers(finder) {
  const query = finder.input.value.trim();
  if (!query) return closeAnswers(finder);
  const { total, things } = search(query);
  const choose = (thing) => chooseAnswer(finder, thing);
  const rows = things.map((thing, index) => answerRow(thing, query, `${finder.id}-${index}`, choose));
  finder.things = things;
  finder.list.replaceChildren(...(total ? rows : [noAnswer(query)]));
  finder.list.hidden = false;
  finder.input.setAttribute("aria-expanded", "true");
  announce(total ? t("searchCount", { n: total }) : t("searchNone", { q: query }));
  markAnswer(finder, total ? 0 : -1);
}

function closeAnswers({ input, list }) {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function closeUnlessFocused(finder) {
  if (document.activeElement !== finder.input) closeAnswers(finder);
}

function chooseAnswer(finder, thing) {
  finder.input.value = finder.keepText ? labelOf(thing) : "";
  closeAnswers(finder);
  finder.onPick(thing);
}

/** Mark the answer that Enter would choose. */
function markAnswer(finder, at) {
  finder.at = at;
  finder.list.querySelectorAll("[role=option]").forEach((row, index) => {
    row.setAttribute("aria-selected", String(index === at));
    if (index !== at) return;
    finder.input.setAttribute("aria-activedescendant", row.id);
    row.scrollIntoView({ block: "nearest" });
  });
}

function finderKey(finder, event) {
  if (event.key === "Escape") {
    event.stopPropagation();
    leaveFinder(finder);
  }
  const { things, at, list } = finder;
  const count = things.length;
  if (list.hidden || !count || event.isComposing) return;
  if (event.key === "ArrowDown") markAnswer(finder, (at + 1) % count);
  else if (event.key === "ArrowUp") markAnswer(finder, (at + count - 1) % count);
  else if (event.key === "Enter") chooseAnswer(finder, things[Math.max(at, 0)]);
  else return;
  event.preventDefault();
}

/** The first Escape closes the answers and empties the field, the second leaves it. */
function leaveFinder(finder) {
  if (!finder.keepText) {
    if (finder.list.hidden) byId("canvas").focus();
    finder.input.value = "";
  }
  closeAnswers(finder);
}

function answerRow(thing, query, id, choose) {
  const label = labelOf(thing);
  const words = queryWords(query);
  const folded = words.map(fold);
  const held = (name) => folded.filter((word) => fold(name).includes(word)).length;
  const other = [...namesOf(thing), language === "zh" ? THINGS.en[thing] : THINGS.label[thing]]
    .filter((name) => name && name !== label)
    .sort((a, b) => held(b) - held(a))[0];
  const missing = folded.length > 1 ? folded.filter((word) => !score(searchRows[thing], word)) : [];
  const linked = missing.map((word) => neighbourNamed(thing, word)).filter((one) => one !== undefined);
  const name = make("span", { class: "answer-name" }, ...marked(label, words));
  const more = make(
    "span",
    { class: "answer-more" },
    kindName(thing),
    ...[other, ...linked.map(labelOf)].filter(Boolean).map((text) => make("bdi", { text: ` · ${text}` })),
  );
  return make(
    "div",
    {
      class: "answer",
      role: "option",
      id,
      "aria-selected": "false",
      on: { mousedown: (event) => event.preventDefault(), click: () => choose(thing) },
    },
    symbol(kindOf(thing).name, 18),
    make("span", { class: "answer-text" }, name, more),
    make("span", {
      class: "answer-count",
      text: number(DEGREE[thing]),
      title: t("links", { n: DEGREE[thing] }),
    }),
  );
}

/** The text in pieces, what was typed in bold. */
function marked(text, words) {
  const plainText = text.toLowerCase();
  const spans = words
    .map((word) => ({ at: plainText.indexOf(word.toLowerCase()), length: word.length }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.length - a.length);
  const pieces = [];
  let end = 0;
  for (const { at, length } of spans) {
    if (at < end) continue;
    pieces.push(text.slice(end, at), make("b", { text: text.slice(at, at + length) }));
    end = at + length;
  }
  return [make("bdi", {}, ...pieces, text.slice(end))];
}

function noAnswer(query) {
  return make(
    "div",
    { class: "no-answer" },
    make("p", { text: t("searchNone", { q: query }) }),
    make("p", { class: "soft", text: t("searchNoneHint") }),
  );
}
