/** The canvas that vis-network keeps: it pans, zooms and drags, and hands our painter its pen. */
isgraph.picture = (() => {
  const { dom, model, painter, state, texts } = isgraph;
  const { look } = model;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const night = matchMedia("(prefers-color-scheme: dark)");
  const holder = dom.get("canvas");
  const tip = dom.get("tip");
  /** @type {any} */ let hovered = null;
  /** @type {any} */ let lit = null;

  // @ts-ignore: vis comes from the library above.
  const { DataSet, Network } = vis;
  const nodes = new DataSet([]);
  /** @type {any} */ let pen = null;

  const network = new Network(
    holder,
    { nodes, edges: [] },
    {
      physics: { enabled: false },
      layout: { improvedLayout: false, randomSeed: 1 },
      interaction: { hover: false, multiselect: false, selectable: true, selectConnectedEdges: false, keyboard: false },
      nodes: {
        shape: "custom",
        size: 14,
        chosen: false,
        ctxRenderer: (/** @type {any} */ { ctx, id }) => ({
          drawNode: () => {
            const actor = model.actors.get(id);
            if (pen && actor) painter.paintActor({ ...pen, ctx }, actor);
          },
        }),
      },
    },
  );

  // The canvas hears no key; the table and the lists do.
  holder.querySelector("[tabindex]")?.setAttribute("tabindex", "-1");

  const dark = () => state.current.theme === "dark" || (state.current.theme === "auto" && night.matches);

  /** @param {CanvasRenderingContext2D} ctx */
  function scene(ctx) {
    const scale = network.getScale();
    return {
      ctx, scale, unit: 1 / scale, dark: dark(), palette: dark() ? look.dark : look.light,
      selection: state.current.selection, lit, hovered,
    };
  }

  network.on("beforeDrawing", (/** @type {CanvasRenderingContext2D} */ ctx) => {
    pen = scene(ctx);
    painter.paintLines(pen);
  });
  network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ ctx) => painter.paintLabels(scene(ctx)));

  network.on("dragging", (/** @type {any} */ { nodes: ids }) => {
    for (const [id, place] of Object.entries(ids.length ? network.getPositions(ids) : {})) {
      Object.assign(/** @type {any} */ (model.actors.get(id)), place);
    }
  });

  /** What is at a place of the picture. @param {{x: number, y: number}} p */
  function hit(p) {
    const scale = network.getScale();
    let near = null;
    let best = 4 / scale;
    for (const actor of model.shownActors) {
      const rest = Math.hypot(actor.x - p.x, actor.y - p.y) - painter.radius(actor, scale);
      if (rest < best) [near, best] = [actor, rest];
    }
    if (near) return { actor: near };
    best = 7 / scale;
    for (const line of model.lines) {
      const away = painter.distance(painter.curve(line, scale), p);
      if (away < best) [near, best] = [line, away];
    }
    return near ? { line: near } : null;
  }

  network.on("click", (/** @type {any} */ { pointer }) => {
    const found = hit(pointer.canvas);
    if (!found) state.select(null);
    else if (found.actor) state.select({ type: "actor", id: found.actor.id });
    else state.select({ type: "tie", id: found.line.claims[0].id });
  });

  holder.addEventListener("mousemove", (event) => {
    if (event.buttons) return hover(null, event);
    const box = holder.getBoundingClientRect();
    const found = hit(network.DOMtoCanvas({ x: event.clientX - box.left, y: event.clientY - box.top }));
    hover(found, event);
  });
  holder.addEventListener("mouseleave", (event) => hover(null, event));

  /** @param {any} found @param {MouseEvent} event */
  function hover(found, event) {
    const thing = found?.actor ?? found?.line ?? null;
    holder.style.cursor = thing ? "pointer" : "grab";
    tip.hidden = !thing;
    if (thing) {
      tip.textContent = found.actor ? `${thing.label} · ${thing.kind_label}` : isgraph.evidence.headline(thing);
      const box = holder.getBoundingClientRect();
      const left = event.clientX - box.left;
      tip.style.left = `${Math.max(4, Math.min(left + 14, box.width - tip.offsetWidth - 6))}px`;
      tip.style.top = `${Math.min(event.clientY - box.top + 16, box.height - tip.offsetHeight - 6)}px`;
    }
    if (thing === hovered) return;
    hovered = thing;
    network.redraw();
  }

  /** Take over what the filters let through. */
  function refresh() {
    const wanted = new Set(model.shownActors.map((actor) => actor.id));
    nodes.remove(nodes.getIds().filter((/** @type {string} */ id) => !wanted.has(id)));
    nodes.add(model.shownActors.filter((actor) => !nodes.get(actor.id)).map(({ id, x, y }) => ({ id, x, y })));
    holder.setAttribute("aria-label", texts.canvas(texts.actors(model.shownActors.length), texts.claims(model.shownClaims.length)));
    highlight();
  }

  function highlight() {
    lit = model.highlight(state.current.selection);
    network.redraw();
  }

  /** @param {any[]} [some] Actors to be in view; all that are shown, if none are given. */
  function fit(some = model.shownActors) {
    if (!some.length) return;
    const xs = some.map((actor) => actor.x);
    const ys = some.map((actor) => actor.y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const { clientWidth: width, clientHeight: height } = holder;
    const x = Math.min(painter.EDGE.x, width * 0.1);
    const y = painter.EDGE.y + 4;
    const scale = Math.min((width - 2 * x) / (right - left + 1), (height - 2 * y) / (bottom - top + 1), 1.9);
    move({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.05) });
  }

  /** @param {number} factor */
  const zoom = (factor) => move({ position: network.getViewPosition(), scale: network.getScale() * factor });

  /** Bring an actor or a line into view, if it is outside. @param {any[]} some */
  function reveal(some) {
    const { clientWidth: width, clientHeight: height } = holder;
    const outside = some.some((actor) => {
      const p = network.canvasToDOM(actor);
      return p.x < 20 || p.y < 20 || p.x > width - 20 || p.y > height - 20;
    });
    if (!outside) return;
    const middle = (/** @type {"x"|"y"} */ axis) => some.reduce((sum, actor) => sum + actor[axis], 0) / some.length;
    move({ position: { x: middle("x"), y: middle("y") }, scale: network.getScale() });
  }

  /** @param {any} view */
  function move(view) {
    network.moveTo({ ...view, animation: calm.matches ? false : started && { duration: 250, easingFunction: "easeInOutQuad" } });
  }
  let started = false;

  const redraw = () => network.redraw();
  night.addEventListener("change", redraw);

  for (const [text, label, act] of /** @type {[string, string, () => void][]} */ ([
    ["+", texts.zoomIn, () => zoom(1.3)],
    ["−", texts.zoomOut, () => zoom(1 / 1.3)],
    [texts.fit, texts.fitLabel, () => fit()],
  ])) {
    dom.get("zoom").append(dom.make("button", { type: "button", "aria-label": label, title: label, onclick: act }, text));
  }

  return { refresh, highlight, fit, reveal, redraw, hit, network, start: () => { fit(); started = true; } };
})();
