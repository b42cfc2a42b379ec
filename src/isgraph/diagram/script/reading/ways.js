/** Ways for those who use keys: over the long parts of the page, and back to where one was. */
isgraph.ways = (() => {
  const { dom, evidence, state, texts } = isgraph;
  const { make, get } = dom;
  const panel = get("evidence");
  /** @type {HTMLElement|null} Where one was before the evidence was opened. */ let before = null;

  /** @param {string} text @param {string} goal Its id. @param {() => void} act */
  const skip = (text, goal, act) => make("a", {
    href: `#${goal}`, onclick: (/** @type {Event} */ event) => {
      event.preventDefault();
      act();
    },
  }, text);

  function build() {
    document.body.prepend(make("nav", { id: "skips", "aria-label": texts.skips },
      skip(texts.skipPicture, "stage", () => get("stage").focus()),
      skip(texts.skipEvidence, "evidence", evidence.focus),
      skip(texts.skipSearch, "query", isgraph.search.focus)));
    addEventListener("focusin", ({ target }) => {
      const element = /** @type {HTMLElement} */ (target);
      if (!panel.contains(element) && element !== document.body) before = element;
    });
    state.listen((changed) => {
      if (changed.has("selection") && !state.current.selection) queueMicrotask(back);
    });
  }

  /** Go back to where one was, once the evidence in which one stood is gone. */
  function back() {
    if (document.activeElement !== document.body || !before) return;
    const id = before.dataset.id;
    const goal = before.isConnected ? before : id ? /** @type {HTMLElement|null} */ (document.querySelector(`tr[data-id='${CSS.escape(id)}']`)) : null;
    goal?.focus();
  }

  return { build };
})();
