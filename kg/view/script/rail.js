// The filters on the left, which are the legend as well.

function buildRail() {
  byId("rail-body").replaceChildren(
    predicateBlock(),
    statusBlock(),
    kindBlock(),
    ...(TIME_STEPS.length ? [timeBlock()] : []),
    confidenceBlock(),
  );
  refreshRail();
}

function block(word, ...children) {
  const id = `block-${word}`;
  return make(
    "section",
    { class: "block", "aria-labelledby": id },
    make("h3", { id, text: t(word) }),
    ...children,
  );
}

function countBy(column, length) {
  const counts = new Array(length).fill(0);
  for (const value of column) counts[value]++;
  return counts;
}

/** A sample of the line that stands for a status. */
function lineSample(status) {
  const dashes = DASHES[status] ? DASHES[status].join(" ") : "none";
  return makeSvg(
    "svg",
    { class: `sample s-${status}`, viewBox: "0 0 34 8", width: 34, height: 8, "aria-hidden": "true" },
    makeSvg("path", { d: "M1 4H33", "stroke-dasharray": dashes }),
  );
}

function toggle(set, value) {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

function statusBlock() {
  const counts = countBy(FACTS.status, STATUSES.length);
  const rows = ["completed", "underway", "planned", "unknown"].map((name) => {
    const value = STATUSES.indexOf(name);
    return checkRow(name, { statuses: value }, lineSample(name), t(name), counts[value]);
  });
  return block("status", make("div", { class: "rows" }, ...rows));
}

/** A line with a box to tick; `what` is the filter and the value that it stands for. */
function checkRow(id, what, sign, text, count) {
  const [[filter, value]] = Object.entries(what);
  const box = make("input", {
    type: "checkbox",
    id: `f-${filter}-${id}`,
    data: { filter, value: String(value) },
    on: { change: () => changeFilters({ [filter]: toggle(filters[filter], value) }) },
  });
  const only = { class: "only", text: t("only"), "aria-label": `${t("only")} ${text}` };
  const name = make("span", { class: "row-name", text });
  return make(
    "div",
    { class: "row" },
    make("label", {}, box, sign, name, make("span", { class: "row-count", text: number(count) })),
    makeButton(only, () => changeFilters({ [filter]: new Set([value]) })),
  );
}

function kindBlock() {
  const counts = countBy(THINGS.kind, KINDS.length);
  const groups = new Map();
  KINDS.forEach((kind, value) => groups.set(kind.group, [...(groups.get(kind.group) ?? []), value]));
  const parts = [...groups.values()].map((values) => {
    const rows = values.map((value) => {
      const { name, zh, en } = KINDS[value];
      return checkRow(name, { kinds: value }, symbol(name), pick(zh, en), counts[value]);
    });
    return make("div", { class: "rows" }, ...rows);
  });
  return block("classes", allOrNone("kinds", KINDS.length), ...parts);
}

function allOrNone(filter, length) {
  const set = (values) => () => changeFilters({ [filter]: new Set(values) });
  const all = makeButton({ class: "plain", text: t("all") }, set([...Array(length).keys()]));
  const none = makeButton({ class: "plain", text: t("none") }, set([]));
  return make("div", { class: "all-none" }, all, none);
}

function predicateBlock() {
  const counts = countBy(FACTS.p, PREDICATES.length);
  const chips = PREDICATES.map((predicate, value) =>
    make(
      "button",
      {
        type: "button",
        class: "chip",
        data: { filter: "predicates", value: String(value), name: predicate.name },
        on: { click: () => changeFilters({ predicates: toggle(filters.predicates, value) }) },
      },
      make("span", { text: pick(predicate.zh, predicate.en) }),
      make("span", { class: "chip-count", text: number(counts[value]) }),
    ),
  );
  return block(
    "predicates",
    allOrNone("predicates", PREDICATES.length),
    make("div", { class: "chips" }, ...chips),
  );
}

const monthText = (month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;

function timeBlock() {
  const slider = (end, word) =>
    make("input", {
      type: "range",
      id: `f-${end}`,
      min: 0,
      max: TIME_STEPS.length - 1,
      step: 1,
      "aria-label": t(word),
      on: { input: (event) => setTime(end, Number(event.target.value)) },
    });
  const undated = make("input", {
    type: "checkbox",
    id: "f-undated",
    on: { change: (event) => changeFilters({ undated: event.target.checked }) },
  });
  return block(
    "time",
    make("output", { class: "value", id: "time-value" }),
    timeBars(),
    timeYears(),
    make(
      "div",
      { class: "double" },
      make("div", { class: "track" }),
      slider("from", "timeFrom"),
      slider("to", "timeTo"),
    ),
    make("label", { class: "inline" }, undated, make("span", { text: t("timeUndated") })),
    make("p", { class: "note", text: t("timeNote") }),
  );
}

/** Move an end of the time to a step; the ends do not pass one another. */
function setTime(end, step) {
  if (end === "from") changeFilters({ from: TIME_STEPS[Math.min(step, stepOf(filters.to))].from });
  else changeFilters({ to: TIME_STEPS[Math.max(step, stepOf(filters.from))].to });
}

/** How many facts begin when: a bar for each step of the slider below. */
function timeBars() {
  const bars = new Array(TIME_STEPS.length).fill(0);
  for (const from of FACTS.from) if (from >= 0) bars[stepOf(from)]++;
  const most = Math.max(...bars);
  const svg = makeSvg("svg", {
    class: "bars",
    viewBox: `0 0 ${bars.length} 20`,
    preserveAspectRatio: "none",
    "aria-hidden": "true",
  });
  bars.forEach((count, index) => {
    const height = count ? Math.max(1.5, (20 * Math.sqrt(count)) / Math.sqrt(most)) : 0;
    const rect = makeSvg("rect", { x: index + 0.12, y: 20 - height, width: 0.76, height });
    rect.dataset.step = String(index);
    svg.append(rect);
  });
  return svg;
}

const MOST_YEARS = 6;

/** The years below their bars, as many as there is room for; all that lies before or after them has an arrow. */
function timeYears() {
  const yearOf = ({ from }) => Math.floor(from / 12);
  const bySteps = new Map();
  TIME_STEPS.forEach((step, at) => {
    const key = step.isTail ? `${at}` : `${yearOf(step)}`;
    bySteps.set(key, [...(bySteps.get(key) ?? []), at]);
  });
  const years = [...bySteps].filter(([, [at]]) => !TIME_STEPS[at].isTail);
  const each = Math.ceil(years.length / MOST_YEARS);
  const labels = [...bySteps].map(([year, ats]) => {
    const { from, to, isTail } = TIME_STEPS[ats[0]];
    const isNamed = isTail || years.findIndex(([one]) => one === year) % each === 0;
    const arrow = ats[0] === 0 ? "‹" : "›";
    const title = isTail ? `${monthText(from)} – ${monthText(to)}` : "";
    const label = make("span", { text: isTail ? arrow : year, title });
    label.style.left = `${((ats[0] + ats.length / 2) / TIME_STEPS.length) * 100}%`;
    return isNamed ? label : null;
  });
  return make("div", { class: "years", "aria-hidden": "true" }, ...labels);
}

function confidenceBlock() {
  const input = make("input", {
    type: "range",
    id: "f-confidence",
    min: 0,
    max: 1000,
    step: 10,
    "aria-label": t("confidenceMin"),
    on: { input: (event) => changeFilters({ confidence: Number(event.target.value) }) },
  });
  return block(
    "confidence",
    make("output", { class: "value", id: "confidence-value", for: "f-confidence" }),
    input,
  );
}

/** Make the controls say what the filters are. */
function refreshRail() {
  for (const box of document.querySelectorAll("#rail-body input[data-filter]")) {
    box.checked = filters[box.dataset.filter].has(Number(box.dataset.value));
  }
  for (const chip of document.querySelectorAll("#rail-body .chip")) {
    chip.setAttribute("aria-pressed", String(filters.predicates.has(Number(chip.dataset.value))));
  }
  if (TIME_STEPS.length) refreshTime();
  byId("f-confidence").value = filters.confidence;
  byId("confidence-value").textContent = filters.confidence
    ? `≥ ${confidenceText(filters.confidence)}`
    : t("anyConfidence");
  byId("reset-filters").disabled = !anyFilter();
  byId("open-rail").querySelector(".dot").hidden = !anyFilter();
}

function refreshTime() {
  byId("f-from").value = stepOf(filters.from);
  byId("f-to").value = stepOf(filters.to);
  byId("f-undated").checked = filters.undated;
  byId("f-from").setAttribute("aria-valuetext", monthText(filters.from));
  byId("f-to").setAttribute("aria-valuetext", monthText(filters.to));
  byId("time-value").textContent = `${monthText(filters.from)} – ${monthText(filters.to)}`;
  const share = (month) => (stepOf(month) / Math.max(1, TIME_STEPS.length - 1)) * 100;
  const track = document.querySelector("#rail-body .track");
  track.style.setProperty("--from", `${share(filters.from)}%`);
  track.style.setProperty("--to", `${share(filters.to)}%`);
  for (const bar of document.querySelectorAll("#rail-body .bars rect")) {
    const { from, to } = TIME_STEPS[Number(bar.dataset.step)];
    bar.classList.toggle("is-out", to < filters.from || from > filters.to);
  }
}

function openRail(open) {
  byId("rail").classList.toggle("is-open", open);
  byId("scrim").hidden = !open;
  byId("open-rail").setAttribute("aria-expanded", String(open));
  if (open) byId("close-rail").focus();
}
