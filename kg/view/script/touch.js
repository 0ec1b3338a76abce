// What a click means that hits nothing: far away, symbols and lines are thinner than a finger or an unsteady hand.

const THING_REACH = 12; // in pixels beyond the symbol's rim
const LINK_REACH = 8;

/** The one of some whose distance from a place is least, if it is within reach; -1 if none is. */
function nearest(some, distance, reach) {
  let best = -1;
  let least = reach / network.getScale();
  for (const one of some) {
    const away = distance(one);
    if (away < least) [least, best] = [away, one];
  }
  return best;
}

function thingNear({ x, y }) {
  const distance = (thing) => {
    const place = scene.places.get(thing);
    return Math.hypot(place.x - x, place.y - y) - radiusOf(thing);
  };
  return nearest(scene.things, distance, THING_REACH);
}

function linkNear({ x, y }) {
  const distance = (fact) => {
    const [from, to] = [scene.places.get(FACTS.s[fact]), scene.places.get(FACTS.o[fact])];
    return network.body.edges[fact].edgeType.getDistanceToEdge(from.x, from.y, to.x, to.y, x, y);
  };
  return nearest(edges.getIds(), distance, LINK_REACH);
}
