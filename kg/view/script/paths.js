// Shortest paths between two things, over the links that pass the filters.

const MOST_PATHS = 12;

/** What so many things share that it says little of any two: a path through it is short, but hardly one. */
const COMMON_GROUPS = new Set(["sector", "technology", "goal"]);
const isCommon = (thing) => COMMON_GROUPS.has(kindOf(thing).group);

/** Steps from a thing to every other, -1 where none leads; stops once the goal's distance is known. */
function distances(start, goal, direct) {
  const steps = new Int32Array(THING_COUNT).fill(-1);
  steps[start] = 0;
  let ring = [start];
  while (ring.length && steps[goal] < 0) {
    const next = [];
    for (const thing of ring) {
      for (const fact of factsOf(thing)) {
        const other = FACTS.o[fact] < 0 ? -1 : otherEnd(fact, thing);
        if (other < 0 || !factPasses[fact] || steps[other] >= 0) continue;
        if (direct && isCommon(other) && other !== goal) continue;
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

/** The steps of the shortest path that does without sectors, technologies and goals; -1 if none does. */
const directLength = (a, b) => (a < 0 || b < 0 ? -1 : distances(a, b, true)[b]);

/**
 * The shortest paths from a to b as { things, facts }, best attested first, MOST_PATHS at most; `more` tells whether
 * there are others of the same length. The `direct` ones do without sectors, technologies and goals between the two.
 */
function shortestPaths(a, b, direct) {
  const steps = distances(a, b, direct);
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

/** The paths of a step of the scene; where none of them is direct, the others are better than none. */
const pathsOf = ({ a, b, direct }) => shortestPaths(a, b, direct && directLength(a, b) >= 0);
