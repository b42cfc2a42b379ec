/**
 * Lines with their heads, counts and marks. Colour and head say the family, the dash the status,
 * width the number of claims; what is in doubt, over or only meant is fainter or thinner.
 */
isgraph.lines = (() => {
  const { curves, model, shapes } = isgraph;
  const { look } = model;
  const DASHES = new Map(look.statuses.map((/** @type {any} */ row) => [row.name, row.dash]));
  const NAMES = look.statuses.map((/** @type {any} */ row) => row.name);
  const HEAD = 9;
  /** Opacity of a line that stands on both days of a comparison, and of one that has ended. */
  const UNCHANGED = 0.3;
  const ENDED = 0.4;
  /** The least opacity of a line that began between them. */
  const BEGUN = 0.7;
  /** Opacity of one among very many lines. */
  const MASS = 0.45;

  const family = (/** @type {any} */ line) => look.families[line.family] ?? look.otherFamily;

  /** @param {any} scene @param {any} line */
  const colour = ({ dark }, line) => (dark ? family(line).dark : family(line).light);

  /** How strongly a line stands out. @param {any} scene @param {any} line */
  function opacity({ lit, compared, dark }, line) {
    if (lit && !lit.lines.has(line)) return look.faded[dark ? "dark" : "light"];
    if (line.change === "ended") return ENDED;
    let alpha = line.certainty === "past" ? look.past : line.certainty === "possible" ? look.possible : 1;
    if (line.change === "begun") alpha = Math.max(alpha, BEGUN);
    if (compared && !line.change && !lit) alpha *= UNCHANGED;
    if (!lit && line.family === "setting") alpha *= 0.6;
    return line.manner === "prospective" ? alpha * 0.85 : alpha;
  }

  /** Paint them one by one, those that stand out last. @param {any} scene @param {any[]} some */
  function paint(scene, some) {
    const { lit } = scene;
    const first = (/** @type {any} */ line) => (lit ? lit.lines.has(line) : line.change);
    for (const line of some) if (!first(line)) paintOne(scene, line);
    for (const line of some) if (first(line)) paintOne(scene, line, Boolean(lit));
  }

  /** @param {any} scene @param {any} line @param {boolean} [strong] @param {number} [alpha] */
  function paintOne(scene, line, strong = false, alpha = opacity(scene, line)) {
    const { ctx, unit, scale } = scene;
    const room = curves.room(scale);
    const thin = line.manner === "prospective";
    const c = curves.curve(line, scale);
    const width = (thin ? 1 : 1.3 + 0.7 * Math.log2(line.claims.length)) + (strong ? 0.9 : 0) + (line.change === "begun" ? 0.9 : 0);
    scene.begin?.("line", line);
    ctx.save();
    ctx.globalAlpha = alpha;
    ctx.strokeStyle = ctx.fillStyle = colour(scene, line);
    ctx.lineWidth = width * unit;
    ctx.lineJoin = "round";
    const dash = DASHES.get(NAMES[line.rank]) ?? [];
    if (dash.length) ctx.setLineDash(dash.map((/** @type {number} */ d) => d * unit));
    ctx.beginPath();
    ctx.moveTo(c.x0, c.y0);
    ctx.quadraticCurveTo(c.cx, c.cy, c.x1, c.y1);
    ctx.stroke();
    if (dash.length) ctx.setLineDash([]);
    const size = (HEAD + width) * unit * Math.max(0.6, Math.min(1, room / 60));
    const name = family(line).head;
    head(scene, name, c.x1, c.y1, c.x1 - c.cx, c.y1 - c.cy, size, thin);
    if (line.symmetric) head(scene, name, c.x0, c.y0, c.x0 - c.cx, c.y0 - c.cy, size, thin);
    const middle = curves.at(c, 0.5);
    if (line.manner === "refuted") cross(ctx, middle, 6 * unit, 2 * unit);
    else if (marked(line) && (strong || (room > 25 && (line.change || !scene.compared)))) badge(scene, middle, mark(line));
    ctx.restore();
    scene.end?.();
  }

  /** @param {any} line */
  const marked = (line) => line.claims.length > 1 || Boolean(line.change);

  /** What stands in the middle of a line: the number of its claims, and whether they began or ended.
   * @param {any} line */
  function mark({ claims, change }) {
    const sign = change === "begun" ? "+" : change === "ended" ? "−" : "";
    return sign + (claims.length > 1 ? claims.length : "");
  }

  /** @param {any} scene @param {string} name @param {number} x @param {number} y
   * @param {number} dx @param {number} dy @param {number} size @param {boolean} hollow */
  function head({ ctx, palette, unit }, name, x, y, dx, dy, size, hollow) {
    const { corners, closed, solid } = shapes.HEADS[name] ?? shapes.HEADS.open;
    ctx.save();
    ctx.translate(x, y);
    ctx.rotate(Math.atan2(dy, dx));
    shapes.trace(ctx, corners, closed, 0, 0, size);
    if (closed && (!solid || hollow)) {
      const alpha = ctx.globalAlpha;
      ctx.globalAlpha = 1;
      ctx.fillStyle = palette.canvas;
      ctx.fill();
      ctx.globalAlpha = alpha;
    } else if (closed) {
      ctx.fill();
    }
    if (!solid || hollow) ctx.lineWidth = Math.max(ctx.lineWidth, 1.3 * unit);
    ctx.stroke();
    ctx.restore();
  }

  /** @param {CanvasRenderingContext2D} ctx @param {{x: number, y: number}} p @param {number} r @param {number} width */
  function cross(ctx, p, r, width) {
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.moveTo(p.x - r, p.y - r);
    ctx.lineTo(p.x + r, p.y + r);
    ctx.moveTo(p.x + r, p.y - r);
    ctx.lineTo(p.x - r, p.y + r);
    ctx.stroke();
  }

  /** @param {any} scene @param {{x: number, y: number}} p @param {string} text */
  function badge({ ctx, unit, palette }, p, text) {
    const r = (text.length > 2 ? 10 : text.length > 1 ? 8.5 : 7) * unit;
    const ink = ctx.fillStyle;
    const alpha = ctx.globalAlpha;
    ctx.beginPath();
    ctx.arc(p.x, p.y, r, 0, 2 * Math.PI);
    ctx.lineWidth = unit;
    ctx.fillStyle = palette.canvas;
    ctx.globalAlpha = Math.max(alpha, 0.35);
    ctx.fill();
    ctx.globalAlpha = alpha < 0.3 ? alpha : Math.max(alpha, 0.7);
    ctx.stroke();
    ctx.fillStyle = ink;
    ctx.font = `600 ${9.5 * unit}px ${look.font}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillText(text, p.x, p.y + 0.5 * unit);
  }

  /** Very many lines: straight, without heads, and all of a kind in one stroke.
   * @param {any} scene @param {any[]} some */
  function paintMany(scene, some) {
    const { ctx, unit, lit } = scene;
    /** @type {Map<string, {alpha: number, colour: string, lines: any[]}>} */ const kinds = new Map();
    for (const line of some) {
      if (lit?.lines.has(line)) continue;
      const key = `${line.family}${line.certainty}${line.change}${line.manner}`;
      const kind = kinds.get(key);
      if (kind) kind.lines.push(line);
      else kinds.set(key, { alpha: opacity(scene, line) * (lit ? 1 : MASS), colour: colour(scene, line), lines: [line] });
    }
    ctx.save();
    ctx.lineWidth = unit;
    for (const { alpha, colour, lines } of kinds.values()) {
      ctx.globalAlpha = alpha;
      ctx.strokeStyle = colour;
      ctx.beginPath();
      for (const { from, to } of lines) {
        ctx.moveTo(from.x, from.y);
        ctx.lineTo(to.x, to.y);
      }
      ctx.stroke();
    }
    ctx.restore();
    if (lit) for (const line of lit.lines) paintOne(scene, line, true);
  }

  return { colour, paint, paintOne, paintMany, marked };
})();
