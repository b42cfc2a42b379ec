/**
 * Claims that do not go together, beside each other; which of them is right is for the reader.
 *
 * @typedef {{sort: string, ids: string[]}} Conflict One id where a claim cannot hold by itself.
 */
isgraph.conflicts = (() => {
  const { cards, dom, model, state, texts } = isgraph;
  const { make } = dom;
  const { claims, facts } = model;
  const SORTS = Object.keys(texts.conflictSorts);

  /** @param {string} id */
  const claimOf = (id) => claims.get(id) ?? facts.get(id);

  /** What Python found, and what the claims themselves dispute. @type {Conflict[]} */
  const found = [...(model.about.conflicts ?? [])];
  const met = new Set(found.map(({ ids }) => [...ids].sort().join(" ")));
  for (const claim of [...claims.values(), ...facts.values()]) {
    for (const other of claim.disputes ?? []) {
      if (!met.has([claim.id, other].sort().join(" "))) found.push({ sort: "disputed", ids: [claim.id, other] });
    }
  }
  /** Conflicts of which this page has all claims. */
  const whole = found.filter(({ ids }) => ids.every(claimOf));
  const order = (/** @type {string} */ sort) => (SORTS.includes(sort) ? SORTS.indexOf(sort) : SORTS.length);
  whole.sort((a, b) => order(a.sort) - order(b.sort));

  /**
   * Conflicts that had been published by the day of the view.
   * @param {(id: string) => boolean} [wanted] Whether a claim is asked for; one of a pair will do.
   */
  function all(wanted = () => true) {
    const { knownBy } = state.current;
    return whole.filter(({ ids }) => ids.some(wanted) && ids.every((id) => !knownBy || !(claimOf(id)?.published > knownBy)));
  }

  /** A claim in one sentence; what is denied says so in its words. @param {any} claim */
  const sentence = (claim) => `${isgraph.sentences.said(claim)}${["asserted", "denied"].includes(claim.status) ? "" : ` (${claim.status})`}`;

  /** @param {string} sort */
  const meaning = (sort) => texts.conflictSorts[sort] ?? sort;

  /** Conflicts to choose from, folded under their sorts. @param {Conflict[]} some */
  function list(some) {
    const sorts = [...new Set(some.map(({ sort }) => sort))];
    return sorts.map((sort) => {
      const here = some.filter((conflict) => conflict.sort === sort);
      return make("details", { class: "fold" },
        make("summary", {}, make("span", { class: "name" }, meaning(sort)), make("span", { class: "count" }, String(here.length))),
        make("ul", { class: "list" }, ...here.map(({ ids }) =>
          make("li", {}, make("button", { type: "button", class: "item against", onclick: () => isgraph.evidence.go({ type: "tie", id: ids[0] }) },
            ...ids.map((id) => make("span", {}, `${sentence(claimOf(id))} `, make("small", {}, id))))))));
    });
  }

  /** Put those together that have a claim in common. @param {Conflict[]} some */
  function clusters(some) {
    /** @type {{ids: Set<string>, conflicts: Conflict[]}[]} */ let groups = [];
    for (const conflict of some) {
      const touched = groups.filter(({ ids }) => conflict.ids.some((id) => ids.has(id)));
      groups = groups.filter((group) => !touched.includes(group));
      groups.push({
        ids: new Set([...touched.flatMap(({ ids }) => [...ids]), ...conflict.ids]),
        conflicts: [...touched.flatMap(({ conflicts }) => conflicts), conflict],
      });
    }
    return groups;
  }

  /**
   * Claims with all that they conflict with, as cards beside each other.
   * @param {any[]} some
   * @returns {{parts: Node[], ids: Set<string>}} `ids` are the claims whose cards are among them.
   */
  function beside(some) {
    const here = new Set(some.map(({ id }) => id));
    const groups = clusters(all((id) => here.has(id)));
    const parts = groups.map(({ ids, conflicts }) => make("section", { class: "conflict" },
      ...[...new Set(conflicts.map(({ sort }) => sort))].map((sort) => make("p", { class: "meaning" }, meaning(sort),
        conflicts.length > 1 && make("small", {}, ` ${conflicts.filter((conflict) => conflict.sort === sort).map((conflict) => conflict.ids.join(" – ")).join(", ")}`))),
      make("div", { class: "beside" }, ...[...ids].map((id) => cards.card(claimOf(id))))));
    if (parts.length) parts.unshift(make("h3", {}, texts.conflicts), make("p", { class: "sub" }, texts.noVerdict));
    return { parts, ids: new Set(groups.flatMap(({ ids }) => [...ids])) };
  }

  return { all, list, beside, sentence, elsewhere: found.length - whole.length };
})();
