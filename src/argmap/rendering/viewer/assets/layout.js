// Places for a neighbourhood: what the chosen box supports above it, its reasons in columns below,
// their reasons stacked under each of them. Nothing can overlap, and no line crosses a box.
//
// given:   { above: [box], centre: box, below: [box] }, each box { width, height, kind, below }
// returns: { width, height, lines }; each box gets `x` and `y`, each line its points and its kind;
//          a branch ends at a rail that it shares with others, without a head

function layOut({ above, centre, below }) {
  const BESIDE = 26, BETWEEN = 56, UNDER = 22, INDENT = 40, STACK = 14;
  const RAILS = { attack: 20, contrary: 20, contradictory: 20, undercut: 28 };
  const columns = below.map((box) => {
    const stack = box.below || [];
    const wide = Math.max(box.width, ...stack.map((each) => INDENT + each.width));
    return { box, stack, wide };
  });
  const wideOf = (list, width) => list.reduce((sum, each) => sum + width(each), 0) + BESIDE * Math.max(0, list.length - 1);
  const wideAbove = wideOf(above, (box) => box.width);
  const wideBelow = wideOf(columns, (column) => column.wide);
  const width = Math.max(wideAbove, centre.width, wideBelow);
  const lines = [];

  let x = (width - wideAbove) / 2;
  const highAbove = Math.max(0, ...above.map((box) => box.height));
  for (const box of above) {
    box.x = x;
    box.y = highAbove - box.height;
    x += box.width + BESIDE;
  }
  centre.x = (width - centre.width) / 2;
  centre.y = above.length ? highAbove + BETWEEN : 0;
  const top = centre.y + centre.height + BETWEEN;
  let bottom = centre.y + centre.height;
  x = (width - wideBelow) / 2;
  for (const { box, stack, wide } of columns) {
    box.x = x;
    box.y = top;
    let y = top + box.height;
    const rails = new Map();
    stack.forEach((each, order) => {
      y += order ? STACK : UNDER;
      each.x = x + INDENT;
      each.y = y;
      y += each.height;
      const rail = x + (RAILS[each.kind] || 12);
      const middle = each.y + Math.min(each.height / 2, 40);
      lines.push({ kind: each.kind, isBranch: true, points: [[each.x, middle], [rail, middle]] });
      rails.set(rail, { kind: each.kind, points: [[rail, middle], [rail, box.y + box.height]] });
    });
    lines.push(...rails.values());
    bottom = Math.max(bottom, y);
    x += wide + BESIDE;
  }

  // Lines between rows run level half way, and end side by side at the box they are about.
  const spread = (box, count, order) => box.x + (box.width * (order + 1)) / (count + 1);
  const rise = (from, to, startX, endX, level, kind) => {
    const points = [[startX, from.y], [startX, level], [endX, level], [endX, to.y + to.height]];
    lines.push({ kind, points: Math.abs(startX - endX) < 1 ? [points[0], points[3]] : points });
  };
  below.forEach((box, order) => {
    const straight = below.length === 1 ? centre.x + centre.width / 2 : spread(centre, below.length, order);
    const start = below.length === 1 && straight > box.x && straight < box.x + box.width ? straight : box.x + box.width / 2;
    const far = Math.abs(order - (below.length - 1) / 2);
    const level = top - 18 - Math.min(24, far * 6);
    rise(box, centre, start, straight, level, box.kind);
  });
  above.forEach((box, order) => {
    const start = spread(centre, above.length, order);
    const end = above.length === 1 ? Math.min(Math.max(start, box.x + 12), box.x + box.width - 12) : box.x + box.width / 2;
    rise(centre, box, start, end, highAbove + BETWEEN / 2, box.kind);
  });
  return { width, height: bottom, lines };
}
