// Shortest paths between two things, over the links that pass the filters.

const MOST_PATHS = 12;

/** Steps from a thing to every other, -1 where none leads; stops once the goal's distance is known. */
function distances(start, goal) {
  const steps = new Int32Array(THING_COUNT).fill(-1);
  steps[start] = 0;
  let ring = [start];
  while (ring.length && steps[goal] < 0) {
    const next = [];
    for (const thing of ring) {
      for (const fact of factsOf(thing)) {
        const other = FACTS.o[fact] < 0 ? -1 : otherEnd(fact, thing);
        if (other < 0 || !factPasses[fact] || steps[other] >= 0) continue;
        steps[other] = steps[thing] + 1;
        next.push(other);
      }
    }
    ring = next;
  }
  return steps;
}

/** The surest link from a thing to each neighbour one step nearer to the start. */
function stepsBack(thing, steps) {
  const best = new Map();
  for (const fact of factsOf(thing)) {
    if (!factPasses[fact] || FACTS.o[fact] < 0) continue;
    const other = otherEnd(fact, thing);
    if (steps[other] !== steps[thing] - 1 || steps[other] < 0) continue;
    const known = best.get(other);
    if (known === undefined || FACTS.confidence[fact] > FACTS.confidence[known]) best.set(other, fact);
  }
  return [...best].sort((a, b) => FACTS.confidence[b[1]] - FACTS.confidence[a[1]] || a[0] - b[0]);
}

/**
 * The shortest paths from a to b as { things, facts }, best attested first, MOST_PATHS at most; `more` tells whether
 * there are others of the same length.
 */
function shortestPaths(a, b) {
  const steps = distances(a, b);
  if (a === b || steps[b] < 0) return { paths: [], more: false };
  const paths = [];
  const walk = (thing, things, facts) => {
    if (paths.length > MOST_PATHS * 20) return;
    if (thing === a) {
      paths.push({ things: [...things].reverse(), facts: [...facts].reverse() });
      return;
    }
    for (const [other, fact] of stepsBack(thing, steps)) walk(other, [...things, other], [...facts, fact]);
  };
  walk(b, [b], []);
  const trust = (path) => path.facts.reduce((product, fact) => product * (FACTS.confidence[fact] / 1000), 1);
  paths.sort((one, other) => trust(other) - trust(one));
  return { paths: paths.slice(0, MOST_PATHS), more: paths.length > MOST_PATHS };
}
