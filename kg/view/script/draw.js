// How things and links look on the canvas.

const FONT = getComputedStyle(document.documentElement).getPropertyValue("--font").trim() || "sans-serif";
const OUTLINES = Object.fromEntries(
  Object.entries(LOOKS).map(([kind, { path }]) => [kind, new Path2D(path)]),
);
// On the screen, whatever the zoom, as in the legend.
const DASHES = { planned: [6, 5], underway: [10, 4.5, 1.5, 4.5], completed: false, unknown: false };
const WIDTHS = { planned: 1.5, underway: 1.6, completed: 1.9, unknown: 1 };
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

/** What stands out: the selection with its surroundings; null when everything is equal. If soft, the rest stays. */
let emphasis = null;
let thinness = 1;
let hovered = -1;

const isFaded = (thing) =>
  emphasis !== null && !emphasis.isSoft && !emphasis.things.has(thing) && thing !== hovered;

/** The renderer that vis-network calls for each thing. */
function drawThing({ ctx, id, x, y, state }) {
  const radius = Math.max(radiusOf(id), LEAST_RADIUS / network.getScale());
  return {
    nodeDimensions: { width: radius * 2, height: radius * 2 },
    drawNode() {
      const colours = lookOf(id)[theme];
      const outline = OUTLINES[kindOf(id).name];
      ctx.globalAlpha = isFaded(id) ? 0.16 : 1;
      ctx.translate(x, y);
      ctx.lineJoin = "round";
      if (state.selected || id === hovered) drawHalo(ctx, radius, state.selected);
      ctx.scale(radius, radius);
      ctx.lineWidth = 5 / radius;
      ctx.strokeStyle = ink.canvas;
      ctx.stroke(outline);
      ctx.fillStyle = colours.fill;
      ctx.fill(outline);
      ctx.lineWidth = 1.5 / radius;
      ctx.strokeStyle = colours.line;
      ctx.stroke(outline);
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
  if (strong && !isBundle()) return WIDTHS[status] + 0.5;
  return WIDTHS[status] * thinness;
}

function linkOpacity(status, strong) {
  if (strong) return isBundle() ? 0.6 : 1;
  if (emphasis && !emphasis.isSoft) return 0.1;
  return status === "unknown" ? 0.3 + 0.5 * thinness : 0.85;
}

/** Before each drawing: vis-network scales lines with the picture, but dashes that shrink can no longer be seen. */
function keepLines(drawn, scale) {
  for (const { id, options } of Object.values(drawn)) {
    const { width, dashes } = drawnLinks.get(id);
    options.width = width / scale;
    options.dashes = dashes && dashes.map((part) => part / scale);
  }
}

/** The style of a link: the line tells the status; what does not matter now steps back. */
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
    color: { color: colour, highlight: ink.accent, hover: ink.accent, opacity: linkOpacity(status, strong) },
    hoverWidth: 1,
    selectionWidth: 1.2,
    arrows: { to: { enabled: !isSymmetric(fact), scaleFactor: 0.42 } },
    smooth:
      curve === 0
        ? { enabled: false }
        : { enabled: true, type: curve > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(curve) },
  };
}
