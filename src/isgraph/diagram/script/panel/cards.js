/** One claim as a card: what is said, how firmly, when, by whom, and where it stands. */
isgraph.cards = (() => {
  const { cite, dates, dom, model, moments, state, texts } = isgraph;
  const { make } = dom;
  const { look } = model;

  /** @param {any} claim */
  const spoken = (claim) => (claim.negated ? `${texts.negatedMark} ` : "") + claim.label;

  /** @template {Element} T @param {T} element @param {string} family @returns {T} */
  function tint(element, family) {
    const row = model.family(family);
    element.classList.add("tinted");
    const { style } = /** @type {any} */ (element);
    style.setProperty("--light", row.light);
    style.setProperty("--dark", row.dark);
    return element;
  }

  /** @param {string} name */
  const dash = (name) => look.statuses.find((/** @type {any} */ row) => row.name === name)?.dash ?? [];

  /** @param {any} claim */
  function badges(claim) {
    return make("p", { class: "badges" },
      make("span", { class: "badge", title: texts.statusTitle(claim.status) }, isgraph.legend.lineIcon(null, dash(claim.status)), claim.status),
      claim.modality !== "actual" && make("span", { class: "badge", title: texts.modalityTitle(claim.modality) }, claim.modality),
      claim.negated && make("span", { class: "badge strong" }, texts.negated),
      state.current.on && standing(claim));
  }

  /** How it stands on the day of the view. @param {any} claim */
  function standing(claim) {
    const { certainty, change } = moments.stand(claim, state.current);
    const text = { certain: texts.certainly, possible: texts.possibly, past: texts.notKnown }[certainty ?? "past"];
    return make("span", { class: certainty === "past" ? "badge faint" : "badge" }, change ? `${texts.changes[change]}; ${text}` : text);
  }

  /**
   * When it holds, in words. Without a stated time, bounds are said as bounds; those that only
   * repeat the day on which it was so are left to that day.
   * @param {any} claim
   */
  function when(claim) {
    if (claim.valid_time) return dates.inWords(claim.valid_time);
    if (claim.as_of) return texts.notStated;
    const bounds = Object.entries(texts.bounds).filter(([name]) => claim[name]);
    return bounds.map(([name, say]) => say(dates.inWords(claim[name]))).join(", ") || texts.notStated;
  }

  /**
   * @param {any} claim Where in the document it stands.
   * @param {boolean} [brief] Without the characters.
   */
  function place(claim, brief = false) {
    return [
      claim.section && texts.section(claim.section),
      claim.paragraph != null && texts.paragraph(claim.paragraph),
      !brief && claim.char_start != null && claim.char_end != null && texts.characters(claim.char_start, claim.char_end),
    ].filter(Boolean).join(", ");
  }

  /** @param {any} source */
  function source(source) {
    const { authors = [], work, publisher, issued, pinpoint, note } = source;
    const lead = authors.length ? `${authors.join(", ")}: ` : "";
    const tail = [publisher, dates.inWords(issued), pinpoint, note != null && texts.note(note)].filter(Boolean).join(", ");
    return make("div", { class: "source" }, lead, make("cite", {}, work ?? texts.notStated), tail && `, ${tail}`);
  }

  /** @param {string[]} ids */
  const claimButtons = (ids) => ids.map((id) => {
    const claim = model.claims.get(id);
    if (!claim) return make("span", {}, `${id} `);
    const text = `${id}: ${model.label(claim.from)} ${spoken(claim)} ${model.label(claim.to)}`;
    return make("button", { type: "button", class: "link", onclick: () => isgraph.evidence.go({ type: "tie", id }) }, text);
  });

  /** @param {any} claim @param {Node[]} head What it says, as a heading. */
  function card(claim, head) {
    const citation = cite.disclosure(claim);
    /** @type {[string, (Node|string|null|undefined|false)[]][]} */
    const rows = [
      [texts.quantity, [claim.quantity]],
      [texts.role, [claim.role]],
      [texts.inForce, [[when(claim), claim.as_of && texts.asOfDay(dates.inWords(claim.as_of))].filter(Boolean).join("; ")]],
      [texts.place, [claim.places?.join(", ")]],
      [texts.occurrence, [claim.occurrences?.join(", ")]],
      [texts.instrument, [claim.instruments?.join(", ")]],
      [texts.saidBy, [claim.claimants?.join(", ") || (claim.document && texts.ownVoice)]],
      [texts.document, [claim.document && make("span", {}, claim.document, claim.document_id ? ` (${claim.document_id})` : null),
        make("span", { class: "where" }, [claim.published && texts.published(dates.inWords(claim.published)), place(claim)].filter(Boolean).join("; "))]],
      [texts.cited, claim.sources?.length ? claim.sources.map(source) : [claim.citation_state]],
      [texts.curator, [claim.note]],
      [texts.disputes, claimButtons(claim.disputes ?? [])],
      [texts.disputedBy, claimButtons(claim.disputed_by ?? [])],
      [texts.claim, [make("code", {}, claim.id), citation.button]],
    ];
    const list = make("dl");
    for (const [name, parts] of rows) {
      const full = parts.filter((part) => part && (typeof part === "string" || part.textContent));
      if (full.length) list.append(make("dt", {}, name), make("dd", {}, ...full));
    }
    const element = make("article", { class: "card", "data-claim": claim.id },
      make("h3", {}, ...head), claim.paraphrase && make("p", { class: "paraphrase" }, claim.paraphrase), badges(claim), list, citation.box);
    return tint(element, claim.family ?? "other");
  }

  /** @param {any} claim */
  const tieCard = (claim) => card(claim, [
    make("bdi", {}, model.label(claim.from)), document.createTextNode(" "), make("em", {}, spoken(claim)), document.createTextNode(" "), make("bdi", {}, model.label(claim.to)),
  ]);

  /** @param {any} fact */
  const factCard = (fact) => card(fact, [document.createTextNode(fact.text ?? fact.label ?? fact.kind ?? fact.id)]);

  return {
    spoken, when, place, source, tint, claimButtons,
    /** @param {any} claim A tie, or a figure or state. */
    card: (claim) => (claim.fact ? factCard(claim) : tieCard(claim)),
  };
})();
