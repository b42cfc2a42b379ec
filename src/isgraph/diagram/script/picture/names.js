/**
 * Names of actors and camps where there is room: the important first, on eight sides, over no other
 * name, no actor and, if it can be, no arrowhead. The closer one looks, the more find room.
 */
isgraph.names = (() => {
  const { crowd, curves, letters, model, words } = isgraph;
  const PLAIN = { weight: 400, size: 11.5 };
  const BOLD = { weight: 650, size: 12.5 };
  const CAMP = { weight: 600, size: 10.5 };
  const LIMIT = 28;
  /** Names tried in a picture of very many lines, and at most printed bold. */
  const TRIED = 250;
  const BOLDEST = 40;
  /** Weight of the actor that is selected. */
  const CHOSEN = 1e6;
  /** Room for names around the outermost actors, in pixels. */
  const EDGE = { x: 62, y: 34 };

  /**
   * @param {any} scene
   * @param {any[]} actors The actors in the frame.
   * @param {any[]} lines The lines in the frame.
   * @param {boolean} plain Whether the lines are simplified, as they are very many.
   * @param {any[]} camps The areas of the camps, if they are painted.
   */
  function paint(scene, actors, lines, plain, camps) {
    const { scale, lit, selection } = scene;
    const seen = actors.filter((actor) => !lit || lit.actors.has(actor.id));
    const told = lit ? [...lit.lines] : plain ? [] : lines;
    const order = ranked(seen, selection, plain && !lit ? TRIED : seen.length);
    const bold = Math.max(3, order[Math.min(BOLDEST, Math.floor(seen.length / 10), order.length - 1)]?.weight ?? 3);
    const must = (/** @type {number} */ weight) => selection?.type === "tie" || weight >= CHOSEN;
    const space = room(scene, seen, told, order.filter(({ weight }) => weight >= bold).map(({ actor }) => actor));

    for (const { actor, weight } of order) if (must(weight)) name(scene, space, actor, true, true);
    if (lit) for (const line of told) words.paint(scene, space, line);
    for (const { actor, weight } of order) if (!must(weight)) name(scene, space, actor, weight >= bold, false);
    if (lit) return;
    // In a wide view of many lines the thin line and the open head have to do.
    if (curves.room(scale) > 60 || lines.length < 150) for (const line of told) if (line.manner === "prospective") words.paint(scene, space, line);
    for (const area of camps) camp(scene, space, area);
  }

  /** The most connected actors, the chosen one before all. @param {any[]} actors @param {any} selection @param {number} most */
  function ranked(actors, selection, most) {
    const weights = actors.map(({ id }) => (selection?.id === id ? CHOSEN : 0) + model.degree(id));
    const least = most < actors.length ? Float64Array.from(weights).sort()[actors.length - most] : 0;
    return actors.map((actor, i) => ({ actor, weight: weights[i] })).filter(({ weight }) => weight >= least)
      .sort((a, b) => b.weight - a.weight || (a.actor.id < b.actor.id ? -1 : 1)).slice(0, most);
  }

  /** What is taken already: room by the important actors, discs by all, heads by arrowheads.
   * @param {any} scene @param {any[]} actors @param {any[]} lines @param {any[]} important */
  function room({ unit, scale, edge = EDGE.x }, actors, lines, important) {
    const [room, discs, heads] = [crowd.make(60 * unit), crowd.make(60 * unit), crowd.make(60 * unit)];
    /** @param {any} actor @returns {Box} */
    const disc = (actor) => {
      const r = curves.radius(actor, scale) * 0.9;
      return { x: actor.x - r, y: actor.y - r, w: 2 * r, h: 2 * r };
    };
    for (const actor of actors) discs.take(disc(actor));
    for (const actor of important) room.take(disc(actor));
    for (const line of lines) {
      const c = curves.curve(line, scale);
      const r = 4.5 * unit;
      for (const t of line.symmetric ? [0.04, 0.96] : [0.96]) {
        const p = curves.at(c, t);
        heads.take({ x: p.x - r, y: p.y - r, w: 2 * r, h: 2 * r });
      }
    }
    // Names stay by the picture, so that fitting shows them whole.
    const { x, y, w, h } = curves.extent(model.shownActors);
    const [left, right, top, bottom] = [x - edge * unit, x + w + edge * unit, y - EDGE.y * unit, y + h + EDGE.y * unit];
    const within = (/** @type {Box} */ box) => box.x >= left && box.x + box.w <= right && box.y >= top && box.y + box.h <= bottom;
    return { room, discs, heads, within };
  }

  /** @param {any} scene @param {any} space @param {any} actor @param {boolean} bold @param {boolean} must */
  function name(scene, space, actor, bold, must) {
    const { unit, scale, palette } = scene;
    const style = bold ? BOLD : PLAIN;
    const text = actor.label.length > LIMIT && !must ? `${actor.label.slice(0, LIMIT - 1)}…` : actor.label;
    const w = (letters.width(text, style) + 4) * unit;
    const h = (style.size + 3) * unit;
    const r = curves.radius(actor, scale) * 1.1 + 2 * unit;
    const boxes = around(actor, r, w, h);
    const inside = boxes.filter(space.within);
    const clear = (inside.length ? inside : boxes).filter((box) => space.room.hits(box) === 0);
    const open = clear.filter((box) => space.discs.hits(box) === 0);
    // An important name may lie over small actors rather than be left out.
    const least = () => clear.map((box) => ({ box, hits: space.discs.hits(box) })).sort((a, b) => a.hits - b.hits)[0]?.box;
    const box = open.find((box) => space.heads.hits(box) === 0) ?? open[0]
      ?? (bold || must ? least() : undefined) ?? (must ? boxes[0] : undefined);
    if (!box) return;
    space.room.take(box);
    scene.begin?.("name", actor);
    letters.write(scene, text, style, palette.ink, box.x + 2 * unit, box.y + h / 2);
    scene.end?.();
  }

  /** Eight boxes beside an actor. @param {{x: number, y: number}} place @param {number} r
   * @param {number} w @param {number} h @returns {Box[]} */
  function around({ x, y }, r, w, h) {
    return [
      { x: x - w / 2, y: y + r, w, h },
      { x: x - w / 2, y: y - r - h, w, h },
      { x: x + r, y: y - h / 2, w, h },
      { x: x - r - w, y: y - h / 2, w, h },
      { x: x + r * 0.5, y: y + r * 0.8, w, h },
      { x: x - r * 0.5 - w, y: y + r * 0.8, w, h },
      { x: x + r * 0.5, y: y - r * 0.8 - h, w, h },
      { x: x - r * 0.5 - w, y: y - r * 0.8 - h, w, h },
    ];
  }

  /** The name of a camp, by the rim of its area; left out where anything is in the way.
   * @param {any} scene @param {any} space @param {any} area */
  function camp(scene, space, { camp, discs }) {
    const { unit, palette } = scene;
    if (discs.length < 3) return;
    const text = camp.label.toLocaleUpperCase("en-GB");
    const w = (letters.width(text, CAMP) + 4) * unit;
    const h = (CAMP.size + 3) * unit;
    const places = [...discs].sort((a, b) => a.y - b.y).flatMap(({ x, y, r }) => [
      { x: x - w / 2, y: y - r - h, w, h },
      { x: x - w / 2, y: y + r, w, h },
      { x: x + r, y: y - h / 2, w, h },
      { x: x - r - w, y: y - h / 2, w, h },
    ]);
    const box = places.find((box) => space.within(box) && !space.room.hits(box) && !space.discs.hits(box) && !space.heads.hits(box));
    if (!box) return;
    space.room.take(box);
    scene.begin?.("name", camp);
    letters.write(scene, text, CAMP, palette.muted, box.x + 2 * unit, box.y + h / 2);
    scene.end?.();
  }

  return { EDGE, paint, name, around };
})();
