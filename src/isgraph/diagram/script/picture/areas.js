/**
 * Soft areas behind the camps: discs around the members, joined by bands along a spanning tree.
 * A stranger makes the discs beside it smaller and bars the bands, so no area ever swallows one.
 */
isgraph.areas = (() => {
  const { curves, model } = isgraph;
  /** Radius of a disc where nobody is near, and the least one, in spacings of the picture. */
  const WIDE = 0.5;
  const SLIM = 0.16;
  /** The longest band, in spacings. */
  const LONG = 4;
  const OPACITY = { light: 0.11, dark: 0.15 };

  /**
   * @typedef {{x: number, y: number, r: number}} Disc
   * @typedef {{camp: any, discs: Disc[], bands: [Disc, Disc][]}} Area
   */
  /** @type {Area[]|null} */ let known = null;
  /** @type {any[]|null} */ let knownOf = null;

  /** The areas of the actors that are shown. @returns {Area[]} */
  function all() {
    if (known && knownOf === model.shownActors) return known;
    knownOf = model.shownActors;
    /** @type {Map<string, any[]>} */ const members = new Map();
    for (const actor of knownOf) {
      if (!model.camps.has(actor.camp) || actor.members) continue;
      const some = members.get(actor.camp);
      if (some) some.push(actor);
      else members.set(actor.camp, [actor]);
    }
    known = [...members].map(([id, some]) => area(model.camps.get(id), some));
    return known;
  }

  /** @param {any} camp @param {any[]} members @returns {Area} */
  function area(camp, members) {
    const step = curves.spacing();
    const strangers = model.shownActors.filter((actor) => actor.camp !== camp.id);
    const discs = members.map(({ x, y }) => {
      const free = strangers.reduce((least, other) => Math.min(least, Math.hypot(other.x - x, other.y - y)), Infinity);
      return { x, y, r: Math.max(SLIM * step, Math.min(WIDE * step, 0.6 * free)) };
    });
    return { camp, discs, bands: bands(discs, strangers, step) };
  }

  /** The shortest bands that join the discs and pass by every stranger.
   * @param {Disc[]} discs @param {any[]} strangers @param {number} step @returns {[Disc, Disc][]} */
  function bands(discs, strangers, step) {
    /** @type {[number, number, number][]} */ const pairs = [];
    discs.forEach((a, i) => {
      for (let j = 0; j < i; j++) {
        const length = Math.hypot(a.x - discs[j].x, a.y - discs[j].y);
        if (length < LONG * step) pairs.push([length, i, j]);
      }
    });
    const leader = discs.map((_, i) => i);
    const lead = (/** @type {number} */ i) => {
      while (leader[i] !== i) i = leader[i] = leader[leader[i]];
      return i;
    };
    /** @type {[Disc, Disc][]} */ const found = [];
    for (const [, i, j] of pairs.sort((a, b) => a[0] - b[0])) {
      if (lead(i) === lead(j) || barred(discs[i], discs[j], strangers)) continue;
      leader[lead(i)] = lead(j);
      found.push([discs[i], discs[j]]);
    }
    return found;
  }

  /** @param {Disc} a @param {Disc} b @param {any[]} strangers */
  function barred(a, b, strangers) {
    const gap = 1.4 * Math.max(a.r, b.r);
    const [left, right] = [Math.min(a.x, b.x) - gap, Math.max(a.x, b.x) + gap];
    const [top, bottom] = [Math.min(a.y, b.y) - gap, Math.max(a.y, b.y) + gap];
    return strangers.some((p) => p.x > left && p.x < right && p.y > top && p.y < bottom && curves.apart(a, b, p) < gap);
  }

  /** Paint areas, under everything else. @param {any} scene @param {Area[]} some */
  function paint(scene, some) {
    const { ctx, dark, lit } = scene;
    for (const { camp, discs, bands } of some) {
      scene.begin?.("area", camp);
      ctx.save();
      ctx.globalAlpha = OPACITY[dark ? "dark" : "light"] * (lit ? 0.5 : 1);
      ctx.fillStyle = dark ? camp.dark : camp.light;
      ctx.beginPath();
      for (const { x, y, r } of discs) {
        ctx.moveTo(x + r, y);
        ctx.arc(x, y, r, 0, 2 * Math.PI);
        ctx.closePath();
      }
      for (const [a, b] of bands) band(ctx, a, b);
      ctx.fill();
      ctx.restore();
      scene.end?.();
    }
  }

  /** All parts turn the same way round, so that one fill joins them without a seam.
   * @param {CanvasRenderingContext2D} ctx @param {Disc} a @param {Disc} b */
  function band(ctx, a, b) {
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const across = { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
    const [wa, wb] = [0.8 * a.r, 0.8 * b.r];
    ctx.moveTo(a.x - across.x * wa, a.y - across.y * wa);
    ctx.lineTo(b.x - across.x * wb, b.y - across.y * wb);
    ctx.lineTo(b.x + across.x * wb, b.y + across.y * wb);
    ctx.lineTo(a.x + across.x * wa, a.y + across.y * wa);
    ctx.closePath();
  }

  return {
    all, paint,
    /** The actors have moved. */
    forget: () => void (known = null),
  };
})();
