/** Finding an actor by label or alias, or a claim by its words or its id. */
isgraph.search = (() => {
  const { dom, model, state, texts } = isgraph;
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

  /** @param {{selection: any}} found */
  function choose({ selection }) {
    state.select(selection);
    isgraph.start.showSelected();
    isgraph.evidence.focus();
  }

  function build() {
    dom.get("search").append(...isgraph.combobox.build({
      id: "query", listId: "results", label: texts.searchLabel, placeholder: texts.search, find, choose,
    }));
  }

  return { build, find, fold, focus: () => dom.get("query").focus() };
})();
