// Where the camera stands: everything in view, or one thing with what surrounds it.

const MOST_SCALE = 1.25;
const LEAST_SCALE = 0.15; // below it symbols stand on one another

/** The free part of the stage in pixels: its edges, and the toolbar in its corner, are kept clear or not. */
function stageRoom(besideToolbar = true) {
  const { width, height } = byId("canvas").getBoundingClientRect();
  const toolbar = document.querySelector(".toolbar").getBoundingClientRect();
  const isColumn = toolbar.height > toolbar.width;
  const edge = Math.min(24, width * 0.03);
  const left = besideToolbar && isColumn ? toolbar.width + edge : edge;
  const top = byId("partial").hidden ? edge : edge + 34;
  const bottom = besideToolbar && !isColumn ? toolbar.height + edge : edge;
  return {
    left,
    top,
    width: Math.max(width - left - edge, 100),
    height: Math.max(height - top - bottom, 80),
  };
}

/** Half the width of a thing's label in pixels, where the picture is small enough to show every label. */
function labelReach(thing) {
  if (scene.things.length > 60) return 30;
  return Math.min((labelWidth(thing) * LABEL_SIZE) / 2, 90);
}

/** The box in pixels that things fill at a scale. Symbols grow with it, the labels around them do not. */
function extent(spots, scale) {
  const foot = LABEL_SIZE * 1.6;
  const head = scene.things.length > 60 ? 0 : foot;
  return {
    left: Math.min(...spots.map(({ x, r, reach }) => x * scale - Math.max(r * scale, reach))),
    right: Math.max(...spots.map(({ x, r, reach }) => x * scale + Math.max(r * scale, reach))),
    top: Math.min(...spots.map(({ y, r }) => (y - r) * scale - head)),
    bottom: Math.max(...spots.map(({ y, r }) => (y + r) * scale + foot)),
  };
}

/** The largest scale at which the things and their labels fit into the room. */
function scaleFor(spots, room) {
  let [low, high] = [0.01, MOST_SCALE];
  for (let step = 0; step < 14; step++) {
    const middle = (low + high) / 2;
    const box = extent(spots, middle);
    const fits = box.right - box.left <= room.width && box.bottom - box.top <= room.height;
    if (fits) low = middle;
    else high = middle;
  }
  return low;
}

/** Bring into view once more what was brought there last. */
let lookAgain = () => fit(scene.things, false);

/** Show everything, or these things, with room for the labels. */
function fit(things = scene.things, animate = true) {
  lookAgain = () => fit(things, false);
  if (!things.length || byId("canvas").getBoundingClientRect().width === 0) return;
  const spots = things.map(spotOf);
  // Pictures are round: as a rule the corner in which the toolbar stands is free anyway.
  const wide = viewOf(spots, stageRoom(false));
  const { scale, middle } = hidesBehindToolbar(spots, wide) ? viewOf(spots, stageRoom()) : wide;
  if (things === scene.things) fitScale = scale;
  if (scale < LEAST_SCALE && scene.things.includes(selection.thing)) {
    centreOn(selection.thing, closeScale(selection.thing), animate);
    return;
  }
  moveTo(middle, scale, animate);
}

const spotOf = (thing) => ({ ...scene.places.get(thing), r: radiusOf(thing), reach: labelReach(thing) });

/** The largest scale at which the spots fit into the room, and the place that is then in the middle of the stage. */
function viewOf(spots, room) {
  const stage = byId("canvas").getBoundingClientRect();
  const scale = scaleFor(spots, room);
  const box = extent(spots, scale);
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  // The middle of the room is not that of the stage.
  const aside = room.left + room.width / 2 - stage.width / 2;
  const down = room.top + room.height / 2 - stage.height / 2;
  return { scale, middle: { x: (x - aside) / scale, y: (y - down) / scale } };
}

/** Would the toolbar cover one of the spots, or stand close to it? */
function hidesBehindToolbar(spots, { scale, middle }) {
  const stage = byId("canvas").getBoundingClientRect();
  const toolbar = document.querySelector(".toolbar").getBoundingClientRect();
  const x = (toolbar.left + toolbar.width / 2 - stage.left - stage.width / 2) / scale + middle.x;
  const y = (toolbar.top + toolbar.height / 2 - stage.top - stage.height / 2) / scale + middle.y;
  const [half, tall] = [toolbar.width / 2 + 10, toolbar.height / 2 + 10];
  return spots.some(
    (spot) => Math.abs(spot.x - x) * scale < half + spot.r && Math.abs(spot.y - y) * scale < tall + spot.r,
  );
}

function moveTo(position, scale, animate = true) {
  const isSlow = animate && !calm && scene.things.length < 400;
  const animation = isSlow && { duration: 320, easingFunction: "easeInOutCubic" };
  network.moveTo({ position, scale, animation });
}

const neighboursShown = (thing) => {
  const inside = new Set(scene.things);
  return neighbours(thing).filter((other) => inside.has(other));
};

/** The scale at which a thing in the middle has its neighbours around it, if they can be shown near enough to read. */
function closeScale(thing) {
  const { x, y } = scene.places.get(thing);
  const { width, height } = byId("canvas").getBoundingClientRect();
  const near = neighboursShown(thing);
  const gap = (axis, middle) =>
    Math.max(40, ...near.map((other) => Math.abs(scene.places.get(other)[axis] - middle)));
  const whole = Math.min((width / 2 - 70) / gap("x", x), (height / 2 - 50) / gap("y", y));
  return Math.max(fitScale, LEAST_SCALE, Math.min(whole, Math.max(0.9, fitScale)));
}

/** The place nearest to the thing that, in the middle of the stage, leaves all its neighbours in view. */
function middleAround(thing, scale) {
  const stage = byId("canvas").getBoundingClientRect();
  const room = stageRoom(false);
  const box = extent([thing, ...neighboursShown(thing)].map(spotOf), scale);
  const between = (value, least, most) => (least > most ? value : Math.min(Math.max(value, least), most));
  const { x, y } = scene.places.get(thing);
  const right = room.left + room.width - stage.width / 2;
  const left = room.left - stage.width / 2;
  const bottom = room.top + room.height - stage.height / 2;
  const top = room.top - stage.height / 2;
  return {
    x: between(x * scale, box.right - right, box.left - left) / scale,
    y: between(y * scale, box.bottom - bottom, box.top - top) / scale,
  };
}

/** Bring a thing to the middle. */
function centreOn(thing, scale = network.getScale(), animate = true) {
  if (scene.things.includes(thing)) moveTo(scene.places.get(thing), scale, animate);
}

/** Bring a thing to the middle or near it, so that it can be read and all that surrounds it is in view. */
function approach(thing, animate = true) {
  lookAgain = () => approach(thing, false);
  if (!scene.things.includes(thing)) return;
  const scale = closeScale(thing);
  moveTo(middleAround(thing, scale), scale, animate);
}

function isInView(thing) {
  const { x, y } = network.canvasToDOM(scene.places.get(thing));
  const box = byId("canvas").getBoundingClientRect();
  return x > 30 && y > 30 && x < box.width - 30 && y < box.height - 30;
}

/** Bring what is selected into view, if it is in the picture and not in view. */
function seekSelection() {
  const ends = selection.fact >= 0 ? [FACTS.s[selection.fact], FACTS.o[selection.fact]] : [selection.thing];
  const inPicture = ends.filter((thing) => scene.things.includes(thing));
  if (inPicture.some((thing) => !isInView(thing))) centreOn(inPicture[0]);
}

/** When the stage changes its size (a panel opens over a small screen), what was brought into view stays there. */
function keepInView() {
  network.setSize("100%", "100%");
  if (!moved) lookAgain();
  else if (scene.things.includes(selection.thing) && !isInView(selection.thing)) centreOn(selection.thing);
  network.redraw();
}
