/** The canvas that vis-network keeps: it pans, zooms and drags, and hands our painter its pen. */
isgraph.picture = (() => {
  const { areas, curves, dom, film, lines, model, painter, state, texts, tip } = isgraph;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const night = matchMedia("(prefers-color-scheme: dark)");
  const holder = dom.get("canvas");
  /** @type {any} */ let hovered = null;
  /** @type {any} An actor in the reader's hand. */ let held = null;
  /** @type {any} */ let lit = null;
  let plain = false;
  let asked = 0;
  let started = false;
  /** @type {any} The box that was fitted into view, until the reader looks elsewhere; it stays so when the room changes. */
  let fitted = null;
  let resized = false;

  // @ts-ignore: vis comes from the library above.
  const { DataSet, Network } = vis;
  /**
   * Only the actor under the pointer: vis-network has to know what it drags, and keeping
   * thousands of nodes that it does not draw would cost it longer than painting them costs us.
   */
  const nodes = new DataSet([]);
  const network = new Network(
    holder,
    { nodes, edges: [] },
    {
      physics: { enabled: false },
      layout: { improvedLayout: false, randomSeed: 1 },
      interaction: { hover: false, multiselect: false, selectable: true, selectConnectedEdges: false, keyboard: false },
      nodes: {
        shape: "custom",
        chosen: false,
        ctxRenderer: (/** @type {any} */ { id }) => {
          const actor = model.actor(id);
          const across = actor ? 2 * curves.radius(actor, network.getScale()) : 0;
          return { drawNode: () => {}, nodeDimensions: { width: across, height: across } };
        },
      },
    },
  );

  // The canvas hears no key; the table and the lists do.
  holder.querySelector("[tabindex]")?.setAttribute("tabindex", "-1");

  const dark = () => state.current.theme === "dark" || (state.current.theme === "auto" && night.matches);

  /** What the painter needs to know of the picture as it is seen now. @param {CanvasRenderingContext2D} ctx */
  function scene(ctx) {
    const scale = network.getScale();
    const { areas, on, selection, since } = state.current;
    return {
      ctx, scale, unit: 1 / scale, dark: dark(), palette: dark() ? model.look.dark : model.look.light,
      selection, lit, hovered: null, areas, compared: Boolean(on && since), edge: edge(),
    };
  }

  network.on("beforeDrawing", (/** @type {CanvasRenderingContext2D} */ ctx) => {
    if (!started || resized || state.current.view !== "picture") return;
    const patient = model.lines.length > painter.MANY;
    if (held && !patient) film.forget();
    film.show(ctx, (pen, frame) => void (plain = painter.paint({ ...scene(pen), frame })), patient, redraw);
    const now = { ...scene(ctx), hovered: held ?? hovered };
    if (held && patient) lines.paint(now, model.linesAt(held.id));
    if (now.hovered) painter.point(now);
  });

  /** Paint once before the next frame, however often it is asked for. */
  function redraw() {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      network.redraw();
    });
  }

  /** What is at a place of the picture. @param {{x: number, y: number}} p */
  function hit(p) {
    const scale = network.getScale();
    let near = null;
    let best = 4 / scale;
    for (const actor of model.shownActors) {
      const rest = Math.hypot(actor.x - p.x, actor.y - p.y) - curves.radius(actor, scale);
      if (rest < best) [near, best] = [actor, rest];
    }
    if (near) return { actor: near };
    best = 7 / scale;
    const around = { x: p.x - best, y: p.y - best, w: 2 * best, h: 2 * best };
    for (const line of model.lines) {
      if (!curves.touches(line, around)) continue;
      const course = plain && !lit?.lines.has(line) ? curves.straight(line) : curves.curve(line, scale);
      const away = curves.distance(course, p);
      if (away < best) [near, best] = [line, away];
    }
    return near ? { line: near } : null;
  }

  /** @param {any} pointer */
  const places = (pointer) => Object.entries(pointer.nodes.length ? network.getPositions(pointer.nodes) : {});

  // Before vis-network hears of it, so that it finds the actor to be dragged.
  holder.addEventListener("pointerdown", (event) => {
    const found = hit(place(event));
    nodes.clear();
    if (!found?.actor) return;
    const { id, x, y } = found.actor;
    nodes.add({ id, x, y });
    network.redraw();
  }, { capture: true });
  network.on("dragging", (/** @type {any} */ pointer) => {
    for (const [id, place] of places(pointer)) {
      held = model.actor(id);
      Object.assign(held, place);
      areas.forget();
    }
  });
  network.on("dragEnd", (/** @type {any} */ pointer) => {
    held = null;
    const moved = new Map(state.current.moved);
    for (const [id, { x, y }] of /** @type {any[]} */ (places(pointer))) moved.set(id, [Math.round(x), Math.round(y)]);
    if (pointer.nodes.length) state.change({ moved });
  });

  network.on("click", (/** @type {any} */ { pointer }) => {
    const found = hit(pointer.canvas);
    if (!found) state.select(null);
    else if (found.actor) state.select({ type: "actor", id: found.actor.id });
    else state.select({ type: "tie", id: found.line.claims[0].id });
  });

  /** Place in the picture of an event. @param {MouseEvent} event */
  function place(event) {
    const box = holder.getBoundingClientRect();
    return network.DOMtoCanvas({ x: event.clientX - box.left, y: event.clientY - box.top });
  }

  holder.addEventListener("mousemove", (event) => hover(event.buttons ? null : hit(place(event)), event));
  holder.addEventListener("mouseleave", (event) => hover(null, event));

  /** @param {any} found @param {MouseEvent} event */
  function hover(found, event) {
    const thing = found?.actor ?? found?.line ?? null;
    holder.style.cursor = thing ? "pointer" : "grab";
    tip.show(thing, event);
    if (thing === hovered) return;
    hovered = thing;
    redraw();
  }

  /** Take over what the filters let through, and where the actors stand. */
  function refresh() {
    areas.forget();
    hovered = null;
    holder.setAttribute("aria-label", texts.canvas(texts.actors(model.shownActors.length), texts.claims(model.shownClaims.length)));
    highlight();
  }

  function highlight() {
    lit = model.highlight(state.current);
    anew();
  }

  function anew() {
    film.forget();
    redraw();
  }

  /** @param {any[]} [some] Actors to be in view; all that are shown, if none are given. */
  function fit(some = model.shownActors) {
    if (some.length) embrace(fitted = curves.extent(some), started);
  }

  /** Room beside the outermost actors, in pixels. */
  const edge = () => Math.min(painter.EDGE.x, holder.clientWidth * 0.1);

  /** Bring a part of the picture into view. @param {any} box @param {boolean} slowly */
  function embrace({ x, y, w, h }, slowly) {
    const { clientWidth: width, clientHeight: height } = holder;
    const beside = edge();
    const above = painter.EDGE.y + 4;
    const scale = Math.min((width - 2 * beside) / (w + 1), (height - 2 * above) / (h + 1), 1.9);
    move({ x: x + w / 2, y: y + h / 2, scale: Math.max(scale, 0.005) }, slowly);
  }

  /** @param {number} factor */
  function zoom(factor) {
    fitted = null;
    move({ ...view(), scale: view().scale * factor });
  }

  /** Bring an actor or a line into view, if it is outside. @param {any[]} some */
  function reveal(some) {
    const { clientWidth: width, clientHeight: height } = holder;
    const outside = some.some((actor) => {
      const p = network.canvasToDOM(actor);
      return p.x < 20 || p.y < 20 || p.x > width - 20 || p.y > height - 20;
    });
    if (!outside) return;
    const { x, y, w, h } = curves.extent(some);
    const scale = Math.min(network.getScale(), (width - 120) / (w + 1), (height - 80) / (h + 1));
    fitted = null;
    move({ x: x + w / 2, y: y + h / 2, scale });
  }

  /** @param {{x: number, y: number, scale: number}} view @param {boolean} [slowly] */
  function move({ x, y, scale }, slowly = true) {
    const animation = slowly && !calm.matches && { duration: 250, easingFunction: "easeInOutQuad" };
    if (!animation) film.forget();
    network.moveTo({ position: { x, y }, scale, animation });
  }

  night.addEventListener("change", anew);
  network.on("zoom", () => void (fitted = null));
  network.on("dragStart", (/** @type {any} */ { nodes: ids }) => void (fitted = ids.length ? fitted : null));
  network.on("resize", () => {
    resized = true;
    // After vis-network has put back what it takes for the reader's place.
    queueMicrotask(() => {
      resized = false;
      if (fitted) embrace(fitted, false);
      network.redraw();
    });
  });

  for (const [text, label, act] of /** @type {[string, string, () => void][]} */ ([
    ["+", texts.zoomIn, () => zoom(1.3)],
    ["−", texts.zoomOut, () => zoom(1 / 1.3)],
    [texts.fit, texts.fitLabel, () => fit()],
  ])) {
    dom.get("zoom").append(dom.make("button", { type: "button", "aria-label": label, title: label, onclick: act }, text));
  }

  /** Where the reader looks: the middle of the picture, and its zoom. @returns {{x: number, y: number, scale: number}} */
  const view = () => ({ ...network.getViewPosition(), scale: network.getScale() });

  /** Look there at once. @param {{x: number, y: number, scale: number}} view */
  function look(view) {
    fitted = null;
    move(view, false);
  }

  function start() {
    // vis-network measured its room before the rest of the page took its own.
    network.setSize();
    fit();
    started = true;
  }

  return { scene, view, look, refresh, highlight, fit, reveal, redraw: anew, hit, network, start };
})();
