/**
 * What stands in the columns of the table, and what orders its rows; it draws nothing.
 *
 * @typedef {"tie"|"actor"|"fact"} Sort A tie, an actor, or a figure or state of an actor.
 * @typedef {{name: string, head: string, text: (thing: any) => string|number,
 *   rank?: (thing: any) => string|number}} Column `rank` orders, where words would order wrongly.
 */
isgraph.columns = (() => {
  const { cards, dates, model, moments, search, state, texts } = isgraph;
  const { columns: heads } = texts;
  const compare = new Intl.Collator("en-GB", { numeric: true }).compare;
  /** @type {WeakMap<any, string>} */ const haystacks = new WeakMap();

  /** @param {string} name @param {Column["text"]} text @param {Column["rank"]} [rank] @returns {Column} */
  const column = (name, text, rank) => ({ name, head: heads[/** @type {"id"} */ (name)], text, rank });

  const status = column("status", ({ status, modality }) => (modality === "actual" ? status : `${status}, ${modality}`));
  const when = column("when",
    (claim) => (claim.valid_time || !claim.as_of ? cards.when(claim) : texts.asOfDay(dates.inWords(claim.as_of))),
    (claim) => claim.valid_time ?? claim.begin_earliest ?? claim.as_of ?? "");
  const day = column("day", (claim) => ({ certain: texts.dayWords.certain, possible: texts.dayWords.possible, past: texts.dayWords.past })[moments.stand(claim, state.current).certainty ?? "past"]);
  const change = column("change", (claim) => {
    const { change } = moments.stand(claim, state.current);
    return change ? texts.changes[change] : "";
  });
  const who = column("who", (claim) => claim.claimants?.join(", ") ?? "");
  const where = column("where", (claim) => [claim.document_id || claim.document, cards.place(claim, true)].filter(Boolean).join(", "));
  const id = column("id", (claim) => claim.id);

  /** The columns of a table, as the clocks of the view ask for them. @param {Sort} sort @returns {Column[]} */
  function of(sort) {
    const { on, since } = state.current;
    const clocks = [...(on ? [day] : []), ...(on && since ? [change] : [])];
    if (sort === "actor") {
      return [
        column("name", (actor) => actor.label),
        column("class", (actor) => actor.kind_label),
        column("aliases", (actor) => actor.aliases?.join(", ") ?? ""),
        column("count", (actor) => model.degree(actor.id)),
      ];
    }
    const said = sort === "fact"
      ? [column("actor", (fact) => model.label(fact.from)), column("says", says)]
      : [
          column("subject", (claim) => model.label(claim.from)),
          column("relation", (claim) => cards.spoken(claim)),
          column("object", (claim) => model.label(claim.to)),
        ];
    return [...said, status, when, ...clocks, who, where, id];
  }

  /** A figure or a state, without its actor. @param {any} fact */
  const says = (fact) => (fact.label ? (fact.negated ? `${texts.negatedMark} ` : "") + (fact.quantity ?? fact.label) : (fact.text ?? fact.kind));

  /** Whatever the choices let through. @param {Sort} sort @returns {any[]} */
  function things(sort) {
    if (sort === "tie") return model.shownClaims;
    return sort === "actor" ? model.shownActors : model.shownActors.flatMap(model.factsOf);
  }

  /**
   * @param {Sort} sort @param {{name: string, down: boolean}} order
   * @param {string} [words] All of which have to stand somewhere in the row.
   * @returns {any[]}
   */
  function rows(sort, order, words = "") {
    const all = of(sort);
    const { text, rank = text } = all.find(({ name }) => name === order.name) ?? all[0];
    const wanted = search.fold(words).split(/\s+/).filter(Boolean);
    return things(sort)
      .filter((thing) => wanted.every((word) => haystack(thing, all).includes(word)))
      .map((thing) => ({ thing, rank: rank(thing) }))
      .sort((a, b) => {
        const before = typeof a.rank === "number" ? a.rank - Number(b.rank) : compare(a.rank, String(b.rank));
        return (order.down ? -before : before) || (a.thing.id < b.thing.id ? -1 : 1);
      })
      .map(({ thing }) => thing);
  }

  /** @param {any} thing @param {Column[]} columns */
  function haystack(thing, columns) {
    const known = haystacks.get(thing);
    if (known !== undefined) return known;
    const lasting = columns.filter((column) => column !== day && column !== change);
    const words = search.fold([...lasting.map(({ text }) => text(thing)), thing.paraphrase ?? ""].join(" "));
    haystacks.set(thing, words);
    return words;
  }

  return { of, things, rows };
})();
