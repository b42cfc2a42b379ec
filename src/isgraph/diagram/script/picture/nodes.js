/** Actors: the shape says the class, the fill the camp, the size the number of claims. */
isgraph.nodes = (() => {
  const { curves, model, shapes } = isgraph;
  const { look } = model;
  /** Radius in pixels below which an actor is a mere dot. */
  const DOT = 3;

  /** @param {any} scene @param {any} actor */
  function fill({ dark }, actor) {
    const row = model.camps.get(actor.camp) ?? look.noCamp;
    return dark ? row.dark : row.light;
  }

  /** @param {any} actor */
  const corners = (actor) => shapes.CORNERS[actor.members ? "circle" : (look.groups[actor.set] ?? look.groups.other).shape];

  /** @param {any} scene @param {any} actor */
  const opacity = ({ lit, dark }, actor) =>
    lit && !lit.actors.has(actor.id) ? look.faded[dark ? "dark" : "light"] * 1.5 : 1;

  /** @param {any} scene @param {any[]} some @param {boolean} many Whether there is no time for each. */
  function paint(scene, some, many) {
    const { scale, selection, lit } = scene;
    const dot = (/** @type {any} */ actor) => many && (lit ? !lit.actors.has(actor.id) : curves.radius(actor, scale) * scale <= DOT);
    if (many) paintDots(scene, some.filter(dot));
    const large = some.filter((actor) => !dot(actor));
    // The large last, so that none hides under its neighbours.
    const order = large.map((actor) => ({ actor, r: curves.radius(actor, scale) })).sort((a, b) => a.r - b.r);
    for (const { actor } of order) {
      scene.begin?.("actor", actor);
      paintOne(scene, actor, opacity(scene, actor));
      scene.end?.();
    }
    const chosen = selection?.type === "actor" && model.actor(selection.id);
    if (chosen && some.includes(chosen)) ring(scene, chosen, true);
  }

  /** The small or faded ones among very many, all of a colour at once. @param {any} scene @param {any[]} some */
  function paintDots(scene, some) {
    const { ctx, scale, lit, dark } = scene;
    /** @type {Map<string, any[]>} */ const fills = new Map();
    for (const actor of some) {
      const key = fill(scene, actor);
      const same = fills.get(key);
      if (same) same.push(actor);
      else fills.set(key, [actor]);
    }
    ctx.save();
    ctx.globalAlpha = lit ? look.faded[dark ? "dark" : "light"] * 1.5 : 1;
    for (const [colour, same] of fills) {
      ctx.fillStyle = colour;
      ctx.beginPath();
      for (const actor of same) {
        const r = curves.radius(actor, scale);
        ctx.moveTo(actor.x + r, actor.y);
        ctx.arc(actor.x, actor.y, r, 0, 2 * Math.PI);
      }
      ctx.fill();
    }
    ctx.restore();
  }

  /** @param {any} scene @param {any} actor @param {number} alpha */
  function paintOne(scene, actor, alpha) {
    const { ctx, unit, scale, palette } = scene;
    const r = curves.radius(actor, scale);
    ctx.save();
    shapes.trace(ctx, corners(actor), true, actor.x, actor.y, r);
    // A rim of paper, so that no line shines through a faded actor.
    ctx.strokeStyle = palette.canvas;
    ctx.lineWidth = Math.min(3 * unit, r * 0.35);
    ctx.stroke();
    if (alpha < 1) {
      ctx.fillStyle = palette.canvas;
      ctx.fill();
      ctx.globalAlpha = alpha;
    }
    ctx.fillStyle = fill(scene, actor);
    ctx.fill();
    if (actor.members) count(scene, actor, r);
    ctx.restore();
  }

  /** The number of actors that a folded camp stands for. @param {any} scene @param {any} actor @param {number} r */
  function count({ ctx, scale, palette, unit }, actor, r) {
    const size = Math.min(14, r * scale * 0.8);
    if (size < 6) return;
    ctx.font = `600 ${size * unit}px ${look.font}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillStyle = palette.canvas;
    ctx.fillText(String(actor.members.length), actor.x, actor.y + 0.5 * unit);
  }

  /** A ring around what is chosen or pointed at. @param {any} scene @param {any} actor @param {boolean} chosen */
  function ring({ ctx, unit, scale, palette }, actor, chosen) {
    ctx.save();
    ctx.beginPath();
    ctx.arc(actor.x, actor.y, curves.radius(actor, scale) * 1.2 + 4 * unit, 0, 2 * Math.PI);
    ctx.strokeStyle = palette.accent;
    ctx.lineWidth = (chosen ? 2.5 : 1.5) * unit;
    ctx.stroke();
    ctx.restore();
  }

  return { paint, paintOne, ring };
})();
