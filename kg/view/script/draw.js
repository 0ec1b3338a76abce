// How things, links and their labels look on the canvas. Sizes of text are those of the screen, whatever the zoom.

const FONT = getComputedStyle(document.documentElement).getPropertyValue("--font").trim() || "sans-serif";
const OUTLINES = Object.fromEntries(
  Object.entries(GROUPS).map(([group, { path }]) => [group, new Path2D(path)]),
);
const DASHES = { planned: [9, 7], underway: [14, 5, 2, 5], completed: false, unknown: false };
const WIDTHS = { planned: 1.5, underway: 1.6, completed: 1.9, unknown: 1 };
const FIRST_LABELS = 40;
const LABEL_SIZE = 12.5;
const LEAST_RADIUS = 3.6; // on the screen: smaller symbols cannot be told apart

let theme = "light";
let ink = {};

/** Colours of the canvas, from the same style sheet that colours the rest. */
function readTheme() {
  const style = getComputedStyle(document.documentElement);
  const value = (name) => style.getPropertyValue(name).trim();
  theme = document.documentElement.dataset.theme;
  ink = {
    canvas: value("--canvas"),
    text: value("--ink"),
    muted: value("--muted"),
    accent: value("--accent"),
    strong: value("--edge-strong"),
    halo: value("--halo"),
    edge: {
      completed: value("--edge-completed"),
      underway: value("--edge-underway"),
      planned: value("--edge-planned"),
      unknown: value("--edge-unknown"),
    },
  };
}

/** What stands out: the selection with its surroundings, or paths; null when everything is equal. */
let emphasis = null;
let crowded = false;
let hovered = -1;

const isFaded = (thing) => emphasis !== null && !emphasis.things.has(thing) && thing !== hovered;

/** The renderer that vis-network calls for each thing. */
function drawThing({ ctx, id, x, y, state }) {
  const radius = Math.max(radiusOf(id), LEAST_RADIUS / network.getScale());
  return {
    nodeDimensions: { width: radius * 2, height: radius * 2 },
    drawNode() {
      const colours = GROUPS[groupOf(id)][theme];
      ctx.globalAlpha = isFaded(id) ? 0.16 : 1;
      ctx.translate(x, y);
      ctx.lineJoin = "round";
      if (state.selected || id === hovered) drawHalo(ctx, radius, state.selected);
      ctx.scale(radius, radius);
      ctx.lineWidth = 5 / radius;
      ctx.strokeStyle = ink.canvas;
      ctx.stroke(OUTLINES[groupOf(id)]);
      ctx.fillStyle = colours.fill;
      ctx.fill(OUTLINES[groupOf(id)]);
      ctx.lineWidth = 1.5 / radius;
      ctx.strokeStyle = colours.line;
      ctx.stroke(OUTLINES[groupOf(id)]);
    },
  };
}

function drawHalo(ctx, radius, selected) {
  ctx.beginPath();
  ctx.arc(0, 0, radius * 1.12 + 5, 0, 2 * Math.PI);
  ctx.fillStyle = ink.canvas;
  ctx.fill();
  ctx.lineWidth = selected ? 3 : 1.75;
  ctx.strokeStyle = ink.halo;
  ctx.stroke();
}

/** More links stand out than can be told apart one by one. */
const isBundle = () => emphasis !== null && emphasis.facts.size > 40;

function linkWidth(status, strong) {
  if (strong) return WIDTHS[status] + (isBundle() ? 0 : 0.9);
  return WIDTHS[status] * (crowded ? 0.8 : 1);
}

function linkOpacity(strong) {
  if (strong) return isBundle() ? 0.6 : 1;
  if (emphasis) return 0.1;
  return crowded ? 0.65 : 0.85;
}

/** The style of a link: the line tells the progress; what does not matter now steps back. */
function linkStyle(fact, curve) {
  const status = statusOf(fact);
  const strong = emphasis?.facts.has(fact);
  const colour = strong ? ink.strong : ink.edge[status];
  return {
    id: fact,
    from: FACTS.s[fact],
    to: FACTS.o[fact],
    width: linkWidth(status, strong),
    dashes: DASHES[status],
    color: { color: colour, highlight: ink.accent, hover: ink.accent, opacity: linkOpacity(strong) },
    hoverWidth: 1,
    selectionWidth: 1.2,
    arrows: { to: { enabled: !isSymmetric(fact), scaleFactor: 0.42 } },
    smooth:
      curve === 0
        ? { enabled: false }
        : { enabled: true, type: curve > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(curve) },
  };
}

const widths = new Map();

/** The width of a text at size 1. */
function textWidth(ctx, text) {
  if (!widths.has(text)) {
    ctx.font = `500 100px ${FONT}`;
    widths.set(text, ctx.measureText(text).width / 100);
  }
  return widths.get(text);
}

/** The text cut to so many Chinese characters' width; two Latin letters are as wide as one of them. */
function shorten(text, most) {
  let width = 0;
  let kept = "";
  for (const sign of text) {
    width += sign < "\u2e80" ? 0.5 : 1;
    if (width > most) return `${kept.trimEnd()}…`;
    kept += sign;
  }
  return text;
}

const overlaps = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Where a label may stand, best first: below, above, right, left of its symbol. */
function labelBoxes(place, radius, width, height, gap) {
  const at = (cx, cy) => ({
    cx,
    cy,
    left: cx - width / 2,
    right: cx + width / 2,
    top: cy - height / 2,
    bottom: cy + height / 2,
  });
  const reach = radius * 1.1 + gap;
  return [
    at(place.x, place.y + reach + height / 2),
    at(place.x, place.y - reach - height / 2),
    at(place.x + reach + width / 2, place.y),
    at(place.x - reach - width / 2, place.y),
  ];
}

/** The things that get a label if there is room, and those that get one in any case, in order of importance. */
function labelOrder(scale, fitScale) {
  const ranked = [...scene.things].sort((a, b) => a - b);
  const most = Math.round(FIRST_LABELS * Math.max(1, (scale / fitScale) ** 2.2));
  const must = new Set([hovered, selection.thing].filter((thing) => thing >= 0 && scene.places.has(thing)));
  for (const path of scene.paths) for (const thing of path.things) must.add(thing);
  if (emphasis) {
    return {
      must,
      most: must.size + 60,
      wish: [...must, ...ranked.filter((thing) => emphasis.things.has(thing))],
    };
  }
  return { must, most: must.size + most, wish: [...must, ...ranked] };
}

/** What stands in a label's way, in canvas units. */
function surroundings() {
  const frame = byId("canvas").getBoundingClientRect();
  const [from, to] = [
    network.DOMtoCanvas({ x: 0, y: 0 }),
    network.DOMtoCanvas({ x: frame.width, y: frame.height }),
  ];
  const symbols = scene.things.map((thing) => {
    const { x, y } = scene.places.get(thing);
    const r = radiusOf(thing) * 0.8;
    return { thing, left: x - r, right: x + r, top: y - r, bottom: y + r };
  });
  return { symbols, view: { left: from.x, right: to.x, top: from.y, bottom: to.y } };
}

const within = (box, view) =>
  box.left >= view.left && box.right <= view.right && box.top >= view.top && box.bottom <= view.bottom;

/** The best of the boxes: off other labels, inside the picture, off the symbols if possible; null if none will do. */
function chooseBox(boxes, thing, taken, { symbols, view }, must) {
  const free = boxes.filter((box) => !taken.some((other) => overlaps(box, other)));
  const pool = free.length || !must ? free : boxes;
  const inside = pool.filter((box) => within(box, view));
  const bare = (list) =>
    list.find((box) => !symbols.some((other) => other.thing !== thing && overlaps(box, other)));
  return bare(inside) ?? inside[0] ?? (must ? pool[0] : null);
}

/** Draw the labels that fit, the most important first; none covers another. */
function drawLabels(ctx, scale, fitScale) {
  const unit = 1 / scale;
  const size = LABEL_SIZE * unit;
  const taken = [];
  const around = surroundings();
  const { must, most, wish } = labelOrder(scale, fitScale);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  for (const thing of new Set(wish)) {
    if (taken.length >= most) break;
    const text = plain(shorten(labelOf(thing), must.has(thing) ? 40 : 14)) || "—";
    const boxes = labelBoxes(
      scene.places.get(thing),
      radiusOf(thing),
      textWidth(ctx, text) * size + 6 * unit,
      size * 1.3,
      3 * unit,
    );
    const box = chooseBox(boxes, thing, taken, around, must.has(thing));
    if (!box) continue;
    taken.push(box);
    drawText(ctx, text, box, size, unit, must.has(thing));
  }
  drawLinkLabels(ctx, unit, taken);
}

function drawText(ctx, text, box, size, unit, strong) {
  ctx.font = `${strong ? 700 : 500} ${size}px ${FONT}`;
  ctx.lineWidth = 4 * unit;
  ctx.strokeStyle = ink.canvas;
  ctx.strokeText(text, box.cx, box.cy);
  ctx.fillStyle = ink.text;
  ctx.fillText(text, box.cx, box.cy);
}

/** Names of the relations on the links that stand out, where there is room. */
function drawLinkLabels(ctx, unit, taken) {
  const links = emphasis ? [...emphasis.facts] : edges.getIds();
  if (links.length > (emphasis ? 40 : 24)) return;
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
