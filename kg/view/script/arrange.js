// Places for things that join the picture later. What already stands stays where it is; same joiners, same places.

const GAP = 40; // as in kg/view/force.py
const LEAST_GAP = 16;

/** Is there room for a thing of this radius at x, y? */
function isFree(x, y, radius, things, places, gap = GAP) {
  for (const other of things) {
    const place = places.get(other);
    const reach = radius + radiusOf(other) + gap;
    if ((place.x - x) ** 2 + (place.y - y) ** 2 < reach * reach) return false;
  }
  return true;
}

/** The first free spot on a spiral that begins `reach` away from the anchor, on the side away from the rest. */
function freeSpot(thing, anchor, start, things, places) {
  const radius = radiusOf(thing);
  for (let step = 0; step < 4000; step++) {
    const angle = start + (step % 2 ? -1 : 1) * Math.ceil(step / 2) * 0.37;
    const reach = anchor.reach + radius + 56 + Math.floor(step / 17) * 34;
    const [x, y] = [anchor.x + reach * Math.cos(angle), anchor.y + reach * Math.sin(angle)];
    if (isFree(x, y, radius, things, places)) return { x: Math.round(x), y: Math.round(y) };
  }
  return { x: anchor.x, y: anchor.y };
}

/** Put joiners next to the best-connected neighbour that already stands; islands go in rows below. Fills `places`. */
function placeJoiners(joiners, standing, places) {
  const things = [...standing];
  const centre = middle(things, places);
  const shore = shoreOf(things, places);
  let waiting = [...joiners];
  let islands = 0;
  while (waiting.length) {
    const placed = new Set(things);
    const isNear = (thing) =>
      factsOf(thing).some((fact) => factPasses[fact] && placed.has(otherEnd(fact, thing)));
    const ready = waiting.filter(isNear);
    const turn = ready.length ? ready : [waiting[0]];
    for (const thing of turn) {
      const near = [...factsOf(thing)]
        .filter((fact) => factPasses[fact])
        .map((fact) => otherEnd(fact, thing))
        .filter((other) => placed.has(other));
      const host = near.length ? Math.min(...near) : -1;
      const base =
        host < 0 ? { ...shore(islands++), reach: -34 } : { ...places.get(host), reach: radiusOf(host) };
      const away = Math.atan2(base.y - centre.y, base.x - centre.x);
      places.set(thing, things.length ? freeSpot(thing, base, away, things, places) : { x: 0, y: 0 });
      things.push(thing);
    }
    const done = new Set(turn);
    waiting = waiting.filter((thing) => !done.has(thing));
  }
}

/** Where the n-th island goes: in rows below all that stands, as wide as it. */
function shoreOf(things, places) {
  const spots = things.map((thing) => places.get(thing));
  const [left, right] = [
    Math.min(-300, ...spots.map((spot) => spot.x)),
    Math.max(300, ...spots.map((spot) => spot.x)),
  ];
  const floor = Math.max(0, ...spots.map((spot) => spot.y)) + 110;
  const each = 150;
  const row = Math.max(1, Math.floor((right - left) / each));
  return (number) => ({
    x: left + each / 2 + (number % row) * each,
    y: floor + Math.floor(number / row) * 130,
  });
}

function middle(things, places) {
  if (!things.length) return { x: 0, y: 0 };
  const sum = things.reduce(
    (all, thing) => ({ x: all.x + places.get(thing).x, y: all.y + places.get(thing).y }),
    { x: 0, y: 0 },
  );
  return { x: sum.x / things.length, y: sum.y / things.length };
}

const RING_GAP = 150; // from ring to ring
const ROW_GAP = 58; // between the rows of a crowded ring
const MOST_ROWS = 4;

/**
 * Rings around a centre: neighbours on the first, theirs outside, each in the sector of the one it hangs on.
 * kg/view/rings.py lays a page's focus out in the same way.
 */
function arrangeRings(centre, things, links) {
  const rings = treeRings(centre, things, links);
  const inTree = rings.flat();
  const places = placeRings(rings);
  const rest = things.filter((thing) => !places.has(thing));
  placeJoiners(
    rest,
    inTree.map((one) => one.thing),
    places,
  );
  return places;
}

/** The things by their distance from the centre; each with its `kin`, those that hang on it, shared out evenly. */
function treeRings(centre, things, links) {
  const near = new Map(things.map((thing) => [thing, new Set()]));
  for (const [a, b] of links) {
    near.get(a).add(b);
    near.get(b).add(a);
  }
  const rings = [[{ thing: centre, kin: [] }]];
  const seen = new Set([centre]);
  while (rings.at(-1).length) {
    const ring = rings.at(-1);
    const fresh = new Set(
      ring.flatMap(({ thing }) => [...near.get(thing)].filter((other) => !seen.has(other))),
    );
    for (const thing of inOrder(fresh)) {
      const hosts = ring.filter((host) => near.get(host.thing).has(thing));
      const host = hosts.reduce((least, one) => (one.kin.length < least.kin.length ? one : least));
      host.kin.push({ thing, kin: [] });
      seen.add(thing);
    }
    rings.push(ring.flatMap((host) => host.kin));
  }
  return rings.slice(0, -1);
}

const inOrder = (things) => [...things].sort((a, b) => THINGS.kind[a] - THINGS.kind[b] || a - b);
const ringRoom = ({ thing }) => radiusOf(thing) * 2 + 40;

/** How far out each ring begins, and in how many rows it stands, so that every sector has room for what is in it. */
function ringReaches(rings) {
  const reaches = [0];
  const rows = [1];
  for (const ring of rings.slice(1)) {
    const inner = reaches.at(-1) + (rows.at(-1) - 1) * ROW_GAP + RING_GAP;
    const room = ring.reduce((sum, one) => sum + ringRoom(one), 0) / (2 * Math.PI);
    rows.push(Math.max(1, Math.min(MOST_ROWS, Math.ceil(room / (inner * 1.15)))));
    reaches.push(Math.max(inner, room / rows.at(-1)));
  }
  // Sectors that hold wide families need more than the ring's own things do.
  const turns = sector(rings[0][0], 0, { reaches, rows }) / (2 * Math.PI);
  return { reaches: reaches.map((reach) => reach * Math.max(1, turns)), rows };
}

/** The angle that a thing and all that hangs on it needs. */
function sector(one, depth, { reaches, rows }) {
  const own = depth ? ringRoom(one) / (reaches[depth] * rows[depth]) : 0;
  return Math.max(
    own,
    one.kin.reduce((sum, other) => sum + sector(other, depth + 1, { reaches, rows }), 0),
  );
}

function placeRings(rings) {
  const sizes = ringReaches(rings);
  const places = new Map();
  const counts = rings.map(() => 0);
  const place = (one, depth, from, width) => {
    const out = sizes.reaches[depth] + (counts[depth]++ % sizes.rows[depth]) * ROW_GAP;
    const angle = from + width / 2 - Math.PI / 2;
    places.set(one.thing, { x: Math.round(out * Math.cos(angle)), y: Math.round(out * Math.sin(angle)) });
    const needs = one.kin.map((other) => sector(other, depth + 1, sizes));
    const share = width / needs.reduce((sum, need) => sum + need, 0);
    let at = from;
    one.kin.forEach((other, index) => {
      place(other, depth + 1, at, needs[index] * share);
      at += needs[index] * share;
    });
  };
  place(rings[0][0], 0, 0, 2 * Math.PI);
  return places;
}

/** Columns from left to right, one for each step of the paths. */
function arrangeColumns(paths) {
  const columns = [];
  for (const { things } of paths) {
    things.forEach((thing, step) => {
      columns[step] ??= [];
      if (!columns[step].includes(thing)) columns[step].push(thing);
    });
  }
  const places = new Map();
  columns.forEach((column, step) => {
    column.forEach((thing, row) => {
      const x = (step - (columns.length - 1) / 2) * 260;
      places.set(thing, { x: Math.round(x), y: Math.round((row - (column.length - 1) / 2) * 96) });
    });
  });
  return places;
}
