/** Puts the page together, and says which part follows which change. */
isgraph.start = (() => {
  const { choices, dom, evidence, focus, legend, matrix, mirror, model, picture, prose, search, state, table, takeaway, texts, time, timeline } = isgraph;
  const { make, get } = dom;
  const { about } = model;

  /** What changes the choice of claims; after it everything is drawn anew. */
  const CHOICES = ["off", "refuted", "lone", "past", "on", "since", "knownBy", "focus", "path", "hidden", "open"];
  /** @type {Record<string, {refresh: () => void}>} */
  const VIEWS = { picture, timeline, matrix, table, text: prose };

  /** @param {string} text For those who hear the page. */
  const say = (text) => void (get("live").textContent = text);

  /** Bring what is selected into view. */
  function showSelected() {
    const ids = model.highlight(state.current)?.actors;
    const { selection } = state.current;
    if (!ids || state.current.view !== "picture") return;
    const some = selection?.type === "actor" ? [selection.id] : [...ids];
    picture.reveal(some.flatMap((id) => model.actor(id) ?? []));
  }

  /** @param {string} text @param {() => void} act @param {Record<string, any>} [settings] */
  function button(text, act, settings = {}) {
    return make("button", { type: "button", onclick: act, ...settings }, text);
  }

  const views = state.VIEWS.map((view) => button(texts.views[view], () => state.change({ view }), { id: `view-${view}` }));
  const filters = button(texts.filters, () => {
    const open = get("legend").classList.toggle("open");
    filters.setAttribute("aria-expanded", String(open));
  }, { id: "filters", "aria-controls": "legend", "aria-expanded": "false" });
  const theme = button("", () => {
    const next = { auto: "dark", dark: "light", light: "auto" };
    state.change({ theme: next[/** @type {"auto"} */ (state.current.theme)] });
  }, { id: "theme" });

  function showView() {
    const { view } = state.current;
    for (const name of state.VIEWS) get(`view-${name}`).setAttribute("aria-pressed", String(name === view));
    for (const name of state.VIEWS) if (name !== "picture") get(name).hidden = name !== view;
    // Unseen, but with its size: the canvas has to know it.
    get("picture").classList.toggle("away", view !== "picture");
  }

  function showTheme() {
    const { theme: name } = state.current;
    if (name === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = name;
    theme.textContent = texts.theme[/** @type {"auto"} */ (name)];
  }

  function showFoot() {
    get("foot").replaceChildren(...[make("strong", {}, texts.foot), about.edition, ...choices.clocks()]
      .filter(Boolean).flatMap((part, i) => (i ? [" · ", part] : [part])));
  }

  /** Whether an actor is selected that the filters left out: it is then shown all the same. */
  function unseen() {
    const { selection } = state.current;
    const actor = selection?.type === "actor" ? model.actor(selection.id) : undefined;
    return actor !== undefined && !model.shownActors.includes(actor);
  }

  /** @param {Set<string>} changed */
  function follow(changed) {
    const chosen = CHOICES.some((key) => changed.has(key)) || (changed.has("selection") && unseen());
    if (changed.has("moved")) model.settle(state.current.moved);
    if (chosen) {
      model.filter(state.current);
      legend.refresh();
      time.refresh();
      focus.refresh();
      showFoot();
      say(texts.shown(texts.actors(model.shownActors.length), texts.claims(model.shownClaims.length)));
    }
    if (changed.has("theme")) showTheme();
    if (changed.has("view")) showView();
    const { view } = state.current;
    if (view === "picture" && (chosen || changed.has("moved") || changed.has("view"))) picture.refresh();
    if (view !== "picture" && (chosen || ["view", "theme", "by", "cell"].some((key) => changed.has(key)))) VIEWS[view].refresh();
    if (chosen || changed.has("selection") || changed.has("view")) evidence.refresh();
    if (chosen) mirror.refresh();
    if (changed.has("selection")) {
      table.mark();
      timeline.mark();
      prose.follow();
      if (!chosen) say(evidence.said());
    }
    if (view === "picture") picture.highlight();
  }

  /** @param {KeyboardEvent} event */
  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = /** @type {HTMLElement} */ (event.target);
    const writing = target.matches("input:not([type='checkbox'], [type='range']), select, textarea");
    if (event.key === "/" && !writing) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape") {
      if (filters.offsetParent && get("legend").classList.contains("open")) {
        filters.click();
        filters.focus();
        return;
      }
      if (writing) target.blur();
      if (state.current.selection) state.select(null);
      else if (state.current.path) state.change({ path: null });
      else if (state.current.focus) state.change({ focus: null });
    }
  }

  function begin() {
    get("title").append(about.home ? make("a", { href: about.home }, about.title) : about.title);
    get("views").append(...views);
    get("views").setAttribute("aria-label", texts.viewsLabel);
    get("tools").append(filters, ...takeaway.build(), theme);
    search.build();
    legend.build();
    time.build();
    isgraph.ways.build();
    state.listen(follow);
    addEventListener("keydown", keys);
    state.read();
    picture.start();
    if (!isgraph.link.follow()) showSelected();
    document.body.dataset.ready = "true";
  }

  return { begin, say, showSelected };
})();

isgraph.start.begin();
