// A field that finds a thing: the combobox of the header and of the two ends of a path.

let finderCount = 0;

/**
 * Make an input with a list of answers out of `holder` (which holds an input). `onPick` gets the thing chosen.
 * `keepText` leaves the name in the field after the choice.
 */
function makeFinder(holder, onPick, keepText = false) {
  const input = holder.querySelector("input");
  const id = `finder-${finderCount++}`;
  const list = make("div", { class: "answers", role: "listbox", id, hidden: true });
  const state = { things: [], at: -1, picked: -1 };
  holder.append(list);
  for (const [key, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list", "aria-haspopup": "listbox" })) {
    input.setAttribute(key, value);
  }
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (thing) => {
    state.picked = thing;
    input.value = keepText ? labelOf(thing) : "";
    close();
    onPick(thing);
  };
  const mark = (at) => {
    state.at = at;
    [...list.querySelectorAll("[role=option]")].forEach((row, index) => {
      row.setAttribute("aria-selected", String(index === at));
      if (index === at) {
        input.setAttribute("aria-activedescendant", row.id);
        row.scrollIntoView({ block: "nearest" });
      }
    });
  };
  const update = () => {
    const query = input.value.trim();
    state.picked = -1;
    if (!query) return close();
    const { total, things } = search(query);
    state.things = things;
    list.replaceChildren(...(total ? things.map((thing, index) => answerRow(thing, query, `${id}-${index}`, choose)) : [noAnswer(query)]));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    announce(total ? t("searchCount", { n: total }) : t("searchNone", { q: query }));
    mark(total ? 0 : -1);
  };
  input.addEventListener("input", update);
  input.addEventListener("focus", () => keepText || update());
  input.addEventListener("blur", () => setTimeout(() => document.activeElement === input || close(), 150));
  input.addEventListener("keydown", (event) => {
    const count = state.things.length;
    if (event.key === "Escape") {
      event.stopPropagation();
      if (list.hidden && !keepText) byId("canvas").focus();
      if (!keepText) input.value = "";
      close();
    }
    if (list.hidden || !count || event.isComposing) return;
    if (event.key === "ArrowDown") mark((state.at + 1) % count);
    else if (event.key === "ArrowUp") mark((state.at + count - 1) % count);
    else if (event.key === "Enter") choose(state.things[Math.max(state.at, 0)]);
    else return;
    event.preventDefault();
  });
  return {
    input,
    get picked() {
      return state.picked;
    },
    set(thing) {
      state.picked = thing;
      input.value = thing >= 0 ? labelOf(thing) : "";
    },
  };
}

function answerRow(thing, query, id, choose) {
  const label = labelOf(thing);
  const folded = fold(query);
  const other = [...namesOf(thing), language === "zh" ? THINGS.en[thing] : THINGS.label[thing]]
    .filter((name) => name && name !== label)
    .sort((a, b) => fold(b).includes(folded) - fold(a).includes(folded))[0];
  const name = make("span", { class: "answer-name" }, ...marked(label, query));
  const more = make("span", { class: "answer-more" }, kindName(thing), other ? make("bdi", { text: ` · ${other}` }) : null);
  return make(
    "div",
    { class: "answer", role: "option", id, "aria-selected": "false", on: { mousedown: (event) => event.preventDefault(), click: () => choose(thing) } },
    symbol(groupOf(thing), 18),
    make("span", { class: "answer-text" }, name, more),
    make("span", { class: "answer-count", text: number(DEGREE[thing]), title: plural(DEGREE[thing], "link1", "links") }),
  );
}

/** The text in pieces, the part that was typed in bold. */
function marked(text, query) {
  const at = text.toLowerCase().indexOf(query.toLowerCase());
  if (at < 0) return [nameText(text)];
  const [before, hit, after] = [text.slice(0, at), text.slice(at, at + query.length), text.slice(at + query.length)];
  return [make("bdi", {}, before, make("b", { text: hit }), after)];
}

function noAnswer(query) {
  return make("div", { class: "no-answer" }, make("p", { text: t("searchNone", { q: query }) }), make("p", { class: "soft", text: t("searchNoneHint") }));
}
