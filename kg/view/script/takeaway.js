// Taking things along: the picture as PNG, the data of the picture or the table as JSON or CSV, the view as a link.

function save(name, blob) {
  const url = URL.createObjectURL(blob);
  const link = make("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  toast(t("saved", { name }));
}

/**
 * What is taken along: from the picture what it shows, in the page's order; from the table all its rows, in theirs. `of`
 * tells what is counted and `word` what it is called.
 */
function taken() {
  if (activeView !== "table") {
    const facts = [...scene.facts].sort((a, b) => a - b);
    return { of: "facts", word: "scopePictureFacts", things: scene.things, facts };
  }
  const rows = tableRows();
  if (table.of === "things") return { of: "things", word: "scopeThings", things: rows, facts: [] };
  const ends = rows.flatMap((fact) => [FACTS.s[fact], FACTS.o[fact]]).filter((thing) => thing >= 0);
  return { of: "facts", word: "scopeFacts", things: [...new Set(ends)], facts: rows };
}

/** Say below each entry of the menu what it would write. */
function nameScopes() {
  const { of, word, ...rows } = taken();
  const scope = t(word, { n: rows[of].length });
  for (const kind of ["json", "csv"]) byId(`export-${kind}`).querySelector("small").textContent = scope;
  const things = t("scopePicture", { n: scene.things.length });
  byId("export-png").querySelector("small").textContent = things;
}

const fileStem = (count, of) => `smartcity-kg-${count}-${of}`;

function thingRecord(thing) {
  return {
    iri: GRAPH.base + THINGS.id[thing],
    type: kindOf(thing).name,
    label: THINGS.label[thing],
    label_en: THINGS.en[thing] ?? "",
  };
}

function figureRecord(fact) {
  const [indicator, value, time, target] = figureOf(fact);
  return { type: "Measurement", indicator, value, time, target: target === 1 };
}

/** A sentence as it is taken along: without the name of the pattern that read it. */
function proofRecord({ quote, title, publisher, date, url, status, time, confidence }) {
  return { quote, article: title, publisher, date, url, status, time, confidence: confidence / 1000 };
}

function factRecord(fact) {
  const more = FACTS.more[fact] ?? {};
  return {
    statement: `${GRAPH.base}id/statement/${FACTS.id[fact]}`,
    subject: thingRecord(FACTS.s[fact]),
    predicate: PREDICATES[FACTS.p[fact]].name,
    object: FACTS.o[fact] >= 0 ? thingRecord(FACTS.o[fact]) : figureRecord(fact),
    status: FACTS.status[fact] ? statusOf(fact) : "",
    time: FACTS.time[fact] ?? "",
    amount: more.amount ?? "",
    title: more.title ?? "",
    agreement: more.agreement ?? "",
    confidence: FACTS.confidence[fact] / 1000,
    sources: FACTS.support[fact],
    evidence: proofsOf(fact).map(proofRecord),
  };
}

function saveJson() {
  const { of, ...rows } = taken();
  const things = rows.things.map((thing) => ({
    ...thingRecord(thing),
    names: namesOf(thing),
    ...(activeView === "graph" ? scene.places.get(thing) : {}),
  }));
  const text = JSON.stringify({ things, facts: rows.facts.map(factRecord) }, null, 1);
  save(`${fileStem(rows[of].length, of)}.json`, new Blob([text], { type: "application/json" }));
}

/** A cell that no spreadsheet takes for a formula, quoted where it must be. */
function csvCell(value) {
  const text = String(value).replace(/[\r\n\u2028\u2029]+/g, " ");
  const harmless = /^[=+\-@\t]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** The columns of the CSV of things. */
const CSV_THINGS = {
  iri: (thing) => thingRecord(thing).iri,
  type: (thing) => kindOf(thing).name,
  label: (thing) => THINGS.label[thing],
  label_en: (thing) => THINGS.en[thing] ?? "",
  names: (thing) => namesOf(thing).join("; "),
  links: (thing) => passingDegree[thing],
  figures: (thing) => figureCount(thing),
};

/** The columns of the CSV of facts and what each says of one; `best` is the surest sentence. */
const CSV_FACTS = {
  statement: ({ fact }) => fact.statement,
  subject: ({ fact }) => fact.subject.label,
  subject_type: ({ fact }) => fact.subject.type,
  predicate: ({ fact }) => fact.predicate,
  object: ({ fact }) => fact.object.label ?? `${fact.object.indicator} ${fact.object.value}`,
  object_type: ({ fact }) => fact.object.type,
  status: ({ fact }) => fact.status,
  time: ({ fact }) => fact.time,
  amount: ({ fact }) => fact.amount,
  title: ({ fact }) => fact.title,
  agreement: ({ fact }) => fact.agreement,
  confidence: ({ fact }) => fact.confidence,
  sources: ({ fact }) => fact.sources,
  quote: ({ best }) => best?.quote ?? "",
  article: ({ best }) => best?.article ?? "",
  publisher: ({ best }) => best?.publisher ?? "",
  date: ({ best }) => best?.date ?? "",
  url: ({ best }) => best?.url ?? "",
};

function csvFact(number) {
  const fact = factRecord(number);
  const best = fact.evidence[0];
  return Object.values(CSV_FACTS).map((cell) => cell({ fact, best }));
}

/** One row for each fact, with its best sentence; all sentences go into the JSON. Or one for each thing of the table. */
function saveCsv() {
  const { of, things, facts } = taken();
  const rows =
    of === "facts"
      ? [Object.keys(CSV_FACTS), ...facts.map(csvFact)]
      : [Object.keys(CSV_THINGS), ...things.map((one) => Object.values(CSV_THINGS).map((cell) => cell(one)))];
  const lines = rows.map((row) => row.map(csvCell).join(","));
  // The mark at the beginning tells spreadsheets that this is UTF-8.
  const parts = ["\ufeff", lines.join("\r\n"), "\r\n"];
  save(`${fileStem(rows.length - 1, of)}.csv`, new Blob(parts, { type: "text/csv;charset=utf-8" }));
}

/** The picture on its ground, with a line that says what it is and a legend of what occurs in it. */
function savePng() {
  const source = byId("canvas").querySelector("canvas");
  const scale = window.devicePixelRatio || 1;
  const rows = legendRows(source.width / scale - 32);
  const foot = (28 + 22 * rows.length) * scale;
  const picture = make("canvas", { width: source.width, height: source.height + foot });
  const ctx = picture.getContext("2d");
  ctx.fillStyle = ink.canvas;
  ctx.fillRect(0, 0, picture.width, picture.height);
  ctx.drawImage(source, 0, 0);
  ctx.translate(16 * scale, source.height);
  ctx.scale(scale, scale);
  drawFoot(ctx, rows);
  picture.toBlob((blob) => save(`${fileStem(scene.things.length, "things")}.png`, blob), "image/png");
}

/** What occurs in the picture, kinds and lines, in rows no wider than `most`: each with its sign and where it begins. */
function legendRows(most) {
  const shown = new Set(scene.things.map(kindOf));
  const kinds = KINDS.filter((kind) => shown.has(kind)).map(({ name, zh, en }) => ({
    text: pick(zh, en),
    wide: 14,
    draw: (ctx) => drawLegendSymbol(ctx, name),
  }));
  const drawn = new Set(scene.links.map(statusOf));
  const lines = [...STATUSES]
    .reverse()
    .filter((status) => drawn.has(status))
    .map((status) => ({ text: t(status), wide: 34, draw: (ctx) => drawLegendLine(ctx, status) }));
  const rows = [[]];
  let x = 0;
  for (const item of [...kinds, ...lines]) {
    const width = item.wide + 6 + textWidth(inkless, item.text) * 12;
    if (x > 0 && x + width > most) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1).push({ ...item, x });
    x += width + 16;
  }
  return rows;
}

function drawFoot(ctx, rows) {
  ctx.textBaseline = "middle";
  ctx.fillStyle = ink.text;
  ctx.font = `600 13px ${FONT}`;
  ctx.fillText(`${t("appName")} · ${t("countThings", { a: scene.things.length, b: THING_COUNT })}`, 0, 14);
  rows.forEach((row, number) => {
    for (const { text, wide, draw, x } of row) {
      ctx.save();
      ctx.translate(x, 37 + 22 * number);
      draw(ctx);
      ctx.font = `500 12px ${FONT}`;
      ctx.fillStyle = ink.text;
      ctx.fillText(text, wide + 6, 0);
      ctx.restore();
    }
  });
}

function drawLegendLine(ctx, status) {
  ctx.save();
  ctx.beginPath();
  ctx.moveTo(1, 0);
  ctx.lineTo(33, 0);
  ctx.lineCap = "round";
  ctx.lineWidth = WIDTHS[status];
  ctx.strokeStyle = ink.edge[status];
  ctx.setLineDash(DASHES[status] || []);
  ctx.stroke();
  ctx.restore();
}

function drawLegendSymbol(ctx, kind) {
  const { fill, line } = LOOKS[kind][theme];
  ctx.save();
  ctx.translate(7, 0);
  ctx.scale(6, 6);
  ctx.fillStyle = fill;
  ctx.fill(OUTLINES[kind]);
  ctx.lineWidth = 0.25;
  ctx.strokeStyle = line;
  ctx.stroke(OUTLINES[kind]);
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
