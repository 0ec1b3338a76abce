// Where the camera stands: everything in view, or one thing with what surrounds it.

const MOST_SCALE = 1.25;
const LEAST_SCALE = 0.15; // below it symbols stand on one another

/** The free part of the stage in pixels: its edges, and the toolbar in its corner, are kept clear or not. */
function stageRoom(besideToolbar = true) {
  const { width, height } = byId("canvas").getBoundingClientRect();
  const toolbar = document.querySelector(".toolbar").getBoundingClientRect();
  const isColumn = toolbar.height > toolbar.width;
  const edge = Math.min(24, width * 0.03);
  const left = isColumn ? toolbar.width + edge : edge;
  const top = byId("partial").hidden ? edge : edge + 34;
  const bottom = isColumn ? edge : toolbar.height + edge;
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
  return {
    left: Math.min(...spots.map(({ x, r, reach }) => x * scale - Math.max(r * scale, reach))),
    right: Math.max(...spots.map(({ x, r, reach }) => x * scale + Math.max(r * scale, reach))),
    top: Math.min(...spots.map(({ y, r }) => (y - r) * scale)),
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
  const stage = byId("canvas").getBoundingClientRect();
  if (!things.length || stage.width === 0) return;
  const spots = things.map((thing) => ({
    ...scene.places.get(thing),
    r: radiusOf(thing),
    reach: labelReach(thing),
  }));
  const room = stageRoom();
  const scale = scaleFor(spots, room);
  const box = extent(spots, scale);
  // The middle of the room is not that of the stage.
  const aside = room.left + room.width / 2 - stage.width / 2;
  const down = room.top + room.height / 2 - stage.height / 2;
  if (things === scene.things) fitScale = scale;
  if (scale < LEAST_SCALE && scene.things.includes(selection.thing)) {
    centreOn(selection.thing, closeScale(selection.thing), animate);
    return;
  }
  const [x, y] = [(box.left + box.right) / 2 - aside, (box.top + box.bottom) / 2 - down];
  moveTo({ x: x / scale, y: y / scale }, scale, animate);
}

function moveTo(position, scale, animate = true) {
  const isSlow = animate && !calm && scene.things.length < 400;
  const animation = isSlow && { duration: 320, easingFunction: "easeInOutCubic" };
  network.moveTo({ position, scale, animation });
}

/** The scale at which a thing in the middle has its neighbours around it, if they can be shown near enough to read. */
function closeScale(thing) {
  const { x, y } = scene.places.get(thing);
  const { width, height } = byId("canvas").getBoundingClientRect();
  const inside = new Set(scene.things);
  const near = neighbours(thing).filter((other) => inside.has(other));
  const gap = (axis, middle) =>
    Math.max(40, ...near.map((other) => Math.abs(scene.places.get(other)[axis] - middle)));
  const whole = Math.min((width / 2 - 70) / gap("x", x), (height / 2 - 50) / gap("y", y));
  return Math.max(fitScale, LEAST_SCALE, Math.min(whole, Math.max(0.9, fitScale)));
}

/** Bring a thing to the middle. */
function centreOn(thing, scale = network.getScale(), animate = true) {
  if (scene.things.includes(thing)) moveTo(scene.places.get(thing), scale, animate);
}

/** Bring a thing to the middle, near enough to read what surrounds it. */
function approach(thing, animate = true) {
  lookAgain = () => approach(thing, false);
  if (scene.things.includes(thing)) centreOn(thing, closeScale(thing), animate);
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
