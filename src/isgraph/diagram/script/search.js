/** Finding an actor by label or alias, or a claim by its words or its id. */
isgraph.search = (() => {
  const { dom, model, state, texts } = isgraph;
  const { make } = dom;
  const ACTORS = 10;
  const CLAIMS = 6;

  /** Letters without accents and case. @param {string} text */
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’‘ʼʿʾ`]/g, "'").toLowerCase();

  const index = [...model.actors.values()].map((actor) => ({
    actor,
    names: [actor.label, ...(actor.aliases ?? [])].map((name) => ({ name, folded: fold(name) })),
  }));
  const words = [...model.claims.values()].map((claim) => ({
    claim,
    folded: fold(`${model.label(claim.from)} ${claim.label} ${model.label(claim.to)} ${claim.paraphrase ?? ""}`),
  }));

  /** How well a name fits: lower is better. @param {string} name @param {string} query */
  function score(name, query) {
    const place = name.indexOf(query);
    if (place < 0) return Infinity;
    if (place === 0) return name.length === query.length ? 0 : 1;
    return /[\s\-('"]/.test(name[place - 1]) ? 2 : 3;
  }

  /** @param {string} text @returns {{selection: any, label: string, detail: string}[]} Best first. */
  function find(text) {
    const query = fold(text.trim());
    if (!query) return [];
    const actors = index
      .map(({ actor, names }) => {
        const [best] = names.map((name) => ({ ...name, rank: score(name.folded, query) })).sort((a, b) => a.rank - b.rank);
        return { actor, best };
      })
      .filter(({ best }) => best.rank < Infinity)
      .sort((a, b) => a.best.rank - b.best.rank || model.degree(b.actor.id) - model.degree(a.actor.id) || (a.actor.label < b.actor.label ? -1 : 1))
      .slice(0, ACTORS)
      .map(({ actor, best }) => ({
        selection: { type: "actor", id: actor.id },
        label: actor.label,
        detail: best.name === actor.label ? actor.kind_label : texts.alias(best.name),
      }));
    const parts = query.split(/\s+/);
    const claims = words
      .filter(({ claim, folded }) => claim.id.toLowerCase() === query || (query.length > 2 && parts.every((part) => folded.includes(part))))
      .slice(0, CLAIMS)
      .map(({ claim }) => ({
        selection: { type: "tie", id: claim.id },
        label: `${model.label(claim.from)} ${claim.label} ${model.label(claim.to)}`,
        detail: claim.id,
      }));
    return [...actors, ...claims];
  }

  function build() {
    const input = /** @type {HTMLInputElement} */ (make("input", {
      type: "search", id: "query", role: "combobox", placeholder: texts.search, "aria-label": texts.searchLabel, autocomplete: "off",
      spellcheck: "false", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "results",
    }));
    const list = make("ul", { id: "results", role: "listbox", "aria-label": texts.searchLabel, hidden: true });
    /** @type {ReturnType<typeof find>} */ let results = [];
    let at = -1;

    function render() {
      list.hidden = !input.value.trim();
      input.setAttribute("aria-expanded", String(!list.hidden && results.length > 0));
      list.replaceChildren(...results.map(({ label, detail }, i) =>
        make("li", { role: "option", id: `result-${i}`, "aria-selected": String(i === at), onmousedown: (/** @type {Event} */ event) => event.preventDefault(), onclick: () => choose(i) },
          make("span", {}, label), make("small", {}, detail))));
      if (!results.length) list.append(make("li", { class: "empty", role: "option", "aria-disabled": "true" }, texts.found(0)));
      input.setAttribute("aria-activedescendant", at >= 0 ? `result-${at}` : "");
      list.children[at]?.scrollIntoView({ block: "nearest" });
    }

    /** @param {number} i */
    function choose(i) {
      const chosen = results[i];
      if (!chosen) return;
      close();
      state.select(chosen.selection);
      isgraph.start.showSelected();
      isgraph.evidence.focus();
    }

    function close() {
      input.value = "";
      results = [];
      at = -1;
      render();
    }

    input.addEventListener("input", () => {
      results = find(input.value);
      at = results.length ? 0 : -1;
      render();
      isgraph.start.say(texts.found(results.length));
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        at = results.length ? (at + step + results.length) % results.length : -1;
        render();
      } else if (event.key === "Enter") {
        choose(Math.max(at, 0));
      } else if (event.key === "Escape" && input.value) {
        event.stopPropagation();
        close();
      }
    });
    input.addEventListener("blur", () => void (list.hidden = true));
    input.addEventListener("focus", render);
    dom.get("search").append(input, list);
  }

  return { build, find, focus: () => dom.get("query").focus() };
})();
