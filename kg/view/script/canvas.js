// The picture: vis-network draws what the scene holds, and only that.

const nodes = new vis.DataSet();
const edges = new vis.DataSet();
const network = new vis.Network(byId("canvas"), { nodes, edges }, OPENING.options);

/** What is selected: a thing, or a fact, or nothing; -1 stands for none. */
let selection = { thing: -1, fact: -1 };
let fitScale = 1;
let firstFrame = true;
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

let opened = false;

network.on("beforeDrawing", () => keepLines(network.body.edges, network.getScale()));

network.on("afterDrawing", (ctx) => {
  // While the page is put together there is nothing to see yet.
  if (!opened) return;
  drawLabels(ctx, network.getScale(), fitScale);
  if (firstFrame) {
    firstFrame = false;
    performance.mark("kg-first-frame");
    document.documentElement.dataset.state = "ready";
  }
});

/** How far each of several links between the same two things bends, so that none hides another. */
function curves(facts) {
  const bundles = new Map();
  for (const fact of facts) {
    const [a, b] = [FACTS.s[fact], FACTS.o[fact]].sort((one, other) => one - other);
    const key = a * THING_COUNT + b;
    if (!bundles.has(key)) bundles.set(key, []);
    bundles.get(key).push(fact);
  }
  const bends = new Map();
  for (const bundle of bundles.values()) {
    bundle.forEach((fact, index) => {
      const bend =
        bundle.length === 1 ? 0 : (index - (bundle.length - 1) / 2) * Math.min(0.22, 0.7 / bundle.length);
      bends.set(fact, FACTS.s[fact] < FACTS.o[fact] ? bend : -bend);
    });
  }
  return bends;
}

/** Bring the data sets in line with the scene: what left goes, what came is added, what moved moves. */
function drawScene() {
  const inside = new Set(scene.things);
  nodes.remove(nodes.getIds().filter((thing) => !inside.has(thing)));
  const moved = scene.things.filter((thing) => {
    const [drawn, place] = [nodes.get(thing), scene.places.get(thing)];
    return drawn?.x !== place.x || drawn.y !== place.y;
  });
  nodes.update(
    moved.map((thing) => ({
      id: thing,
      ...scene.places.get(thing),
      size: radiusOf(thing),
      shape: "custom",
      ctxRenderer: drawThing,
    })),
  );
  for (const thing of moved) measure(thing);
  markSelection();
  byId("empty").hidden = scene.things.length > 0;
}

/** vis-network leaves out what lies outside the view, but does not measure a shape of our own before it draws it. */
function measure(thing) {
  const { x, y } = scene.places.get(thing);
  const r = radiusOf(thing);
  const box = network.body.nodes[thing].shape.boundingBox;
  Object.assign(box, {
    left: x - r,
    right: x + r,
    top: y - r,
    bottom: y + r,
  });
}

/** How each link was drawn last; only those whose look changed are drawn anew. */
const drawnLinks = new Map();

function drawLinks() {
  chooseFacts();
  const links = scene.facts.filter((fact) => FACTS.o[fact] >= 0);
  chooseEmphasis(links);
  const bends = curves(links);
  const inside = new Set(links);
  const gone = edges.getIds().filter((fact) => !inside.has(fact));
  for (const fact of gone) drawnLinks.delete(fact);
  edges.remove(gone);
  const styles = links.map((fact) => linkStyle(fact, bends.get(fact)));
  edges.update(styles.filter((style) => isChanged(style)));
}

function isChanged(style) {
  const look = ({ color, width, smooth }) =>
    [color.color, color.opacity, width, smooth.type, smooth.roundness].join(" ");
  const before = drawnLinks.get(style.id);
  if (before && look(before) === look(style)) return false;
  drawnLinks.set(style.id, style);
  return true;
}

/** With a selection, it and its links stand out; without one, the paths asked for. The more links, the thinner. */
function chooseEmphasis(links) {
  thinness = Math.min(1, Math.max(0.55, Math.sqrt(120 / links.length)));
  const chosen = standingOut(links);
  if (!chosen) {
    emphasis = null;
    return;
  }
  const things = new Set(chosen.flatMap((fact) => [FACTS.s[fact], FACTS.o[fact]]));
  if (selection.thing >= 0) things.add(selection.thing);
  // Who asked for two steps around a thing wants to see both.
  const { act, steps: reach, thing } = currentSteps()[0];
  const isSoft = act === "focus" && reach === 2 && thing === selection.thing;
  emphasis = { things, facts: new Set(chosen), isSoft };
}

/** The links that stand out; null if none is to, or what is selected is not in the picture. */
function standingOut(links) {
  const isSelected = (fact) =>
    fact === selection.fact || FACTS.s[fact] === selection.thing || FACTS.o[fact] === selection.thing;
  if (selection.thing >= 0) return scene.things.includes(selection.thing) ? links.filter(isSelected) : null;
  const chosen = selection.fact >= 0 ? links.filter(isSelected) : scene.paths.flatMap(({ facts }) => facts);
  return chosen.length ? chosen : null;
}

/** Select a thing or a fact (-1 for none) and tell everybody. */
function select(next) {
  selection = { thing: -1, fact: -1, ...next };
  markSelection();
  emit("selection");
}

function markSelection() {
  drawLinks();
  const inPicture = (set, id) => (id >= 0 && set.get(id) ? [id] : []);
  network.setSelection(
    { nodes: inPicture(nodes, selection.thing), edges: inPicture(edges, selection.fact) },
    { unselectAll: true, highlightEdges: false },
  );
}

/** The middle of a drawn link, bends and all. */
function linkMiddle(fact) {
  const drawn = network.body.edges[fact];
  return drawn?.edgeType && drawn.connected ? drawn.edgeType.getPoint(0.5) : null;
}

/** The thing that lies in a direction from another: near, and not far off the line. */
function thingTowards(from, dx, dy) {
  const start = scene.places.get(from);
  let best = -1;
  let least = Infinity;
  for (const thing of scene.things) {
    if (thing === from) continue;
    const place = scene.places.get(thing);
    const along = (place.x - start.x) * dx + (place.y - start.y) * dy;
    const across = Math.abs((place.x - start.x) * dy) + Math.abs((place.y - start.y) * dx);
    if (along <= 0 || across > along * 1.6) continue;
    const cost = along + across * 1.5;
    if (cost < least) [least, best] = [cost, thing];
  }
  return best;
}

network.on("click", ({ nodes: [hit], edges: [struck], pointer }) => {
  const thing = hit ?? (struck === undefined ? thingNear(pointer.canvas) : -1);
  const fact = thing < 0 ? (struck ?? linkNear(pointer.canvas)) : -1;
  if (thing >= 0) select({ thing });
  else if (fact >= 0) select({ fact });
  else if (selection.thing >= 0 || selection.fact >= 0) select({});
});

// The browser's own double click: vis-network's waits for two taps that a slow machine does not deliver in time.
byId("canvas").addEventListener("dblclick", (event) => {
  const box = byId("canvas").getBoundingClientRect();
  const thing = network.getNodeAt({ x: event.clientX - box.left, y: event.clientY - box.top });
  if (thing !== undefined) expand(thing);
});

network.on("dragEnd", ({ nodes: [thing] }) => {
  if (thing === undefined) return;
  const { x, y } = network.getPositions([thing])[thing];
  scene.places.set(thing, { x, y });
});

for (const event of ["zoom", "dragEnd"]) network.on(event, () => emit("camera"));

/** Tooltips: the whole name and what to expect of a click. */
function showTip(lines, pointer) {
  const tip = byId("tip");
  tip.replaceChildren(
    ...lines.filter(Boolean).map((line, index) => nameText(line, { class: index ? "tip-more" : "tip-name" })),
  );
  tip.hidden = false;
  const box = byId("canvas").getBoundingClientRect();
  tip.style.left = `${Math.min(pointer.x + 14, box.width - tip.offsetWidth - 8)}px`;
  tip.style.top = `${Math.min(pointer.y + 16, box.height - tip.offsetHeight - 8)}px`;
}

const hideTip = () => {
  byId("tip").hidden = true;
};

network.on("hoverNode", ({ node, pointer }) => {
  hovered = node;
  const more = hiddenNeighbours(node);
  const hint = more ? `${t("moreNeighbours", { n: more })} · ${t("doubleClick")}` : "";
  showTip(
    [labelOf(node), `${kindName(node)} · ${t("links", { n: passingDegree[node] })}`, hint],
    pointer.DOM,
  );
});

network.on("blurNode", () => {
  hovered = -1;
  hideTip();
});

network.on("hoverEdge", ({ edge, pointer }) => {
  if (hovered >= 0) return;
  const { text, own } = timeOf(edge);
  const sign = isSymmetric(edge) ? "—" : "→";
  const line = `${labelOf(FACTS.s[edge])} — ${predicateName(edge)} ${sign} ${labelOf(FACTS.o[edge])}`;
  showTip(
    [
      line,
      [statusName(edge), own ? text : "", confidenceText(FACTS.confidence[edge])]
        .filter(Boolean)
        .join(" · "),
    ],
    pointer.DOM,
  );
});

network.on("blurEdge", hideTip);
for (const event of ["dragStart", "zoom", "click"]) network.on(event, hideTip);
