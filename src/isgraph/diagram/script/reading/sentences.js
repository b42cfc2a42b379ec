/**
 * The selection as sentences with numbered notes, as plain data; it draws nothing.
 *
 * Claims that say the same of the same two actors share a sentence, and within it those of one
 * status, time and speaker share a clause; every claim has its own note.
 *
 * @typedef {{words: string, claims: any[]}} Clause
 * @typedef {{said: string, first: any, clauses: Clause[]}} Sentence
 * @typedef {{title: string, actor: string|null, paragraphs: Sentence[][]}} Section
 */
isgraph.sentences = (() => {
  const { cards, dates, grammar, model, moments, paths, state, texts } = isgraph;
  const { look } = model;
  const { prose: say } = texts;
  const compare = new Intl.Collator("en-GB", { numeric: true }).compare;
  const list = new Intl.ListFormat("en-GB");

  /** @param {string} text */
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  /** What a claim says, without how firmly and when. @param {any} claim */
  function said(claim) {
    if (claim.fact) return capital((claim.paraphrase ?? claim.text ?? cards.spoken(claim)).replace(/\.$/, ""));
    const name = model.label(claim.from);
    const form = { negated: Boolean(claim.negated), plural: grammar.many(name), wished: say.wished.includes(claim.modality) };
    const sentence = `${name} ${grammar.predicate(claim.label, model.label(claim.to), form)}`;
    const leads = /** @type {string[]} */ ([
      claim.status === "denied" && say.denied,
      claim.modality !== "actual" && (say.modal[/** @type {"planned"} */ (claim.modality)] ?? `${claim.modality}:`),
    ].filter(Boolean));
    return capital([...leads.map((lead, i) => (i ? lead.charAt(0).toLowerCase() + lead.slice(1) : lead)), sentence].join(" "));
  }

  /** How firmly and when, in words. @param {any} claim */
  function manner(claim) {
    const { certainty, change } = moments.stand(claim, state.current);
    const when = claim.valid_time || !claim.as_of ? cards.when(claim) : texts.asOfDay(dates.inWords(claim.as_of));
    return [
      claim.claimants?.length ? say.by(claim.status, list.format(claim.claimants)) : claim.status,
      claim.fact ? null : claim.quantity,
      claim.role && say.role(claim.role),
      claim.places?.length && say.at(list.format(claim.places)),
      when === texts.notStated ? say.timeless : when,
      certainty && { certain: texts.certainly, possible: texts.possibly, past: texts.notKnown }[certainty],
      change && texts.changes[change],
    ].filter(Boolean).join(", ");
  }

  /** @param {any[]} claims @returns {Sentence[]} */
  function sentences(claims) {
    /** @type {Map<string, Sentence>} */ const found = new Map();
    for (const claim of claims) {
      const text = said(claim);
      const key = claim.fact ? claim.id : text;
      const sentence = found.get(key) ?? { said: text, first: claim, clauses: [] };
      const words = manner(claim);
      const clause = sentence.clauses.find((one) => one.words === words);
      if (clause) clause.claims.push(claim);
      else sentence.clauses.push({ words, claims: [claim] });
      found.set(key, sentence);
    }
    return [...found.values()];
  }

  /** @param {any} claim */
  const family = (claim) => (claim.fact ? 99 : (look.families[claim.family]?.order ?? 98));

  /** By family, by what is said, then as the sources have it. @param {any} a @param {any} b */
  const order = (a, b) => family(a) - family(b) || compare(a.fact ? "" : said(a), b.fact ? "" : said(b)) || (a.id < b.id ? -1 : 1);

  /** @template T @param {T[]} things @param {(thing: T) => string} by @returns {Map<string, T[]>} */
  function gather(things, by) {
    /** @type {Map<string, T[]>} */ const found = new Map();
    for (const thing of things) {
      const some = found.get(by(thing));
      if (some) some.push(thing);
      else found.set(by(thing), [thing]);
    }
    return found;
  }

  /** @param {any[]} claims @param {string|null} lead Comes first. @returns {Section[]} */
  function byActor(claims, lead) {
    const actors = [...gather(claims, (claim) => claim.from)]
      .sort(([a], [b]) => Number(b === lead) - Number(a === lead) || compare(model.label(a), model.label(b)));
    return actors.map(([id, some]) => ({
      title: model.label(id), actor: id,
      paragraphs: [...gather([...some].sort(order), (claim) => String(family(claim))).values()].map(sentences),
    }));
  }

  /** @param {any[]} claims @returns {Section[]} */
  function byFamily(claims) {
    const families = [...gather(claims, (claim) => (claim.fact ? texts.facts : model.family(claim.family).label))]
      .sort(([, [a]], [, [b]]) => family(a) - family(b));
    return families.map(([title, some]) => ({
      title, actor: null,
      paragraphs: [...gather([...some].sort((a, b) => compare(model.label(a.from), model.label(b.from)) || order(a, b)), (claim) => claim.from).values()].map(sentences),
    }));
  }

  /** The path that was chosen, hop by hop. @returns {Section[]} */
  function byHop() {
    const chosen = paths.pick(model.paths, state.current.path);
    return (chosen?.steps ?? []).map((step, i) => ({
      title: say.hop(i + 1, model.label(step.from), model.label(step.to)), actor: null,
      paragraphs: [sentences(step.claims)],
    }));
  }

  /**
   * @param {string|null} subject An actor, or null for whatever is shown.
   * @param {"actor"|"family"} by
   * @returns {{title: string, sections: Section[]}}
   */
  function tell(subject, by) {
    const { path } = state.current;
    if (subject) {
      const actor = model.actor(subject);
      const claims = [...model.linesAt(subject).flatMap((line) => line.claims), ...(actor ? model.factsOf(actor) : [])];
      return { title: say.ofActor(model.label(subject)), sections: by === "actor" ? byActor(claims, subject) : byFamily(claims) };
    }
    if (path) return { title: texts.pathOf(model.label(path.from), model.label(path.to)), sections: byHop() };
    const claims = [...model.shownClaims, ...model.shownActors.flatMap(model.factsOf)];
    return { title: say.ofAll, sections: by === "actor" ? byActor(claims, null) : byFamily(claims) };
  }

  /** Where a claim is from, as the text of its note, up to its id. @param {any} claim */
  function note(claim) {
    const works = (claim.sources ?? []).map((/** @type {any} */ source) => cards.source(source).textContent).join("; ");
    const place = [claim.published && texts.published(dates.inWords(claim.published)), cards.place(claim, true)].filter(Boolean).join(", ");
    const document = [claim.document && `${claim.document}${claim.document_id ? ` (${claim.document_id})` : ""}`, place].filter(Boolean).join(", ");
    return [
      claim.fact ? null : claim.paraphrase, document, works ? say.citing(works) : claim.citation_state && `${texts.citation}: ${claim.citation_state}`,
    ].filter(Boolean).map((part) => (/[.!?]$/.test(part) ? part : `${part}.`)).join(" ");
  }

  /** @param {Section[]} sections All their claims, in the order of their notes. */
  const claimsOf = (sections) => sections.flatMap(({ paragraphs }) => paragraphs.flat().flatMap(({ clauses }) => clauses.flatMap(({ claims }) => claims)));

  return { said, tell, note, claimsOf, capital };
})();
