/** The legend of a sheet: the marks that occur in the picture, in rows that wrap; it filters nothing. */
isgraph.key = (() => {
  const { model, moments, shapes, state, texts } = isgraph;
  const { look } = model;
  const ROW = 19;
  const ICON = { line: 30, shape: 14 };
  const GAP = { icon: 6, item: 16, heading: 10 };

  /**
   * @typedef {{palette: any, dark: boolean}} Theme
   * @typedef {{label: string, amount: number, wide: number,
   *   paint: (ctx: any, x: number, y: number) => void}} Item
   * `wide` is the width of the mark in pixels; it is painted to the right of (x, y).
   */

  /** @param {Iterable<any>} things @param {(thing: any) => any} by @returns {Map<any, number>} */
  function tally(things, by) {
    const counts = new Map();
    for (const thing of things) counts.set(by(thing), (counts.get(by(thing)) ?? 0) + 1);
    return counts;
  }

  /** @param {Record<string, {order: number}>} table */
  const inOrder = (table) => Object.keys(table).sort((a, b) => table[a].order - table[b].order);

  /** @param {string} text */
  const title = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  /** A sample of a line. @param {string} colour @param {string} paper
   * @param {{head?: string, dash?: number[], thin?: boolean, crossed?: boolean, alpha?: number}} [how] */
  const line = (colour, paper, { head, dash = [], thin = false, crossed = false, alpha = 1 } = {}) => (/** @type {any} */ ctx, /** @type {number} */ x, /** @type {number} */ y) => {
    const outline = head && (shapes.HEADS[head] ?? shapes.HEADS.open);
    const size = 10;
    ctx.save();
    ctx.globalAlpha = alpha;
    ctx.strokeStyle = ctx.fillStyle = colour;
    ctx.lineWidth = thin ? 1 : 1.8;
    ctx.setLineDash(dash);
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x + ICON.line - (outline ? outline.length * size : 0), y);
    ctx.stroke();
    ctx.setLineDash([]);
    if (outline) {
      shapes.trace(ctx, outline.corners, outline.closed, x + ICON.line, y, size);
      if (outline.closed) {
        ctx.fillStyle = outline.solid && !thin ? colour : paper;
        ctx.fill();
      }
      ctx.lineWidth = 1.3;
      ctx.stroke();
    }
    if (crossed) {
      ctx.beginPath();
      for (const way of [1, -1]) {
        ctx.moveTo(x + ICON.line / 2 - 5, y - 5 * way);
        ctx.lineTo(x + ICON.line / 2 + 5, y + 5 * way);
      }
      ctx.stroke();
    }
    ctx.restore();
  };

  /** A line that began or ended between two days. @param {string} colour @param {string} paper @param {boolean} begun */
  const turned = (colour, paper, begun) => (/** @type {any} */ ctx, /** @type {number} */ x, /** @type {number} */ y) => {
    line(colour, paper)(ctx, x, y);
    const middle = x + ICON.line / 2;
    ctx.beginPath();
    ctx.arc(middle, y, 6, 0, 2 * Math.PI);
    ctx.fillStyle = paper;
    ctx.fill();
    ctx.moveTo(middle - 3, y);
    ctx.lineTo(middle + 3, y);
    if (begun) {
      ctx.moveTo(middle, y - 3);
      ctx.lineTo(middle, y + 3);
    }
    ctx.strokeStyle = colour;
    ctx.lineWidth = 1.2;
    ctx.stroke();
  };

  /** @param {string} shape @param {string} colour */
  const outline = (shape, colour) => (/** @type {any} */ ctx, /** @type {number} */ x, /** @type {number} */ y) => {
    shapes.trace(ctx, shapes.CORNERS[shape], true, x + ICON.shape / 2, y, 5.4);
    ctx.fillStyle = colour;
    ctx.fill();
  };

  /** What is drawn, counted. @param {Theme} theme @returns {{heading: string, items: Item[]}[]} */
  function sections({ palette: { ink, canvas }, dark }) {
    const drawn = model.lines.flatMap((line) => line.claims);
    const [refuted, said] = [drawn.filter(model.refuted), drawn.filter((claim) => !model.refuted(claim))];
    const tone = (/** @type {any} */ row) => (dark ? row.dark : row.light);
    /** @param {Map<any, number>} counts @param {any[]} order @param {(name: any) => Omit<Item, "amount">} make */
    const items = (counts, order, make) => [...order, ...[...counts.keys()].filter((name) => !order.includes(name)).sort()]
      .filter((name) => counts.has(name)).map((name) => ({ ...make(name), amount: counts.get(name) ?? 0 }));
    const mark = (/** @type {string} */ label, /** @type {any} */ paint, wide = ICON.line) => ({ label: title(label), wide, paint });
    const dashes = new Map(look.statuses.map((/** @type {any} */ row) => [row.name, row.dash]));
    const changes = tally(drawn.filter((claim) => moments.stand(claim, state.current).change), (claim) => moments.stand(claim, state.current).change);
    const certainties = tally(drawn, (claim) => moments.stand(claim, state.current).certainty);

    return [
      { heading: texts.relations, items: items(tally(drawn, (claim) => claim.family), inOrder(look.families), (name) => {
        const family = model.family(name);
        return mark(family.label, line(tone(family), canvas, { head: family.head }));
      }) },
      { heading: texts.status, items: [
        ...items(tally(said, (claim) => claim.status), [...dashes.keys()], (name) => mark(name, line(ink, canvas, { dash: dashes.get(name) }))),
        ...(refuted.length ? [{ ...mark(texts.refuted, line(ink, canvas, { crossed: true })), amount: refuted.length }] : []),
      ] },
      { heading: texts.modality, items: items(tally(said, (claim) => claim.modality), look.modalities, (name) =>
        mark(name, line(ink, canvas, { head: "filled", thin: name !== "actual" }))).filter(({ label }) => label !== title("actual")) },
      { heading: texts.columns.change, items: items(changes, ["begun", "ended"], (name) => mark(texts.changes[/** @type {"begun"} */ (name)], turned(ink, canvas, name === "begun"))) },
      { heading: texts.onTheDay, items: !state.current.on || state.current.since ? [] : items(certainties, ["certain", "possible", "past"], (name) =>
        mark(texts.standings[name], line(ink, canvas, { alpha: { certain: 1, possible: look.possible, past: look.past }[/** @type {"past"} */ (name)] }))) },
      { heading: texts.classes, items: items(tally(model.shownActors, (actor) => actor.set), inOrder(look.groups), (name) => {
        const group = look.groups[name] ?? look.groups.other;
        return mark(group.label, outline(group.shape, ink), ICON.shape);
      }) },
      { heading: texts.camps, items: items(tally(model.shownActors.filter((actor) => model.camps.has(actor.camp)), (actor) => actor.camp), [...model.camps.keys()], (id) => {
        const camp = model.camps.get(id);
        return mark(camp.label, outline("circle", tone(camp)), ICON.shape);
      }) },
    ].filter(({ items }) => items.length);
  }

  /**
   * Lay the legend out.
   * @param {any} ctx Measures texts. @param {number} width In pixels. @param {Theme} theme
   * @returns {{height: number, paint: (ctx: any, x: number, y: number) => void}}
   */
  function lay(ctx, width, theme) {
    const { ink, muted } = theme.palette;
    const fonts = { heading: `650 12px ${look.font}`, item: `400 12px ${look.font}` };
    /** @type {((ctx: any, x: number, y: number) => void)[]} */ const steps = [];
    let [left, row] = [0, 0];
    /** @param {string} font @param {string} fill @param {string} text @param {number} dx */
    const write = (font, fill, text, dx) => {
      const [at, y] = [left + dx, row];
      steps.push((ctx, x, top) => {
        ctx.font = font;
        ctx.fillStyle = fill;
        ctx.fillText(text, x + at, top + y * ROW + ROW / 2);
      });
    };
    for (const { heading, items } of sections(theme)) {
      left = 0;
      ctx.font = fonts.heading;
      write(fonts.heading, ink, heading, 0);
      left = ctx.measureText(heading).width + GAP.heading;
      ctx.font = fonts.item;
      for (const { label, amount, wide, paint } of items) {
        const [words, number] = [ctx.measureText(label).width, ctx.measureText(String(amount)).width];
        const all = wide + GAP.icon + words + GAP.icon + number;
        if (left + all > width && left > 0) [left, row] = [0, row + 1];
        const [at, y] = [left, row];
        steps.push((ctx, x, top) => paint(ctx, x + at, top + y * ROW + ROW / 2));
        write(fonts.item, ink, label, wide + GAP.icon);
        write(fonts.item, muted, String(amount), wide + GAP.icon + words + GAP.icon);
        left += all + GAP.item;
      }
      row += 1;
    }
    return {
      height: row * ROW,
      paint(ctx, x, y) {
        ctx.save();
        ctx.textAlign = "left";
        ctx.textBaseline = "middle";
        for (const step of steps) step(ctx, x, y);
        ctx.restore();
      },
    };
  }

  return { lay };
})();
