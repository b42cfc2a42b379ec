/**
 * How large actors are and how lines run between them; it paints nothing.
 *
 * @typedef {{x0: number, y0: number, cx: number, cy: number, x1: number, y1: number}} Curve
 * @typedef {{x: number, y: number}} Point
 * @typedef {{x: number, y: number, w: number, h: number}} Box
 */
isgraph.curves = (() => {
  const { model } = isgraph;
  /** How far the lines of a pair stand apart, in spacings. */
  const FAN = 0.27;
  /** Room of an actor, in pixels, at which it has its plain size. */
  const ROOMY = 90;

  const everybody = [...model.actors.values()];
  /** @type {any[]|null} */ let known = null;
  let step = 1;

  /** Distance at which the actors would stand, were they spread evenly: the measure of the picture. */
  function spacing() {
    const all = model.about.folded ? model.shownActors : everybody;
    if (known === all) return step;
    known = all;
    const { w, h } = extent(all);
    step = Math.max(1, Math.sqrt((w + 1) * (h + 1) / (all.length || 1)));
    return step;
  }

  /** The same in pixels: how much room an actor has on the screen. @param {number} scale */
  const room = (scale) => spacing() * scale;

  /** The box around the places of some actors. @param {any[]} some @returns {Box} */
  function extent(some) {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { x, y } of some) {
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
    return some.length ? { x: left, y: top, w: right - left, h: bottom - top } : { x: 0, y: 0, w: 0, h: 0 };
  }

  /** Radius of an actor in the picture's measure. @param {any} actor @param {number} scale */
  function radius(actor, scale) {
    const size = actor.members ? 9 + 2 * Math.sqrt(actor.members.length) : 5 + 1.9 * Math.sqrt(model.degree(actor.id));
    return Math.min(size, actor.members ? 44 : 17) * Math.max(0.2, Math.min(1.5, Math.sqrt(room(scale) / ROOMY))) / scale;
  }

  /** The curve of a line, from rim to rim. @param {any} line @param {number} scale @returns {Curve} */
  function curve(line, scale) {
    const { from, to, turn } = line;
    const unit = 1 / scale;
    if (from === to) {
      const r = radius(from, scale);
      const far = r + (26 + 10 * Math.abs(turn)) * unit;
      return { x0: from.x - r * 0.6, y0: from.y - r * 0.8, cx: from.x, cy: from.y - 2 * far, x1: from.x + r * 0.6, y1: from.y - r * 0.8 };
    }
    const dx = to.x - from.x;
    const dy = to.y - from.y;
    const length = Math.hypot(dx, dy) || 1;
    const bend = turn === 0 ? 0.05 * length : turn * Math.min(2 * FAN * spacing(), 0.5 * length);
    const cx = (from.x + to.x) / 2 - (dy / length) * bend;
    const cy = (from.y + to.y) / 2 + (dx / length) * bend;
    const rim = (/** @type {any} */ actor, /** @type {number} */ gap) => {
      const away = Math.hypot(cx - actor.x, cy - actor.y) || 1;
      const r = Math.min(radius(actor, scale) + gap, 0.48 * length);
      return [actor.x + ((cx - actor.x) / away) * r, actor.y + ((cy - actor.y) / away) * r];
    };
    const [x0, y0] = rim(from, 2 * unit);
    const [x1, y1] = rim(to, 3 * unit);
    return { x0, y0, cx, cy, x1, y1 };
  }

  /** The same line without a bend, from middle to middle. @param {any} line @returns {Curve} */
  const straight = ({ from, to }) =>
    ({ x0: from.x, y0: from.y, cx: (from.x + to.x) / 2, cy: (from.y + to.y) / 2, x1: to.x, y1: to.y });

  /** @param {Curve} c @param {number} t */
  function at(c, t) {
    const u = 1 - t;
    return {
      x: u * u * c.x0 + 2 * u * t * c.cx + t * t * c.x1,
      y: u * u * c.y0 + 2 * u * t * c.cy + t * t * c.y1,
    };
  }

  /** Distance from a point to a curve. @param {Curve} c @param {Point} p */
  function distance(c, p) {
    let best = Infinity;
    let before = at(c, 0);
    for (let i = 1; i <= 14; i++) {
      const next = at(c, i / 14);
      best = Math.min(best, apart(before, next, p));
      before = next;
    }
    return best;
  }

  /** Distance from a point to the straight way between two others.
   * @param {Point} a @param {Point} b @param {Point} p */
  function apart(a, b, p) {
    const dx = b.x - a.x;
    const dy = b.y - a.y;
    const along = ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy || 1);
    const t = Math.max(0, Math.min(1, along));
    return Math.hypot(a.x + t * dx - p.x, a.y + t * dy - p.y);
  }

  /** Whether a line may touch a box; quick, and never wrong in saying no. @param {any} line @param {Box} box */
  function touches({ from, to, turn }, { x, y, w, h }) {
    if (from === to) return true;
    const out = (1 + Math.abs(turn)) * FAN * spacing() + 0.05 * (Math.abs(from.x - to.x) + Math.abs(from.y - to.y));
    return Math.min(from.x, to.x) - out < x + w && Math.max(from.x, to.x) + out > x
      && Math.min(from.y, to.y) - out < y + h && Math.max(from.y, to.y) + out > y;
  }

  return { radius, spacing, room, extent, curve, straight, at, distance, apart, touches };
})();
