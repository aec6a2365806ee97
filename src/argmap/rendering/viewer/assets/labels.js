/*
 * The labels of a map under a supposition, equal to those of `argmap whatif`.
 *
 * data:     what `label_data` (label_data.py) says about the map; it stays as it is
 * rejected: keys of what is supposed not to stand: "[Title]" or "<Title>"
 * accepted: keys of what is supposed to be granted; what is in both lists is accepted
 * returns:  a Map from the key of each statement and argument to "in", "out" or "undecided"
 *
 * The well-founded labelling (argmap.evaluation.wellfounded): labels grow from nothing until no
 * rule adds another; then what could no longer be derived in any case falls, and so on. Each node
 * that may still hold has a founder: a step that derived it first, never by way of itself. Only
 * what loses its founder is looked at again. Keys that the map has not got are passed over, so
 * that a link to a supposition outlives a change of the map.
 */
function computeLabels(data, rejected, accepted) {
  "use strict";
  const UNDECIDED = 0, IN = 1, OUT = 2;
  const GIVEN = 1, REJECTED = 2, NEVER_GIVEN = 4; // as in label_data.py
  const UNDERIVED = -2, BY_ITSELF = -1;
  const nodeCount = data.nodes.length;
  const stepCount = data.steps.length;

  // What is supposed

  const rejects = new Set(rejected);
  const accepts = new Set(accepted);
  const isGiven = new Uint8Array(nodeCount);
  const isRejected = new Uint8Array(nodeCount);
  data.nodes.forEach((key, node) => {
    const standing = Number(data.standing[node]);
    if (accepts.has(key)) {
      isGiven[node] = standing & NEVER_GIVEN ? 0 : 1;
    } else if (rejects.has(key)) {
      isRejected[node] = 1;
    } else {
      isGiven[node] = standing & GIVEN ? 1 : 0;
      isRejected[node] = standing & REJECTED ? 1 : 0;
    }
  });
  const isVoid = new Uint8Array(stepCount);
  for (const [key, wasRejected, ...steps] of data.arguments) {
    if (!accepts.has(key) && (wasRejected || rejects.has(key))) {
      for (const step of steps) isVoid[step] = 1;
    }
  }
  const conclusionOf = new Int32Array(stepCount);
  data.steps.forEach(([conclusion], step) => {
    conclusionOf[step] = conclusion;
    if (isRejected[conclusion]) isVoid[step] = 1;
  });

  // Who is tied to whom: `to` from `at[i]` up to `at[i + 1]` is what `i` is paired with.

  function links(count, visit) {
    const at = new Int32Array(count + 1);
    visit((one) => { at[one + 1] += 1; });
    for (let i = 0; i < count; i += 1) at[i + 1] += at[i];
    const to = new Int32Array(at[count]);
    const next = at.slice();
    visit((one, other) => { to[next[one]] = other; next[one] += 1; });
    return { at, to };
  }
  function inPairs(list) {
    return (pair) => {
      for (let i = 0; i < list.length; i += 2) pair(list[i], list[i + 1]);
    };
  }
  const into = links(nodeCount, (pair) => conclusionOf.forEach((node, step) => pair(node, step)));
  const using = links(nodeCount, (pair) => {
    data.steps.forEach((ends, step) => {
      for (let i = 1; i < ends.length; i += 1) pair(ends[i], step);
    });
  });
  const attacked = links(nodeCount, inPairs(data.attacks));
  const undercut = links(nodeCount, inPairs(data.undercuts));

  // What still stands between a node or step and being in

  const openSteps = new Int32Array(nodeCount);
  for (let node = 0; node < nodeCount; node += 1) openSteps[node] = into.at[node + 1] - into.at[node];
  const openAttackers = new Int32Array(nodeCount);
  for (const target of attacked.to) openAttackers[target] += 1;
  const openUndercutters = new Int32Array(stepCount);
  for (const step of undercut.to) openUndercutters[step] += 1;
  const openPremises = Int32Array.from(data.steps, (ends) => ends.length - 1);
  const isBacked = isGiven.slice();

  const nodeLabel = new Uint8Array(nodeCount);
  const stepLabel = new Uint8Array(stepCount);
  const queue = new Int32Array(nodeCount + stepCount); // steps are counted after the nodes
  let queued = 0;
  let done = 0;
  const founder = derive();
  let unfounded = [];

  function decideNode(node, label) {
    if (nodeLabel[node] === UNDECIDED) {
      nodeLabel[node] = label;
      queue[queued] = node;
      queued += 1;
    }
  }
  function decideStep(step, label) {
    if (stepLabel[step] === UNDECIDED) {
      stepLabel[step] = label;
      queue[queued] = nodeCount + step;
      queued += 1;
    }
  }
  function maybeNodeIn(node) {
    if (isBacked[node] && openAttackers[node] === 0) decideNode(node, IN);
  }
  function maybeStepIn(step) {
    if (openPremises[step] === 0 && openUndercutters[step] === 0) decideStep(step, IN);
  }

  // The first founders: what follows from the given nodes (Dowling and Gallier 1984)

  function derive() {
    const by = new Int32Array(nodeCount).fill(UNDERIVED);
    const missing = openPremises.slice();
    const reached = [];
    const reach = (node, how) => {
      if (by[node] === UNDERIVED) {
        by[node] = how;
        reached.push(node);
      }
    };
    for (let node = 0; node < nodeCount; node += 1) if (isGiven[node]) reach(node, BY_ITSELF);
    for (let step = 0; step < stepCount; step += 1) {
      if (missing[step] === 0 && !isVoid[step]) reach(conclusionOf[step], step);
    }
    for (let i = 0; i < reached.length; i += 1) {
      const node = reached[i];
      for (let j = using.at[node]; j < using.at[node + 1]; j += 1) {
        const step = using.to[j];
        missing[step] -= 1;
        if (missing[step] === 0 && !isVoid[step]) reach(conclusionOf[step], step);
      }
    }
    return by;
  }

  // Labels bring further labels

  function nodeIsIn(node) {
    for (let i = using.at[node]; i < using.at[node + 1]; i += 1) {
      openPremises[using.to[i]] -= 1;
      maybeStepIn(using.to[i]);
    }
    for (let i = attacked.at[node]; i < attacked.at[node + 1]; i += 1) {
      decideNode(attacked.to[i], OUT);
    }
    for (let i = undercut.at[node]; i < undercut.at[node + 1]; i += 1) {
      decideStep(undercut.to[i], OUT);
    }
  }
  function nodeIsOut(node) {
    for (let i = using.at[node]; i < using.at[node + 1]; i += 1) decideStep(using.to[i], OUT);
    for (let i = attacked.at[node]; i < attacked.at[node + 1]; i += 1) {
      openAttackers[attacked.to[i]] -= 1;
      maybeNodeIn(attacked.to[i]);
    }
    for (let i = undercut.at[node]; i < undercut.at[node + 1]; i += 1) {
      openUndercutters[undercut.to[i]] -= 1;
      maybeStepIn(undercut.to[i]);
    }
  }
  function stepIsIn(step) {
    const node = conclusionOf[step];
    if (!isBacked[node]) {
      isBacked[node] = 1;
      founder[node] = step;
      maybeNodeIn(node);
    }
  }
  function stepIsOut(step) {
    const node = conclusionOf[step];
    openSteps[node] -= 1;
    if (openSteps[node] === 0 && !isGiven[node]) decideNode(node, OUT);
    else if (founder[node] === step) unfounded.push(node);
  }
  function propagate() {
    while (done < queued) {
      const index = queue[done];
      done += 1;
      if (index >= nodeCount) {
        const step = index - nodeCount;
        if (stepLabel[step] === IN) stepIsIn(step);
        else stepIsOut(step);
      } else if (nodeLabel[index] === IN) {
        nodeIsIn(index);
      } else {
        nodeIsOut(index);
      }
    }
  }

  // Find new founders for the nodes that lost theirs; the others are out.

  const isLost = new Uint8Array(nodeCount);
  const missing = new Int32Array(stepCount).fill(-1); // below 0: not looked at in this round
  function dropUnfounded() {
    const suspects = [];
    const suspect = (node) => {
      if (nodeLabel[node] === UNDECIDED && !isLost[node]) {
        isLost[node] = 1;
        suspects.push(node);
      }
    };
    unfounded.forEach(suspect);
    unfounded = [];
    for (let i = 0; i < suspects.length; i += 1) {
      const node = suspects[i];
      for (let j = using.at[node]; j < using.at[node + 1]; j += 1) {
        const conclusion = conclusionOf[using.to[j]];
        if (founder[conclusion] === using.to[j]) suspect(conclusion);
      }
    }
    const looked = [];
    const found = []; // steps that found their conclusion on nothing lost
    for (const node of suspects) {
      for (let i = into.at[node]; i < into.at[node + 1]; i += 1) {
        const step = into.to[i];
        if (stepLabel[step] === OUT) continue;
        const ends = data.steps[step];
        let lost = 0;
        for (let j = 1; j < ends.length; j += 1) lost += isLost[ends[j]];
        missing[step] = lost;
        looked.push(step);
        if (lost === 0) found.push(step);
      }
    }
    while (found.length > 0) {
      const step = found.pop();
      const node = conclusionOf[step];
      if (!isLost[node]) continue;
      isLost[node] = 0;
      founder[node] = step;
      for (let i = using.at[node]; i < using.at[node + 1]; i += 1) {
        const next = using.to[i];
        if (missing[next] > 0) {
          missing[next] -= 1;
          if (missing[next] === 0) found.push(next);
        }
      }
    }
    for (const step of looked) missing[step] = -1;
    let dropped = false;
    for (const node of suspects) {
      if (isLost[node]) {
        isLost[node] = 0;
        decideNode(node, OUT);
        dropped = true;
      }
    }
    return dropped;
  }

  for (let step = 0; step < stepCount; step += 1) {
    if (isVoid[step]) decideStep(step, OUT);
    else maybeStepIn(step);
  }
  for (let node = 0; node < nodeCount; node += 1) {
    if (founder[node] === UNDERIVED) unfounded.push(node);
    if (isRejected[node] || (!isGiven[node] && openSteps[node] === 0)) decideNode(node, OUT);
    else maybeNodeIn(node);
  }
  do propagate(); while (dropUnfounded());

  const words = ["undecided", "in", "out"];
  const labels = new Map();
  data.nodes.forEach((key, node) => labels.set(key, words[nodeLabel[node]]));
  for (const argument of data.arguments) {
    labels.set(argument[0], words[stepLabel[argument[argument.length - 1]]]);
  }
  return labels;
}
