/** Puts the page together, and says which part follows which change. */
isgraph.start = (() => {
  const { dates, dom, evidence, legend, model, picture, search, state, table, texts } = isgraph;
  const { make, get } = dom;
  const { about } = model;

  /** @param {string} text For those who hear the page. */
  const say = (text) => void (get("live").textContent = text);

  /** Bring what is selected into view. */
  function showSelected() {
    const ids = model.highlight(state.current.selection)?.actors;
    const { selection } = state.current;
    if (!ids || state.current.view !== "picture") return;
    const some = selection?.type === "actor" ? [selection.id] : [...ids];
    picture.reveal(some.flatMap((id) => model.actors.get(id) ?? []));
  }

  const toggles = {
    filters: button(texts.filters, () => {
      const open = get("legend").classList.toggle("open");
      toggles.filters.setAttribute("aria-expanded", String(open));
    }),
    view: button(texts.table, () => state.change({ view: state.current.view === "table" ? "picture" : "table" })),
    link: button(texts.copyLink, copyLink),
    theme: button("", () => {
      const next = { auto: "dark", dark: "light", light: "auto" };
      state.change({ theme: /** @type {any} */ (next[state.current.theme]) });
    }),
  };

  /** @param {string} text @param {() => void} act */
  function button(text, act) {
    return make("button", { type: "button", onclick: act }, text);
  }

  async function copyLink() {
    let text = texts.copied;
    try {
      await navigator.clipboard.writeText(location.href);
    } catch {
      text = texts.notCopied;
    }
    toggles.link.textContent = text;
    say(text);
    setTimeout(() => void (toggles.link.textContent = texts.copyLink), 2500);
  }

  /** @param {Set<string>} changed */
  function follow(changed) {
    const filters = changed.has("off") || changed.has("refuted");
    if (filters) {
      model.filter(state.current);
      legend.refresh();
      picture.refresh();
      say(texts.shown(texts.actors(model.shownActors.length), texts.claims(model.shownClaims.length)));
    }
    if (changed.has("theme")) {
      const { theme } = state.current;
      if (theme === "auto") delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = theme;
      toggles.theme.textContent = texts.theme[theme];
    }
    if (filters || changed.has("view")) {
      table.refresh();
      toggles.view.textContent = state.current.view === "table" ? texts.picture : texts.table;
    }
    if (filters || changed.has("selection") || changed.has("view")) evidence.refresh();
    if (changed.has("selection")) {
      table.mark();
      say(evidence.said());
    }
    if (state.current.view === "picture") picture.highlight();
  }

  /** @param {KeyboardEvent} event */
  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const writing = /** @type {Element} */ (event.target).matches("input[type='search']");
    if (event.key === "/" && !writing) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape") {
      if (writing) /** @type {HTMLElement} */ (event.target).blur();
      state.select(null);
    }
  }

  function begin() {
    get("title").textContent = about.title;
    get("foot").append(...[
      make("strong", {}, texts.foot), about.edition, about.on && texts.on(dates.inWords(about.on)),
      about.known_by && texts.knownBy(dates.inWords(about.known_by)),
    ].filter(Boolean).flatMap((part, i) => (i ? [" · ", part] : [part])));
    toggles.filters.id = "filters";
    toggles.filters.setAttribute("aria-controls", "legend");
    toggles.filters.setAttribute("aria-expanded", "false");
    toggles.view.id = "view";
    toggles.theme.id = "theme";
    get("tools").append(...Object.values(toggles));
    search.build();
    legend.build();
    state.knows(({ type, id }) => (type === "actor" ? model.actors : model.claims).has(id));
    state.listen(follow);
    addEventListener("keydown", keys);
    state.read();
    picture.start();
    showSelected();
    document.body.dataset.ready = "true";
  }

  return { begin, say, showSelected };
})();

isgraph.start.begin();
