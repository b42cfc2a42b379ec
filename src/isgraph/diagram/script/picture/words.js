/** Words on lines: what a selected line says, and that a line is only planned, wherever there is room. */
isgraph.words = (() => {
  const { curves, letters, lines, model, texts } = isgraph;
  const FULL = { weight: 500, size: 11 };
  const SHORT = { weight: 400, size: 10 };

  /** @param {any} line @param {boolean} full */
  function said(line, full) {
    const all = new Set(line.claims.map((/** @type {any} */ claim) => [
      model.refuted(claim) && claim.status !== "denied" ? texts.negatedMark : "",
      full ? claim.label : "",
      claim.modality !== "actual" ? (full ? `(${claim.modality})` : claim.modality) : "",
    ].filter(Boolean).join(" ")));
    const few = [...all].slice(0, 2).join(" · ") + (all.size > 2 ? ` · +${all.size - 2}` : "");
    return full && line.change ? `${few} · ${texts.changes[/** @type {"begun"} */ (line.change)]}` : few;
  }

  /** @param {any} scene @param {any} space Room that is taken, as in names. @param {any} line */
  function paint(scene, space, line) {
    const { unit, scale, lit } = scene;
    const full = Boolean(lit?.lines.has(line));
    const style = full ? FULL : SHORT;
    const text = said(line, full);
    const w = (letters.width(text, style) + 6) * unit;
    const h = 14 * unit;
    const c = curves.curve(line, scale);
    /** @param {number} x @param {number} y */
    const box = (x, y) => ({ x: x - w / 2, y: y - h / 2, w, h });
    const free = (/** @type {any} */ some) => !space.room.hits(some) && !space.discs.hits(some);
    const places = lines.marked(line) || line.manner === "refuted" ? [0.35, 0.65, 0.25, 0.75] : [0.5, 0.4, 0.6, 0.3, 0.7];
    let found = places.map((t) => curves.at(c, t)).map(({ x, y }) => box(x, y)).find(free);
    if (!found && full && scene.selection?.type === "tie") {
      const { x, y } = curves.at(c, 0.5);
      const beside = [-17, 17, -33, 33].map((dy) => box(x, y + dy * unit));
      found = beside.find(free) ?? beside[0];
    }
    if (!found) return;
    space.room.take(found);
    scene.begin?.("words", line);
    letters.write(scene, text, style, lines.colour(scene, line), found.x + 3 * unit, found.y + h / 2);
    scene.end?.();
  }

  return { paint };
})();
