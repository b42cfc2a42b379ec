/** What stands behind a line or an actor: claims as cards, with their sources. */
isgraph.evidence = (() => {
  const { dates, dom, model, state, texts } = isgraph;
  const { make } = dom;
  const { look, about } = model;
  const root = dom.get("evidence");
  const TOP = 12;

  /** @param {any} line */
  const arrow = (line) => (line.symmetric ? "↔" : "→");

  /** A line in one sentence. @param {any} line */
  function headline(line) {
    const labels = [...new Set(line.claims.map((/** @type {any} */ claim) => spoken(claim)))].join(", ");
    const times = line.claims.length > 1 ? ` ${texts.times(line.claims.length)}` : "";
    return `${line.from.label} ${arrow(line)} ${labels} ${arrow(line)} ${line.to.label}${times}`;
  }

  /** @param {any} claim */
  const spoken = (claim) => (claim.negated ? `${texts.negatedMark} ` : "") + claim.label;

  /** @param {string} id @param {string} [text] */
  function actorButton(id, text = model.label(id)) {
    return make("button", { type: "button", class: "link", onclick: () => go({ type: "actor", id }) }, text);
  }

  /** @param {any} selection */
  function go(selection) {
    state.select(selection);
    isgraph.start.showSelected();
    focus();
  }

  /** Put the reader at the head of the panel. */
  const focus = () => root.querySelector("h2")?.focus({ preventScroll: innerWidth > 800 });

  /** @param {Element} element @param {string} family */
  function tint(element, family) {
    const row = model.family(family);
    element.classList.add("tinted");
    /** @type {HTMLElement} */ (element).style.setProperty("--light", row.light);
    /** @type {HTMLElement} */ (element).style.setProperty("--dark", row.dark);
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
      claim.certainty === "possible" && make("span", { class: "badge" }, texts.possibly),
      claim.certainty === "certain" && make("span", { class: "badge" }, texts.certainly));
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
    return make("button", { type: "button", class: "link", onclick: () => go({ type: "tie", id }) }, text);
  });

  /** @param {any} claim @param {Node[]} head What it says, as a heading. */
  function card(claim, head) {
    /** @type {[string, (Node|string|null|undefined|false)[]][]} */
    const rows = [
      [texts.quantity, [claim.quantity]],
      [texts.role, [claim.role]],
      [texts.inForce, [when(claim)]],
      [texts.asOf, [dates.inWords(claim.as_of)]],
      [texts.place, [claim.places?.join(", ")]],
      [texts.occurrence, [claim.occurrences?.join(", ")]],
      [texts.instrument, [claim.instruments?.join(", ")]],
      [texts.saidBy, [claim.claimants?.join(", ")]],
      [texts.document, [claim.document && make("span", {}, claim.document, claim.document_id ? ` (${claim.document_id})` : null),
        make("span", { class: "where" }, [claim.published && texts.published(dates.inWords(claim.published)), place(claim)].filter(Boolean).join("; "))]],
      [texts.cited, (claim.sources ?? []).map(source)],
      [texts.citation, [claim.citation_state]],
      [texts.curator, [claim.note]],
      [texts.disputes, claimButtons(claim.disputes ?? [])],
      [texts.disputedBy, claimButtons(claim.disputed_by ?? [])],
      [texts.claim, [make("code", {}, claim.id)]],
    ];
    const list = make("dl");
    for (const [name, parts] of rows) {
      const full = parts.filter((part) => part && (typeof part === "string" || part.textContent));
      if (full.length) list.append(make("dt", {}, name), make("dd", {}, ...full));
    }
    const element = make("article", { class: "card", "data-claim": claim.id },
      make("h3", {}, ...head), claim.paraphrase && make("p", { class: "paraphrase" }, claim.paraphrase), badges(claim), list);
    return tint(element, claim.family ?? "other");
  }

  /** @param {any} claim */
  const claimCard = (claim) => card(claim, [
    document.createTextNode(`${model.label(claim.from)} `), make("em", {}, spoken(claim)), document.createTextNode(` ${model.label(claim.to)}`),
  ]);

  /** @param {any} fact */
  const factCard = (fact) => card(fact, [document.createTextNode(fact.text ?? fact.label ?? fact.kind ?? fact.id)]);

  /** @param {string} text */
  const heading = (text) => make("h2", { tabindex: "-1" }, text);

  const back = () => make("button", { type: "button", class: "back", onclick: () => go(null) }, `‹ ${texts.back}`);

  function overview() {
    const day = about.on ? texts.on(dates.inWords(about.on)) : "";
    const known = about.known_by ? texts.knownBy(dates.inWords(about.known_by)) : "";
    const top = [...model.shownActors].sort((a, b) => model.degree(b.id) - model.degree(a.id) || (a.label < b.label ? -1 : 1))
      .slice(0, TOP).filter((actor) => model.degree(actor.id));
    return [
      heading(texts.evidence),
      make("p", { class: "sub" }, [
        texts.overview([model.shownActors.length, model.actors.size, model.shownClaims.length, model.claims.size]), day, known,
      ].filter(Boolean).join(" ")),
      make("p", {}, texts.hint),
      ...(top.length
        ? [make("h3", {}, texts.connected), make("ul", { class: "list" }, ...top.map((actor) =>
            make("li", {}, make("button", { type: "button", class: "item", onclick: () => go({ type: "actor", id: actor.id }) },
              isgraph.legend.shapeIcon(look.groups[actor.set]), make("span", { class: "name" }, actor.label), make("span", { class: "count" }, String(model.degree(actor.id)))))))]
        : [make("p", {}, texts.noTies)]),
    ];
  }

  /** @param {any} actor */
  function actorPanel(actor) {
    const lines = model.linesAt(actor.id);
    const total = model.degree(actor.id);
    const families = [...new Set(lines.map((line) => line.family))]
      .sort((a, b) => (look.families[a]?.order ?? 99) - (look.families[b]?.order ?? 99));
    const facts = actor.facts ?? [];
    return [
      back(),
      heading(actor.label),
      make("p", { class: "sub" }, `${actor.kind_label} · ${texts.claims(total)}`),
      actor.aliases?.length && make("p", {}, texts.also(actor.aliases.join(", "))),
      lines.length > 0 && state.current.view === "picture" &&
        make("button", { type: "button", onclick: () => isgraph.picture.fit([...new Set(lines.flatMap((line) => [line.from, line.to]))]) }, texts.closer),
      !model.shownActors.includes(actor) && make("p", { class: "warn" }, texts.hidden),
      ...families.map((family) => group(actor, family, lines.filter((line) => line.family === family))),
      !lines.length && make("p", {}, texts.noTies),
      facts.length && make("h3", {}, `${texts.facts} (${facts.length})`),
      ...facts.map(factCard),
      make("p", { class: "iri" }, actor.id),
    ];
  }

  /** @param {any} actor @param {string} family @param {any[]} lines */
  function group(actor, family, lines) {
    const rows = lines.flatMap((line) => {
      /** @type {Map<string, any[]>} */ const kinds = new Map();
      for (const claim of line.claims) kinds.set(spoken(claim), [...(kinds.get(spoken(claim)) ?? []), claim]);
      return [...kinds].map(([label, claims]) => ({ line, label, claims, other: line.from === actor ? line.to : line.from }));
    });
    rows.sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : a.other.label < b.other.label ? -1 : 1));
    const total = rows.reduce((sum, row) => sum + row.claims.length, 0);
    const list = make("ul", { class: "list" }, ...rows.map(({ line, label, claims, other }) => {
      const direction = line.symmetric ? "↔" : line.from === actor ? "→" : "←";
      const doubt = [...new Set(claims.flatMap((claim) => [claim.status, claim.modality]))].filter((word) => word !== "asserted" && word !== "actual");
      return make("li", {}, make("button", { type: "button", class: "item", onclick: () => go({ type: "tie", id: claims[0].id }) },
        make("span", { class: "name" }, make("b", {}, `${direction} ${label}`), ` ${other.label}`, doubt.length > 0 && make("small", {}, ` ${doubt.join(", ")}`)),
        make("span", { class: "count" }, claims.length > 1 ? texts.times(claims.length) : "")));
    }));
    return tint(make("section", {}, make("h3", {}, `${model.family(family).label} (${total})`), list), family);
  }

  /** @param {any} chosen The claim through which the line was chosen. */
  function linePanel(chosen) {
    const line = model.lineOf(chosen.id);
    const claims = line ? line.claims : [chosen];
    const [from, to] = line ? [line.from.id, line.to.id] : [chosen.from, chosen.to];
    const others = model.linesAt(from).filter((other) => other !== line && [other.from.id, other.to.id].includes(to));
    return [
      back(),
      heading(`${model.label(from)} ${line ? arrow(line) : "→"} ${model.label(to)}`),
      make("p", { class: "sub" }, `${model.family(chosen.family).label} · ${texts.claims(claims.length)}`),
      !line && make("p", { class: "warn" }, texts.hidden),
      ...claims.map(claimCard),
      others.length && make("h3", {}, texts.between),
      others.length && make("ul", { class: "list" }, ...others.map((other) =>
        make("li", {}, make("button", { type: "button", class: "item", onclick: () => go({ type: "tie", id: other.claims[0].id }) }, make("span", { class: "name" }, headline(other)))))),
      make("p", { class: "ends" }, actorButton(from), from !== to && actorButton(to)),
    ];
  }

  function refresh() {
    const { selection } = state.current;
    const actor = selection?.type === "actor" && model.actors.get(selection.id);
    const claim = selection?.type === "tie" && model.claims.get(selection.id);
    const parts = actor ? actorPanel(actor) : claim ? linePanel(claim) : overview();
    root.replaceChildren(.../** @type {Node[]} */ (parts.filter(Boolean)));
    root.scrollTop = 0;
  }

  /** What is selected, in words for the live region. */
  function said() {
    const { selection } = state.current;
    if (!selection) return texts.cleared;
    if (selection.type === "actor") return texts.selected(model.label(selection.id));
    const line = model.lineOf(selection.id);
    return texts.selected(line ? headline(line) : selection.id);
  }

  root.setAttribute("aria-label", texts.evidence);
  dom.arrows(root, "button");
  return { refresh, headline, said, when, place, spoken, focus };
})();
