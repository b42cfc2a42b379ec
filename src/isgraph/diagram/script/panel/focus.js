/** What the view is narrowed to: choices at one actor, and a bar of all that is in force. */
isgraph.focus = (() => {
  const { combobox, dom, model, picture, search, state, texts } = isgraph;
  const { make } = dom;
  const { current } = state;
  const HOPS = [1, 2, 3];
  const bar = dom.get("focus");

  /** @param {string} text @param {string} label @param {() => void} act @param {Record<string, any>} [more] */
  const button = (text, label, act, more = {}) =>
    make("button", { type: "button", "aria-label": label, title: label, onclick: act, ...more }, text);

  /** @template T @param {Set<T>} some @param {T} one */
  const without = (some, one) => new Set([...some].filter((other) => other !== one));

  /** @param {string} id */
  function unpin(id) {
    const moved = new Map(current.moved);
    moved.delete(id);
    state.change({ moved });
  }

  /** @param {any} actor */
  const pin = (actor) => state.change({ moved: new Map([...current.moved, [actor.id, [Math.round(actor.x), Math.round(actor.y)]]]) });

  /** Narrow the view to what is near an actor, or open it again. @param {string} id @param {number} hops 0 for all. */
  function surround(id, hops) {
    state.change({ focus: hops ? { id, hops } : null });
    if (current.view === "picture") picture.fit();
    /** @type {HTMLElement|null} */ (document.querySelector(`[data-hops="${hops}"]`))?.focus();
  }

  /** Zoom to an actor and all that it is tied to. @param {any} actor */
  function zoom(actor) {
    const ends = model.linesAt(actor.id).flatMap(({ from, to }) => [from, to]);
    if (current.view !== "picture") state.change({ view: "picture" });
    picture.fit([...new Set([actor, ...ends])]);
  }

  /** @param {string} from @param {string} to */
  function connect(from, to) {
    state.change({ path: { from, to }, selection: null });
    isgraph.start.showSelected();
    isgraph.evidence.focus();
  }

  /** @param {any} actor */
  function pinButton(actor) {
    const { id, label } = actor;
    return current.moved.has(id) ? button(texts.unpin, texts.unpinActor(label), () => unpin(id), { "data-pin": id })
      : button(texts.pin, texts.pinActor(label), () => pin(actor), { "data-pin": id });
  }

  /** @param {string} id */
  function hide(id) {
    state.change({ hidden: new Set([...current.hidden, id]), selection: null });
    isgraph.evidence.focus();
  }

  /** What can be done with an actor, for its panel. @param {any} actor @returns {Node} */
  function controls(actor) {
    const { id, label } = actor;
    const around = current.focus;
    const hops = around && around.id === id ? around.hops : 0;
    const near = HOPS.map((n) => button(String(n), texts.neighbourhoodOf(label, n), () => surround(id, n), { "aria-pressed": String(hops === n), "data-hops": n }));
    const all = button(texts.everything, texts.allActors, () => surround(id, 0), { "aria-pressed": String(!current.focus), "data-hops": 0 });
    return make("div", { class: "controls" },
      make("div", { role: "group", "aria-label": texts.neighbourhood, class: "hops" },
        make("span", {}, texts.neighbourhood), make("span", { class: "joined" }, ...near, all), make("span", {}, texts.stepsWord)),
      make("div", { class: "deeds" },
        button(texts.zoomTo, texts.closer, () => zoom(actor)), pinButton(actor), button(texts.hide, texts.hideActor(label), () => hide(id))),
      make("div", { class: "suggest" }, ...combobox.build({
        id: "path-to", listId: "path-ends", label: texts.pathLabel(label), placeholder: texts.pathTo,
        find: (text) => search.find(text).filter(({ selection }) => selection.type === "actor" && selection.id !== id),
        choose: ({ selection }) => connect(id, selection.id),
      })));
  }

  /**
   * One thing that narrows the view, with a way to take it back.
   * @param {string} what @param {() => void} drop
   */
  const chip = (what, drop) => make("li", {}, make("button", { type: "button", class: "chip", "aria-label": texts.drop(what), onclick: drop },
    make("span", { class: "name" }, what), make("span", { "aria-hidden": "true" }, "✕")));

  /**
   * Several of a sort: each can be taken back, or all at once.
   * @param {{sort: string, ids: Iterable<string>, one: (label: string) => string, many: (n: number) => string,
   *   back: (label: string) => string, drop: (id: string) => void, dropAll: () => void}} parts
   * @returns {Element[]} One, or none if there are no ids.
   */
  function chips({ sort, ids, one, many, back, drop, dropAll }) {
    const all = [...ids].map((id) => ({ id, label: model.label(id) })).sort((a, b) => (a.label < b.label ? -1 : 1));
    if (all.length < 2) return all.map(({ id, label }) => chip(one(label), () => drop(id)));
    const what = many(all.length);
    const rows = all.map(({ id, label }) => make("li", {}, make("button", { type: "button", class: "item", onclick: () => drop(id) }, back(label))));
    return [make("li", { class: "chip" }, make("details", { "data-sort": sort }, make("summary", {}, what), make("ul", {}, ...rows)),
      make("button", { type: "button", class: "quiet", "aria-label": texts.dropAll(what), title: texts.dropAll(what), onclick: dropAll }, "✕"))];
  }

  function refresh() {
    const { focus, path, hidden, moved, open } = current;
    const held = bar.contains(document.activeElement);
    const sort = bar.querySelector("details[open]")?.getAttribute("data-sort");
    const all = [
      ...(focus ? [chip(texts.focused(model.label(focus.id), focus.hops), () => state.change({ focus: null }))] : []),
      ...(path ? [chip(texts.pathOf(model.label(path.from), model.label(path.to)), () => state.change({ path: null }))] : []),
      ...chips({
        sort: "hidden", ids: hidden, one: texts.hiddenActor, many: texts.hiddenActors, back: texts.bringBack,
        drop: (id) => state.change({ hidden: without(current.hidden, id) }), dropAll: () => state.change({ hidden: new Set() }),
      }),
      ...chips({
        sort: "moved", ids: moved.keys(), one: texts.movedActor, many: texts.movedActors, back: texts.putBack,
        drop: unpin, dropAll: () => state.change({ moved: new Map() }),
      }),
      ...chips({
        sort: "open", ids: open, one: texts.openedCamp, many: texts.openedCamps, back: texts.foldCamp,
        drop: (id) => state.change({ open: without(current.open, id) }), dropAll: () => state.change({ open: new Set() }),
      }),
    ];
    bar.replaceChildren(...(all.length ? [make("ul", { "aria-label": texts.narrowed }, ...all)] : []));
    if (!held) return;
    // The list in which the reader works stays open, and she goes on from its next row.
    const again = bar.querySelector(`details[data-sort="${sort}"]`);
    again?.setAttribute("open", "");
    /** @type {HTMLElement} */ (again?.querySelector("ul button") ?? bar.querySelector("button, summary") ?? dom.get("stage")).focus();
  }

  /** Close the lists of the bar. @param {Event} event */
  function close(event) {
    for (const list of bar.querySelectorAll("details[open]")) {
      if (event.type === "pointerdown" && list.contains(/** @type {Node} */ (event.target))) continue;
      list.removeAttribute("open");
      if (event.type === "pointerdown") continue;
      list.querySelector("summary")?.focus();
      event.stopPropagation();
    }
  }

  // Before the canvas hears it, which keeps it to itself.
  addEventListener("pointerdown", close, true);
  bar.addEventListener("keydown", (event) => void (event.key === "Escape" && close(event)));
  state.listen((changed) => {
    if (!changed.has("moved")) return;
    refresh();
    const old = document.querySelector("[data-pin]");
    const actor = model.actor(old?.getAttribute("data-pin") ?? "");
    if (!old || !actor) return;
    const held = old === document.activeElement;
    const fresh = pinButton(actor);
    old.replaceWith(fresh);
    if (held) fresh.focus();
  });

  return { refresh, controls, connect };
})();
