// The links of a crowded picture: a tree of those that are stated most often.

/** The most often stated links that hold together what hangs together, and all those of the centre; as opening.py. */
function mainLinks(links, centre = -1) {
  const stated = new Map();
  for (const fact of links) {
    const key = Math.min(FACTS.s[fact], FACTS.o[fact]) * THING_COUNT + Math.max(FACTS.s[fact], FACTS.o[fact]);
    stated.set(key, [...(stated.get(key) ?? []), fact]);
  }
  const pairs = [...stated].map(([key, facts]) => ({
    facts,
    ends: [Math.floor(key / THING_COUNT), key % THING_COUNT],
  }));
  const isCentral = ({ ends }) => ends.includes(centre);
  pairs.sort(
    (a, b) =>
      isCentral(b) - isCentral(a) ||
      b.facts.length - a.facts.length ||
      a.ends[1] - b.ends[1] ||
      a.ends[0] - b.ends[0],
  );
  const join = partition();
  const surest = (facts) =>
    facts.reduce((best, fact) => (FACTS.confidence[fact] > FACTS.confidence[best] ? fact : best));
  return pairs.filter(({ ends }) => join(...ends)).map(({ facts }) => surest(facts));
}

/** Joins the parts in which two things are, and tells whether they were apart. */
function partition() {
  const above = new Map();
  const top = (thing) => {
    let at = thing;
    while (above.has(at)) at = above.get(at);
    if (at !== thing) above.set(thing, at);
    return at;
  };
  return (a, b) => {
    const [one, other] = [top(a), top(b)];
    if (one !== other) above.set(one, other);
    return one !== other;
  };
}
