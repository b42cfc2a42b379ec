/** What the reader has chosen, in words, for whatever leaves the page; it changes nothing. */
isgraph.choices = (() => {
  const { dates, model, state, texts } = isgraph;
  const { about, actors, camps, claims } = model;
  const MOST = 4;

  /** Name of what a key of the filter hides. @type {Record<string, (value: string) => string>} */
  const NAMES = {
    kind: (value) => about.relations[value] ?? [...claims.values()].find(({ kind }) => kind === value)?.label ?? value,
    status: (value) => value,
    modality: (value) => value,
    class: (value) => [...actors.values()].find(({ kind }) => kind === value)?.kind_label ?? value,
    camp: (value) => (value === "none" ? texts.noCamp : (camps.get(value)?.label ?? value)),
    document: (value) => [...claims.values()].find((claim) => claim.document_id === value)?.document ?? value,
    speaker: (value) => value,
  };

  /** @param {string[]} names */
  const some = (names) => names.slice(0, MOST).join(", ") + (names.length > MOST ? ` ${texts.andMore(names.length - MOST)}` : "");

  /** The day and the publication date of the view. @returns {string[]} Sentences. */
  function clocks() {
    const { on, since, knownBy } = state.current;
    return [
      on ? (since ? texts.compared(dates.inWords(since), dates.inWords(on)) : texts.on(dates.inWords(on))) : texts.anyDayShown,
      ...(knownBy ? [texts.knownBy(dates.inWords(knownBy))] : []),
    ];
  }

  /** What is left out, asked for or looked at. @returns {string[]} Sentences. */
  function filters() {
    const { off, hidden, refuted, past, focus, path, on, selection } = state.current;
    const without = Object.entries(NAMES).flatMap(([kind, name]) => {
      const names = [...off].filter((key) => key.startsWith(`${kind}:`)).map((key) => name(key.slice(kind.length + 1))).sort();
      return names.length ? [`${texts.offKinds[kind]} ${some(names)}`] : [];
    });
    return /** @type {string[]} */ ([
      focus && texts.within(focus.hops, model.label(focus.id)),
      path && `${texts.pathOf(model.label(path.from), model.label(path.to))}.`,
      without.length && texts.without(without.join("; ")),
      hidden.size && texts.actorsHidden(some([...hidden].map(model.label).sort())),
      refuted && texts.withRefuted,
      past && on && texts.withPast,
      selection && `${isgraph.evidence.said()}.`,
    ].filter(Boolean));
  }

  return { clocks, filters, words: () => [...clocks(), ...filters()] };
})();
