// What one can do with a thing; every part of the page does it through these.

/** Select a thing and bring it into the picture and to its middle. */
function goTo(thing, remember = true) {
  if (remember && selection.thing >= 0 && selection.thing !== thing) {
    trail = [...trail, selection.thing].slice(-30);
  }
  pathsOpen = false;
  selection = { thing, fact: -1 };
  if (!scene.things.includes(thing)) take({ act: "show", thing });
  else markSelection();
  moved = false;
  emit("selection");
  approach(thing);
  announceSelection();
}

/** Open the picture on a thing that was looked for: in a large graph with all that surrounds it, and nothing else. */
function openOn(thing) {
  if (THING_COUNT <= MOST_SHOWN) return goTo(thing);
  if (selection.thing >= 0 && selection.thing !== thing) trail = [...trail, selection.thing].slice(-30);
  focusOn(thing, 1);
  announceSelection();
}

function announceSelection() {
  const { thing } = selection;
  announce(t("announceSelected", { name: labelOf(thing), kind: kindName(thing), n: passingDegree[thing] }));
}

function expand(thing) {
  const before = scene.things.length;
  if (!hiddenNeighbours(thing)) return announce(t("announceNoMore"));
  selection = { thing, fact: -1 };
  take({ act: "expand", thing });
  emit("selection");
  const fresh = scene.things.slice(before);
  if (fresh.some((one) => !isInView(one))) {
    fit([thing, ...neighbours(thing).filter((one) => scene.things.includes(one))]);
  }
  announce(t("announceExpanded", { n: scene.things.length - before }));
}

function collapse(thing) {
  const leaves = leavesOf(thing, new Set(scene.things));
  if (leaves.length) take({ act: "collapse", thing });
}

function hide(thing) {
  if (!scene.things.includes(thing)) return;
  selection = { thing: -1, fact: -1 };
  take({ act: "hide", thing });
  emit("selection");
  announce(t("announceHidden", { name: labelOf(thing) }));
}

function focusOn(thing, reach) {
  pathsOpen = false;
  selection = { thing, fact: -1 };
  take({ act: "focus", thing, steps: reach });
  emit("selection");
}

function goHome() {
  pathsOpen = false;
  trail = [];
  selection = { thing: -1, fact: -1 };
  take({ act: "open" });
  emit("selection");
}

function undoStep() {
  if (undo()) announce(t("announceUndo"));
}
