// Places for things that join the picture later. What already stands stays where it is; same joiners, same places.

const GAP = 16;
const TURN = 2.399963; // the golden angle: neighbours on a spiral never line up

/** Is there room for a thing of this radius at x, y? */
function isFree(x, y, radius, things, places) {
  for (const other of things) {
    const place = places.get(other);
    const reach = radius + radiusOf(other) + GAP;
    if ((place.x - x) ** 2 + (place.y - y) ** 2 < reach * reach) return false;
  }
  return true;
}

/** The first free spot on a spiral that begins `reach` away from the anchor, on the side away from the rest. */
function freeSpot(thing, anchor, start, things, places) {
  const radius = radiusOf(thing);
  for (let step = 0; step < 4000; step++) {
    const angle = start + (step % 2 ? -1 : 1) * Math.ceil(step / 2) * 0.37;
    const reach = anchor.reach + radius + 34 + Math.floor(step / 17) * 34;
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

/** Rings around a centre: neighbours on the first, theirs outside, each near the one it hangs on. */
function arrangeRings(centre, things, links) {
  const places = new Map([[centre, { x: 0, y: 0 }]]);
  const start = new Map([[centre, 0]]);
  const near = new Map(things.map((thing) => [thing, []]));
  for (const [a, b] of links) {
    near.get(a).push(b);
    near.get(b).push(a);
  }
  let ring = [centre];
  let reach = 0;
  while (ring.length) {
    const next = [];
    for (const thing of ring) {
      const fresh = near
        .get(thing)
        .filter((other) => !start.has(other))
        .sort((a, b) => groupRank(a) - groupRank(b) || a - b);
      for (const other of new Set(fresh)) {
        start.set(other, thing);
        next.push(other);
      }
    }
    if (next.length) reach = placeRing(next, reach, places);
    ring = next;
  }
  const rest = things.filter((thing) => !places.has(thing));
  placeJoiners(rest, [...places.keys()], places);
  return places;
}

const groupRank = (thing) => Object.keys(GROUPS).indexOf(groupOf(thing));

/** One ring, or several close rows of it when it is crowded; returns how far out it reaches. */
function placeRing(things, inner, places) {
  const room = things.reduce((sum, thing) => sum + radiusOf(thing) * 2 + 44, 0);
  const first = inner + 160;
  const rows = Math.max(1, Math.min(4, Math.ceil(room / (2 * Math.PI * (first + 60)) / 1.15)));
  const reach = Math.max(first, room / (2 * Math.PI * rows));
  things.forEach((thing, index) => {
    const angle = -Math.PI / 2 + (2 * Math.PI * index) / things.length;
    const out = reach + (index % rows) * 62;
    places.set(thing, { x: Math.round(out * Math.cos(angle)), y: Math.round(out * Math.sin(angle)) });
  });
  return reach + (rows - 1) * 62;
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
