// Taking things along: the picture as PNG, what is shown as JSON or CSV, the view as a link.

function save(name, blob) {
  const url = URL.createObjectURL(blob);
  const link = make("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  toast(t("saved", { name }));
}

const fileStem = () => `smartcity-kg-${scene.things.length}-things`;

/** One row for each fact shown, with its best sentence; all sentences go into the JSON. */
function shownFacts() {
  return [...scene.facts].sort((a, b) => a - b);
}

function factRecord(fact) {
  const more = FACTS.more[fact] ?? {};
  const end = (thing) => ({ iri: GRAPH.base + THINGS.id[thing], type: kindOf(thing).name, label: THINGS.label[thing], label_en: THINGS.en[thing] ?? "" });
  const figure = figureOf(fact);
  return {
    statement: `${GRAPH.base}id/statement/${FACTS.id[fact]}`,
    subject: end(FACTS.s[fact]),
    predicate: PREDICATES[FACTS.p[fact]].name,
    object: FACTS.o[fact] >= 0 ? end(FACTS.o[fact]) : { type: "Measurement", indicator: figure[0], value: figure[1], time: figure[2], target: figure[3] === 1 },
    status: FACTS.status[fact] ? statusOf(fact) : "",
    time: FACTS.time[fact] ?? "",
    amount: more.amount ?? "",
    title: more.title ?? "",
    agreement: more.agreement ?? "",
    confidence: FACTS.confidence[fact] / 1000,
    sources: FACTS.support[fact],
    evidence: proofsOf(fact).map(({ quote, title, publisher, date, url, status, time, confidence }) => ({ quote, article: title, publisher, date, url, status, time, confidence: confidence / 1000 })),
  };
}

function saveJson() {
  const things = scene.things.map((thing) => ({ iri: GRAPH.base + THINGS.id[thing], type: kindOf(thing).name, label: THINGS.label[thing], label_en: THINGS.en[thing] ?? "", names: namesOf(thing), ...scene.places.get(thing) }));
  const text = JSON.stringify({ things, facts: shownFacts().map(factRecord) }, null, 1);
  save(`${fileStem()}.json`, new Blob([text], { type: "application/json" }));
}

/** A cell that no spreadsheet takes for a formula, quoted where it must be. */
function csvCell(value) {
  const text = String(value).replace(/[\r\n\u2028\u2029]+/g, " ");
  const harmless = /^[=+\-@\t]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function saveCsv() {
  const head = ["statement", "subject", "subject_type", "predicate", "object", "object_type", "status", "time", "amount", "title", "agreement", "confidence", "sources", "quote", "article", "publisher", "date", "url"];
  const rows = shownFacts().map((fact) => {
    const record = factRecord(fact);
    const best = record.evidence[0] ?? { quote: "", article: "", publisher: "", date: "", url: "" };
    const object = FACTS.o[fact] >= 0 ? record.object.label : `${record.object.indicator} ${record.object.value}`;
    return [record.statement, record.subject.label, record.subject.type, record.predicate, object, record.object.type, record.status, record.time, record.amount, record.title, record.agreement, record.confidence, record.sources, best.quote, best.article, best.publisher, best.date, best.url];
  });
  const text = [head, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n");
  // The mark at the beginning tells spreadsheets that this is UTF-8.
  save(`${fileStem()}.csv`, new Blob(["\ufeff", text, "\r\n"], { type: "text/csv;charset=utf-8" }));
}

/** The picture on its ground, with a line that says what it is and a legend of what occurs in it. */
function savePng() {
  const source = byId("canvas").querySelector("canvas");
  const scale = window.devicePixelRatio || 1;
  const foot = 56 * scale;
  const picture = make("canvas", { width: source.width, height: source.height + foot });
  const ctx = picture.getContext("2d");
  ctx.fillStyle = ink.canvas;
  ctx.fillRect(0, 0, picture.width, picture.height);
  ctx.drawImage(source, 0, 0);
  drawFoot(ctx, source.height, scale);
  picture.toBlob((blob) => save(`${fileStem()}.png`, blob), "image/png");
}

function drawFoot(ctx, top, scale) {
  ctx.save();
  ctx.translate(16 * scale, top);
  ctx.scale(scale, scale);
  ctx.textBaseline = "middle";
  ctx.fillStyle = ink.text;
  ctx.font = `600 13px ${FONT}`;
  ctx.fillText(`${t("appName")} · ${t("countThings", { a: scene.things.length, b: THING_COUNT })}`, 0, 14);
  let x = 7;
  ctx.font = `400 12px ${FONT}`;
  for (const group of new Set(scene.things.map(groupOf))) {
    const { fill, line } = GROUPS[group][theme];
    ctx.save();
    ctx.translate(x, 38);
    ctx.scale(6, 6);
    ctx.fillStyle = fill;
    ctx.fill(OUTLINES[group]);
    ctx.lineWidth = 0.25;
    ctx.strokeStyle = line;
    ctx.stroke(OUTLINES[group]);
    ctx.restore();
    const text = pick(...(GRAPH.groups[group] ?? [group, group]));
    ctx.fillStyle = ink.text;
    ctx.fillText(text, x + 12, 38);
    x += 34 + ctx.measureText(text).width;
  }
  ctx.restore();
}

async function copyLink() {
  writeLink();
  try {
    await navigator.clipboard.writeText(location.href);
    toast(t("copied"));
  } catch {
    toast(t("copyByHand"));
  }
}
