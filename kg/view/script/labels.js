// Names on the canvas, where there is room for them. Sizes of text are those of the screen, whatever the zoom.

const FIRST_LABELS = 130;
const LABEL_SIZE = 12.5;
const LABEL_SIGNS = 14; // as many Chinese characters of a name as are shown among many others
const LINE_SIGNS = 8.5; // a longer label stands in two lines
const LINE_HEIGHT = 1.25;

const widths = new Map();

/** The width of a text at size 1. */
function textWidth(ctx, text) {
  if (!widths.has(text)) {
    ctx.font = `500 100px ${FONT}`;
    widths.set(text, ctx.measureText(text).width / 100);
  }
  return widths.get(text);
}

const inkless = document.createElement("canvas").getContext("2d");

/** What a thing's label says, in one line or two. */
const labelLines = (thing, most = LABEL_SIGNS) => linesOf(plain(shorten(labelOf(thing), most)) || "—");

const widest = (ctx, lines) => Math.max(...lines.map((line) => textWidth(ctx, line)));

/** The width of a thing's label at size 1. */
const labelWidth = (thing) => widest(inkless, labelLines(thing));

/** How many Chinese characters wide; two Latin letters are as wide as one of them. */
const signWidth = (sign) => (sign < "\u2e80" ? 0.5 : 1);

/** The text cut to so many Chinese characters' width. */
function shorten(text, most) {
  let width = 0;
  let kept = "";
  for (const sign of text) {
    width += signWidth(sign);
    if (width > most) return `${kept.trimEnd()}…`;
    kept += sign;
  }
  return text;
}

// Words and numbers stay whole; opening signs end no line, closing signs begin none.
const NO_BREAK = /^[\w.'’-]{2}|^[（《“「(]|[）》”」，、。…)]$/u;

/** A long text in two lines of about the same width. */
function linesOf(text) {
  const signs = [...text];
  const whole = signs.reduce((sum, sign) => sum + signWidth(sign), 0);
  if (whole <= LINE_SIGNS) return [text];
  let [width, best, least] = [0, 0, whole * 0.34];
  for (let at = 1; at < signs.length; at++) {
    width += signWidth(signs[at - 1]);
    const offCentre = Math.abs(width - whole / 2);
    if (offCentre < least && !NO_BREAK.test(signs[at - 1] + signs[at])) {
      [best, least] = [at, offCentre];
    }
  }
  if (!best) return [text];
  return [signs.slice(0, best).join("").trim(), signs.slice(best).join("").trim()];
}

const overlaps = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Where a label may stand, best first: below, above, right, left of its symbol, then at its corners. */
function labelBoxes(place, radius, width, height, gap) {
  const around = (cx, cy, more) => ({
    left: cx - width / 2 - more,
    right: cx + width / 2 + more,
    top: cy - height / 2 - more,
    bottom: cy + height / 2 + more,
  });
  const at = (cx, cy, corner = 0) => ({ cx, cy, corner, about: around(cx, cy, gap * 2.5), ...around(cx, cy, 0) });
  const reach = radius * 1.1 + gap;
  const [aside, away] = [reach + width / 2, reach + height / 2];
  const corner = [radius * 0.75 + gap + width / 2, radius * 0.75 + gap + height / 2];
  const { x, y } = place;
  return [
    at(x, y + away),
    at(x, y - away),
    at(x + aside, y),
    at(x - aside, y),
    ...[1, -1].flatMap((across) => [1, -1].map((down) => at(x + across * corner[0], y + down * corner[1], 0.03))),
  ];
}

/** The things that get a label if there is room, and those that get one in any case, in order of importance. */
function labelOrder(scale, fitScale) {
  const ranked = [...scene.things].sort((a, b) => a - b);
  const most = Math.round(FIRST_LABELS * Math.max(1, (scale / fitScale) ** 2.2));
  const must = new Set([hovered, selection.thing].filter((thing) => thing >= 0 && scene.places.has(thing)));
  for (const path of scene.paths) for (const thing of path.things) must.add(thing);
  if (emphasis) {
    // What stands out comes first; the rest is named too where it has not stepped back.
    const heard = ranked.filter((thing) => emphasis.things.has(thing));
    return { must, most: must.size + most, wish: [...must, ...heard, ...(emphasis.isSoft ? ranked : [])] };
  }
  return { must, most: must.size + most, wish: [...must, ...ranked] };
}

/** What stands in a label's way, in canvas units. A symbol that has stepped back may be covered. */
function surroundings() {
  const frame = byId("canvas").getBoundingClientRect();
  const from = network.DOMtoCanvas({ x: 0, y: 0 });
  const to = network.DOMtoCanvas({ x: frame.width, y: frame.height });
  const least = LEAST_RADIUS / network.getScale();
  const symbols = scene.things
    .filter((thing) => !isFaded(thing))
    .map((thing) => {
      const { x, y } = scene.places.get(thing);
      const r = Math.max(radiusOf(thing), least) * 0.85;
      return { thing, left: x - r, right: x + r, top: y - r, bottom: y + r };
    });
  return { symbols, lines: linesDrawn(), view: { left: from.x, right: to.x, top: from.y, bottom: to.y } };
}

/** The links that labels had better not stand on: those that stand out, or all of not too many. */
function linesDrawn() {
  const isHeard = (fact) => !emphasis || emphasis.isSoft || emphasis.facts.has(fact);
  const links = scene.facts.filter((fact) => FACTS.o[fact] >= 0 && isHeard(fact));
  if (links.length > 400) return [];
  return links.map((fact) => {
    const [from, to] = [scene.places.get(FACTS.s[fact]), scene.places.get(FACTS.o[fact])];
    return {
      from,
      to,
      left: Math.min(from.x, to.x),
      right: Math.max(from.x, to.x),
      top: Math.min(from.y, to.y),
      bottom: Math.max(from.y, to.y),
    };
  });
}

/** Does the straight line run through the box? */
function crosses(box, line) {
  if (!overlaps(box, line)) return false;
  const { from, to } = line;
  const side = (x, y) => Math.sign((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x));
  const first = side(box.left, box.top);
  return [
    [box.right, box.top],
    [box.left, box.bottom],
    [box.right, box.bottom],
  ].some(([x, y]) => side(x, y) !== first);
}

/** What floats over the picture, in canvas units: no label stands beneath. */
function cornerBoxes() {
  const stage = byId("canvas").getBoundingClientRect();
  const floats = [document.querySelector(".toolbar"), byId("partial")].filter((one) => !one.hidden);
  return floats.map((one) => {
    const frame = one.getBoundingClientRect();
    const from = network.DOMtoCanvas({ x: frame.left - stage.left, y: frame.top - stage.top });
    const to = network.DOMtoCanvas({ x: frame.right - stage.left, y: frame.bottom - stage.top });
    return { left: from.x, right: to.x, top: from.y, bottom: to.y };
  });
}

const within = (box, view) =>
  box.left >= view.left && box.right <= view.right && box.top >= view.top && box.bottom <= view.bottom;

/** How much of two boxes lies on one another, as a share of the smaller. */
function overlapShare(a, b) {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  const size = (box) => (box.right - box.left) * (box.bottom - box.top);
  return (width * height) / Math.min(size(a), size(b));
}

/**
 * How bad a place for a label is: what it covers, links least of all, whether it leaves the picture, whether it could be
 * taken for the name of another symbol, and whether it touches its own by a corner only. From `least` on it need not be
 * known how bad.
 */
function labelCost(box, thing, taken, { symbols, lines, view }, least) {
  let cost = box.corner + (within(box, view) ? 0 : 3);
  if (cost >= least) return cost;
  for (const other of taken) cost += 10 * overlapShare(box, other);
  if (cost >= least) return cost;
  const near = symbols.filter((other) => other.thing !== thing && overlaps(box.about, other));
  for (const other of near) cost += 1.4 * overlapShare(box, other);
  cost += Math.min(0.12, 0.06 * near.length);
  if (cost >= least) return cost;
  return cost + Math.min(0.1, 0.02 * lines.filter((line) => crosses(box, line)).length);
}

/** The best of the boxes; null where each costs more than the label is worth. */
function chooseBox(boxes, thing, taken, around, worth) {
  let best = null;
  let least = worth;
  for (const box of boxes) {
    const cost = labelCost(box, thing, taken, around, least);
    if (cost === 0) return box;
    if (cost < least) [least, best] = [cost, box];
  }
  return best;
}

/** How much a label may cover: next to nothing, more for the best connected, anything if it must be read. */
function labelWorth(rank, isMust) {
  if (isMust) return Infinity;
  if (rank < 4) return 1.5;
  return rank < 12 ? 0.6 : 0.24;
}

/** Draw the labels that fit, the most important first; none covers another. */
function drawLabels(ctx, scale, fitScale) {
  const unit = 1 / scale;
  const around = surroundings();
  const taken = cornerBoxes();
  const { must, most, wish } = labelOrder(scale, fitScale);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  let drawn = 0;
  [...new Set(wish)].every((thing, rank) => {
    const isMust = must.has(thing);
    const lines = labelLines(thing, isMust ? 40 : LABEL_SIGNS);
    const box = chooseBox(
      labelPlaces(ctx, thing, lines, unit),
      thing,
      taken,
      around,
      labelWorth(rank, isMust),
    );
    if (box) {
      taken.push(box);
      drawLines(ctx, lines, box, unit, isMust);
      drawn++;
    }
    return drawn < most;
  });
  drawLinkLabels(ctx, unit, [...taken, ...around.symbols]);
}

/** The boxes that a thing's label could take, in canvas units; `unit` is a pixel. */
function labelPlaces(ctx, thing, lines, unit) {
  const radius = Math.max(radiusOf(thing), LEAST_RADIUS * unit);
  const width = (widest(ctx, lines) * LABEL_SIZE + 6) * unit;
  const height = (lines.length * LINE_HEIGHT + 0.05) * LABEL_SIZE * unit;
  return labelBoxes(scene.places.get(thing), radius, width, height, 3 * unit);
}

function drawLines(ctx, lines, box, unit, isStrong) {
  const size = LABEL_SIZE * unit;
  ctx.font = `${isStrong ? 700 : 500} ${size}px ${FONT}`;
  ctx.lineWidth = 4 * unit;
  ctx.strokeStyle = ink.canvas;
  ctx.fillStyle = ink.text;
  const top = box.cy - ((lines.length - 1) * LINE_HEIGHT * size) / 2;
  lines.forEach((line, row) => ctx.strokeText(line, box.cx, top + row * LINE_HEIGHT * size));
  lines.forEach((line, row) => ctx.fillText(line, box.cx, top + row * LINE_HEIGHT * size));
}

/** Names of the relations on the links that stand out, where there is room. */
function drawLinkLabels(ctx, unit, taken) {
  const isChosen = emphasis !== null && !emphasis.isSoft;
  const links = isChosen ? [...emphasis.facts] : edges.getIds();
  if (links.length > (isChosen ? 40 : 24)) return;
  const size = 11 * unit;
  for (const fact of links) {
    const point = linkMiddle(fact);
    if (!point) continue;
    const text = predicateName(fact);
    const [width, height] = [textWidth(ctx, text) * size + 8 * unit, size * 1.35];
    const box = {
      cx: point.x,
      cy: point.y,
      left: point.x - width / 2,
      right: point.x + width / 2,
      top: point.y - height / 2,
      bottom: point.y + height / 2,
    };
    if (taken.some((other) => overlaps(box, other))) continue;
    taken.push(box);
    ctx.fillStyle = ink.canvas;
    ctx.fillRect(box.left, box.top, width, height);
    ctx.font = `400 ${size}px ${FONT}`;
    ctx.fillStyle = ink.muted;
    ctx.fillText(text, box.cx, box.cy);
  }
}
