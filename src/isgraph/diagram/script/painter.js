/**
 * Lines, heads, counts, actors and labels on a canvas; it keeps no choice and hears no event.
 * Lengths on the screen stay the same at every zoom: `unit` is one pixel in the picture's measure.
 *
 * @typedef {{x0: number, y0: number, cx: number, cy: number, x1: number, y1: number}} Curve
 * @typedef {{ctx: CanvasRenderingContext2D, scale: number, unit: number, palette: any,
 *   dark: boolean, selection: any, lit: any, hovered: any}} Scene
 * @typedef {{x: number, y: number, w: number, h: number}} Box
 */
isgraph.painter = (() => {
  const { model, shapes, texts } = isgraph;
  const { look } = model;
  const DASHES = new Map(look.statuses.map((/** @type {any} */ row) => [row.name, row.dash]));
  const NAMES = look.statuses.map((/** @type {any} */ row) => row.name);
  const MANY = 1500;
  const LIMIT = 28;
  const FAN = 26;
  const HEAD = 9;
  /** Room for labels around the outermost actors, in pixels. */
  const EDGE = { x: 62, y: 34 };

  /** @param {{light: string, dark: string}} row @param {boolean} dark */
  const colour = (row, dark) => (dark ? row.dark : row.light);

  /** Radius of an actor in the picture's measure. @param {any} actor @param {number} scale */
  function radius(actor, scale) {
    const pixels = Math.min(5 + 1.9 * Math.sqrt(model.degree(actor.id)), 17);
    return (pixels * Math.max(0.55, Math.min(1.5, Math.sqrt(scale)))) / scale;
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
    const bend = turn === 0 ? 0.05 * length : turn * Math.min(2 * FAN, 0.5 * length);
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

  /** @param {Curve} c @param {number} t */
  function at(c, t) {
    const u = 1 - t;
    return {
      x: u * u * c.x0 + 2 * u * t * c.cx + t * t * c.x1,
      y: u * u * c.y0 + 2 * u * t * c.cy + t * t * c.y1,
    };
  }

  /** Distance from a point to a curve. @param {Curve} c @param {{x: number, y: number}} p */
  function distance(c, p) {
    let best = Infinity;
    let before = at(c, 0);
    for (let i = 1; i <= 14; i++) {
      const next = at(c, i / 14);
      const dx = next.x - before.x;
      const dy = next.y - before.y;
      const along = ((p.x - before.x) * dx + (p.y - before.y) * dy) / (dx * dx + dy * dy || 1);
      const t = Math.max(0, Math.min(1, along));
      best = Math.min(best, Math.hypot(before.x + t * dx - p.x, before.y + t * dy - p.y));
      before = next;
    }
    return best;
  }

  /** @param {Scene} scene */
  function paintLines(scene) {
    const later = [];
    for (const line of model.lines) {
      if (scene.lit?.lines.has(line) || scene.hovered === line) later.push(line);
      else paintLine(scene, line);
    }
    for (const line of later) paintLine(scene, line);
  }

  /** @param {Scene} scene @param {any} line */
  function paintLine(scene, line) {
    const { ctx, unit, scale, palette, dark } = scene;
    const lit = scene.lit?.lines.has(line);
    const faded = scene.lit && !lit && scene.hovered !== line;
    const plain = model.lines.length > MANY && scale < 0.6 && !lit;
    const family = model.family(line.family);
    const thin = line.manner === "prospective";
    const c = curve(line, scale);
    let width = thin ? 1 : 1.3 + 0.7 * Math.log2(line.claims.length);
    if (lit || scene.hovered === line) width += 0.9;
    ctx.save();
    ctx.globalAlpha = faded ? look.faded[dark ? "dark" : "light"] : line.possible ? look.possible : thin ? 0.85 : 1;
    if (!scene.lit && line.family === "setting") ctx.globalAlpha *= 0.6;
    ctx.strokeStyle = ctx.fillStyle = colour(family, dark);
    ctx.lineWidth = width * unit;
    ctx.lineJoin = "round";
    ctx.setLineDash((DASHES.get(NAMES[line.rank]) ?? []).map((/** @type {number} */ d) => d * unit));
    ctx.beginPath();
    ctx.moveTo(c.x0, c.y0);
    if (plain) ctx.lineTo(c.x1, c.y1);
    else ctx.quadraticCurveTo(c.cx, c.cy, c.x1, c.y1);
    ctx.stroke();
    ctx.setLineDash([]);
    if (!plain) {
      const size = (HEAD + width) * unit * Math.max(0.7, Math.min(1, scale + 0.3));
      head(ctx, family.head, c.x1, c.y1, c.x1 - c.cx, c.y1 - c.cy, size, thin, palette.canvas, unit);
      if (line.symmetric) head(ctx, family.head, c.x0, c.y0, c.x0 - c.cx, c.y0 - c.cy, size, thin, palette.canvas, unit);
      if (line.manner === "refuted") cross(ctx, at(c, 0.5), 6 * unit, 2 * unit);
      else if (line.claims.length > 1 && (scale > 0.3 || lit)) count(scene, at(c, 0.5), line.claims.length);
    }
    ctx.restore();
  }

  /** @param {CanvasRenderingContext2D} ctx @param {string} name @param {number} x @param {number} y
   * @param {number} dx @param {number} dy @param {number} size @param {boolean} hollow
   * @param {string} paper @param {number} unit */
  function head(ctx, name, x, y, dx, dy, size, hollow, paper, unit) {
    const { corners, closed, solid } = shapes.HEADS[name] ?? shapes.HEADS.open;
    ctx.save();
    ctx.translate(x, y);
    ctx.rotate(Math.atan2(dy, dx));
    shapes.trace(ctx, corners, closed, 0, 0, size);
    if (closed) {
      ctx.save();
      if (!solid || hollow) {
        ctx.globalAlpha = 1;
        ctx.fillStyle = paper;
      }
      ctx.fill();
      ctx.restore();
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

  /** @param {Scene} scene @param {{x: number, y: number}} p @param {number} n */
  function count({ ctx, unit, palette }, p, n) {
    const r = (n > 9 ? 8.5 : 7) * unit;
    ctx.beginPath();
    ctx.arc(p.x, p.y, r, 0, 2 * Math.PI);
    ctx.lineWidth = unit;
    const ink = ctx.fillStyle;
    ctx.fillStyle = palette.canvas;
    ctx.save();
    ctx.globalAlpha = Math.max(ctx.globalAlpha, 0.35);
    ctx.fill();
    ctx.restore();
    ctx.stroke();
    ctx.fillStyle = ink;
    ctx.font = `600 ${9.5 * unit}px ${look.font}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillText(String(n), p.x, p.y + 0.5 * unit);
  }

  /** @param {Scene} scene @param {any} actor */
  function paintActor(scene, actor) {
    const { ctx, unit, scale, palette, dark, lit } = scene;
    const group = look.groups[actor.set] ?? look.groups.other;
    const r = radius(actor, scale);
    const chosen = scene.selection?.type === "actor" && scene.selection.id === actor.id;
    ctx.save();
    shapes.trace(ctx, shapes.CORNERS[group.shape], true, actor.x, actor.y, r);
    // A disc of paper first, so that no line shines through a faded actor.
    ctx.fillStyle = ctx.strokeStyle = palette.canvas;
    ctx.lineWidth = 3 * unit;
    ctx.stroke();
    ctx.fill();
    ctx.globalAlpha = lit && !lit.actors.has(actor.id) ? look.faded[dark ? "dark" : "light"] * 1.5 : 1;
    ctx.fillStyle = colour(group, dark);
    ctx.fill();
    if (chosen || scene.hovered === actor) {
      ctx.globalAlpha = 1;
      ctx.beginPath();
      ctx.arc(actor.x, actor.y, r * 1.2 + 4 * unit, 0, 2 * Math.PI);
      ctx.strokeStyle = palette.accent;
      ctx.lineWidth = (chosen ? 2.5 : 1.5) * unit;
      ctx.stroke();
    }
    ctx.restore();
  }

  /** Names of actors, and words on lines, where there is room. @param {Scene} scene */
  function paintLabels(scene) {
    const { ctx, unit, scale, lit } = scene;
    const room = crowd(60 * unit);
    const discs = crowd(60 * unit);
    const heads = crowd(60 * unit);
    for (const line of model.lines) {
      if (lit && !lit.lines.has(line)) continue;
      const c = curve(line, scale);
      const r = 4.5 * unit;
      for (const t of [line.symmetric ? 0.04 : 0.96, 0.96]) {
        const p = at(c, t);
        heads.take({ x: p.x - r, y: p.y - r, w: 2 * r, h: 2 * r });
      }
    }
    const space = { room, discs, heads, within: bounds(unit) };
    const seen = model.shownActors.filter((actor) => !lit || lit.actors.has(actor.id) || scene.hovered === actor);
    for (const actor of seen) {
      const r = radius(actor, scale) * 0.9;
      discs.take({ x: actor.x - r, y: actor.y - r, w: 2 * r, h: 2 * r });
    }
    ctx.save();
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    const first = (/** @type {any} */ actor) =>
      scene.hovered === actor ? 3e6 : scene.selection?.id === actor.id ? 2e6 : 0;
    const weight = (/** @type {any} */ actor) => first(actor) + model.degree(actor.id);
    const bold = boldFrom();
    const order = [...seen].sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1));
    const ends = scene.selection?.type === "tie";
    const [leading, following] = [order.filter((a) => first(a) || ends), order.filter((a) => !first(a) && !ends)];
    for (const actor of leading) name(scene, space, actor, true, true);
    if (lit) for (const line of lit.lines) words(scene, space, line);
    for (const actor of following) name(scene, space, actor, model.degree(actor.id) >= bold, false);
    // In a wide view of many lines the thin line and the open head have to do.
    const roomy = scale > 0.55 || model.lines.length < 150;
    if (!lit && roomy) for (const line of model.lines) if (line.manner === "prospective") words(scene, space, line);
    ctx.restore();
  }

  /** Whether a label stays by the picture, so that fitting shows it whole. @param {number} unit */
  function bounds(unit) {
    const xs = model.shownActors.map((actor) => actor.x);
    const ys = model.shownActors.map((actor) => actor.y);
    const [left, right] = [Math.min(...xs) - EDGE.x * unit, Math.max(...xs) + EDGE.x * unit];
    const [top, bottom] = [Math.min(...ys) - EDGE.y * unit, Math.max(...ys) + EDGE.y * unit];
    return (/** @type {Box} */ box) =>
      box.x >= left && box.x + box.w <= right && box.y >= top && box.y + box.h <= bottom;
  }

  /** Degree from which a name is bold: about the first tenth. */
  function boldFrom() {
    const degrees = model.shownActors.map((actor) => model.degree(actor.id)).sort((a, b) => b - a);
    return Math.max(3, degrees[Math.floor(degrees.length / 10)] ?? 3);
  }

  /** @param {Scene} scene @param {any} space @param {any} actor @param {boolean} bold @param {boolean} must */
  function name(scene, space, actor, bold, must) {
    const { ctx, unit, scale, palette } = scene;
    const size = bold ? 12.5 : 11.5;
    ctx.font = `${bold ? 650 : 400} ${size * unit}px ${look.font}`;
    const text = actor.label.length > LIMIT && !must ? `${actor.label.slice(0, LIMIT - 1)}…` : actor.label;
    const w = ctx.measureText(text).width + 4 * unit;
    const h = (size + 3) * unit;
    const r = radius(actor, scale) * 1.1 + 2 * unit;
    const { x, y } = actor;
    const boxes = [
      { x: x - w / 2, y: y + r, w, h },
      { x: x - w / 2, y: y - r - h, w, h },
      { x: x + r, y: y - h / 2, w, h },
      { x: x - r - w, y: y - h / 2, w, h },
      { x: x + r * 0.5, y: y + r * 0.8, w, h },
      { x: x - r * 0.5 - w, y: y + r * 0.8, w, h },
      { x: x + r * 0.5, y: y - r * 0.8 - h, w, h },
      { x: x - r * 0.5 - w, y: y - r * 0.8 - h, w, h },
    ];
    const inside = boxes.filter(space.within);
    const clear = (inside.length ? inside : boxes).filter((box) => space.room.hits(box) === 0);
    const open = clear.filter((box) => space.discs.hits(box) === 0);
    // An important name may lie over a small actor rather than be left out.
    const least = () => [...clear].sort((a, b) => space.discs.hits(a) - space.discs.hits(b))[0];
    const box =
      open.find((box) => space.heads.hits(box) === 0) ??
      open[0] ??
      (bold || must ? least() : undefined) ??
      (must ? boxes[0] : undefined);
    if (!box) return;
    space.room.take(box);
    halo(ctx, text, box.x + 2 * unit, box.y + h / 2, unit, palette.canvas, palette.ink);
  }

  /** @param {Scene} scene @param {any} space @param {any} line */
  function words(scene, space, line) {
    const { ctx, unit, scale, palette, dark, lit } = scene;
    const full = lit?.lines.has(line);
    const said = new Set(
      line.claims.map((/** @type {any} */ claim) =>
        [
          model.refuted(claim) && claim.status !== "denied" ? texts.negatedMark : "",
          full ? claim.label : "",
          claim.modality !== "actual" ? (full ? `(${claim.modality})` : claim.modality) : "",
        ].filter(Boolean).join(" "),
      ),
    );
    const all = [...said];
    const text = all.slice(0, 2).join(" · ") + (all.length > 2 ? ` · +${all.length - 2}` : "");
    ctx.font = `${full ? 500 : 400} ${(full ? 11 : 10) * unit}px ${look.font}`;
    const w = ctx.measureText(text).width + 6 * unit;
    const h = 14 * unit;
    const c = curve(line, scale);
    const marked = line.claims.length > 1 || line.manner === "refuted";
    for (const t of marked ? [0.35, 0.65, 0.25, 0.75] : [0.5, 0.4, 0.6, 0.3, 0.7]) {
      const p = at(c, t);
      const box = { x: p.x - w / 2, y: p.y - h / 2, w, h };
      if (space.room.hits(box) || space.discs.hits(box)) continue;
      return write(box);
    }
    if (scene.selection?.type !== "tie" || !full) return;
    const p = at(c, 0.5);
    const beside = [-24, 10, -40, 26].map((dy) => ({ x: p.x - w / 2, y: p.y + dy * unit, w, h }));
    write(beside.find((box) => !space.room.hits(box) && !space.discs.hits(box)) ?? beside[0]);

    /** @param {Box} box */
    function write(box) {
      space.room.take(box);
      halo(ctx, text, box.x + 3 * unit, box.y + h / 2, unit, palette.canvas, colour(model.family(line.family), dark));
    }
  }

  /** @param {CanvasRenderingContext2D} ctx @param {string} text @param {number} x @param {number} y
   * @param {number} unit @param {string} paper @param {string} ink */
  function halo(ctx, text, x, y, unit, paper, ink) {
    ctx.textAlign = "left";
    ctx.strokeStyle = paper;
    ctx.lineWidth = 3.5 * unit;
    ctx.strokeText(text, x, y);
    ctx.fillStyle = ink;
    ctx.fillText(text, x, y);
  }

  /** Boxes already taken, in a grid for quick asking. @param {number} cell */
  function crowd(cell) {
    /** @type {Map<string, Box[]>} */ const grid = new Map();
    /** @param {Box} box */
    function* cells(box) {
      for (let i = Math.floor(box.x / cell); i <= Math.floor((box.x + box.w) / cell); i++)
        for (let j = Math.floor(box.y / cell); j <= Math.floor((box.y + box.h) / cell); j++) yield `${i},${j}`;
    }
    return {
      /** @param {Box} box */
      take(box) {
        for (const key of cells(box)) {
          const some = grid.get(key);
          if (some) some.push(box);
          else grid.set(key, [box]);
        }
      },
      /** How many boxes it would lie over. @param {Box} box */
      hits(box) {
        /** @type {Set<Box>} */ const met = new Set();
        for (const key of cells(box))
          for (const other of grid.get(key) ?? [])
            if (box.x < other.x + other.w && other.x < box.x + box.w && box.y < other.y + other.h && other.y < box.y + box.h) met.add(other);
        return met.size;
      },
    };
  }

  return { EDGE, radius, curve, distance, colour, paintLines, paintActor, paintLabels };
})();
