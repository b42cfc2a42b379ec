/** A claim as a mark of the timeline, and in words: it knows no rows. */
isgraph.marks = (() => {
  const { cards, dates, dom, filters, model, moments, shapes, state, texts } = isgraph;
  const { draw } = dom;
  /** @type {WeakMap<Element, any>} */ const claimOf = new WeakMap();

  /** A claim as one sentence. @param {any} claim */
  function sentence(claim) {
    const said = claim.fact ? (claim.text ?? claim.label) : `${model.label(claim.from)} ${cards.spoken(claim)} ${model.label(claim.to)}`;
    const when = claim.valid_time || !claim.as_of ? cards.when(claim) : texts.asOfDay(dates.inWords(claim.as_of));
    return [
      said, [claim.status, claim.modality !== "actual" && claim.modality].filter(Boolean).join(", "), when,
      claim.occurrences?.length && texts.inEvent(claim.occurrences.join(", ")),
    ].filter(Boolean).join("; ");
  }

  /** How it stands on the day of the view. @param {any} claim */
  function standing(claim) {
    const { certainty, change } = moments.stand(claim, state.current);
    const word = certainty && { certain: texts.certainly, possible: texts.possibly, past: texts.notKnown }[certainty];
    return { past: certainty === "past", words: [change && texts.changes[change], word].filter(Boolean).map((part) => `; ${part}`).join("") };
  }

  /** Let the marks of a row follow the day. @param {Element} row */
  function follow(row) {
    for (const element of row.querySelectorAll(".mark")) {
      const { past, words } = standing(claimOf.get(element));
      const label = element.getAttribute("data-said") + words;
      element.classList.toggle("past", past);
      if (element.getAttribute("aria-label") !== label) element.setAttribute("aria-label", label);
    }
  }

  /** The status as a dash of the picture's, at this size. @param {string} status @param {number} size */
  function dash(status, size) {
    const row = model.look.statuses.find((/** @type {any} */ { name }) => name === status);
    return row?.dash.length ? row.dash.map((/** @type {number} */ part) => (part * size).toFixed(1)).join(" ") : undefined;
  }

  /**
   * @param {any} mark Of `isgraph.lanes`.
   * @param {number} lane Height of a lane in pixels.
   */
  function shape(mark, lane) {
    const { claim, left, right, core, at, openLeft, openRight, point, word, wordAt, from, to } = mark;
    const y = mark.lane * lane + lane / 2;
    const family = model.family(claim.family);
    const outline = shapes.HEADS[family.head] ?? shapes.HEADS.open;
    const size = outline.length < 0.5 ? 8 : 9;
    const middle = at + (outline.length < 0.5 ? 0.4 : outline.length / 2) * size;
    const line = dash(claim.status, 0.7);
    const g = draw("g", {
      class: claim.modality === "actual" ? "mark tinted" : "mark tinted plan",
      role: "button", tabindex: "-1", "data-said": sentence(claim), "data-id": claim.id,
    }, draw("rect", { class: "room", x: from - 1, y: mark.lane * lane, width: to - from + 2, height: lane, rx: 3 }));
    /** @type {any} */ (g).style.setProperty("--light", family.light);
    /** @type {any} */ (g).style.setProperty("--dark", family.dark);
    if (right - left > 3 || openLeft || openRight) {
      g.append(draw("line", { class: "possible", x1: openLeft ? left - 11 : left, x2: openRight ? right + 11 : right, y1: y, y2: y, "stroke-dasharray": line }));
    }
    if (openLeft) g.append(draw("path", { class: "end", d: `M${left - 7} ${y - 3.5}L${left - 12} ${y}L${left - 7} ${y + 3.5}` }));
    if (openRight) g.append(draw("path", { class: "end", d: `M${right + 7} ${y - 3.5}L${right + 12} ${y}L${right + 7} ${y + 3.5}` }));
    if (core) g.append(draw("line", { class: "certain", x1: core[0], x2: Math.max(core[1], core[0] + 2), y1: y, y2: y, "stroke-dasharray": line }));
    if (line && (point || right - left < 26)) g.append(draw("circle", { class: "ring", cx: at, cy: y, r: 6, "stroke-dasharray": dash(claim.status, 0.4) }));
    g.append(draw("path", {
      class: outline.solid && claim.modality === "actual" ? "solid" : "hollow",
      d: shapes.path(outline.corners, outline.closed, middle, y, size),
    }));
    if (filters.refuted(claim)) g.append(draw("path", { class: "crossed", d: `M${at - 5} ${y - 5}L${at + 5} ${y + 5}M${at + 5} ${y - 5}L${at - 5} ${y + 5}` }));
    if (word) g.append(draw("text", { x: wordAt, y: y + 3.5 }, word));
    claimOf.set(g, claim);
    return g;
  }

  return { shape, follow };
})();
