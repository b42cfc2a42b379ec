/** What stands behind a line or an actor: claims as cards, with their sources. */
isgraph.evidence = (() => {
  const { cards, conflicts, dom, filters, model, state, texts } = isgraph;
  const { make } = dom;
  const { spoken, tint } = cards;
  const { look } = model;
  const root = dom.get("evidence");
  const TOP = 12;
  /** Figures and states of an actor that stand open; more are folded under their kinds. */
  const OPEN_FACTS = 3;
  /** Rows that are not folded away. */
  const ROWS = ".item:not(details:not([open]) .item)";

  /** @param {any} line */
  const arrow = (line) => (line.symmetric ? "↔" : "→");

  /** A line in one sentence. @param {any} line */
  function headline(line) {
    const labels = [...new Set(line.claims.map((/** @type {any} */ claim) => spoken(claim)))].join(", ");
    const times = line.claims.length > 1 ? ` ${texts.times(line.claims.length)}` : "";
    return `${line.from.label} ${arrow(line)} ${labels} ${arrow(line)} ${line.to.label}${times}`;
  }

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

  /** @param {string} text */
  const heading = (text) => make("h2", { tabindex: "-1" }, text);

  const back = () => make("button", { type: "button", class: "back", onclick: () => go(null) }, `‹ ${state.current.path ? texts.backToPath : texts.back}`);

  /** Conflicts to choose from, if there are any. @param {any[]} found @param {number} [elsewhere] */
  const conflictList = (found, elsewhere = 0) => [
    found.length > 0 && make("h3", {}, `${texts.conflicts} (${found.length})`),
    ...conflicts.list(found),
    elsewhere > 0 && make("p", { class: "sub" }, texts.conflictsElsewhere(elsewhere)),
  ];

  function overview() {
    const top = [...model.shownActors].sort((a, b) => model.degree(b.id) - model.degree(a.id) || (a.label < b.label ? -1 : 1))
      .slice(0, TOP).filter((actor) => model.degree(actor.id));
    return [
      heading(texts.evidence),
      make("p", { class: "sub" }, [
        texts.overview([model.shownActors.length, model.actors.size, model.shownClaims.length, model.claims.size]), isgraph.choices.clocks().join(" "),
      ].filter(Boolean).join(" ")),
      make("p", {}, texts.hint),
      ...(top.length
        ? [make("h3", {}, texts.connected), make("ul", { class: "list" }, ...top.map((actor) =>
            make("li", {}, make("button", { type: "button", class: "item", onclick: () => go({ type: "actor", id: actor.id }) },
              isgraph.legend.actorIcon(actor), make("span", { class: "name" }, actor.label), make("span", { class: "count" }, String(model.degree(actor.id)))))))]
        : [make("p", {}, texts.noTies)]),
      ...conflictList(conflicts.all(), conflicts.elsewhere),
    ];
  }

  /** @param {any} actor */
  function actorPanel(actor) {
    const lines = model.linesAt(actor.id);
    const total = model.degree(actor.id);
    const families = [...new Set(lines.map((line) => line.family))]
      .sort((a, b) => (look.families[a]?.order ?? 99) - (look.families[b]?.order ?? 99));
    const concerned = new Set([...lines.flatMap((line) => line.claims), ...model.factsOf(actor)].map(({ id }) => id));
    return [
      back(),
      heading(actor.label),
      make("p", { class: "sub" }, `${actor.kind_label} · ${texts.claims(total)}`),
      actor.aliases?.length && make("p", {}, texts.also(actor.aliases.join(", "))),
      isgraph.focus.controls(actor),
      !model.shownActors.includes(actor) && make("p", { class: "warn" }, texts.hidden),
      ...families.map((family) => group(actor, family, lines.filter((line) => line.family === family))),
      !lines.length && make("p", {}, texts.noTies),
      ...factGroups(model.factsOf(actor)),
      ...conflictList(conflicts.all((id) => concerned.has(id))),
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

  /** Figures and states; many are folded under their kinds. @param {any[]} facts */
  function factGroups(facts) {
    if (!facts.length) return [];
    const heading = make("h3", {}, `${texts.facts} (${facts.length})`);
    if (facts.length <= OPEN_FACTS) return [heading, ...facts.map(cards.card)];
    const kinds = [...new Set(facts.map((fact) => fact.label ?? fact.kind))].sort();
    return [heading, ...kinds.map((kind) => {
      const here = facts.filter((fact) => (fact.label ?? fact.kind) === kind);
      const details = make("details", { class: "fold" },
        make("summary", {}, make("span", { class: "name" }, kind), make("span", { class: "count" }, String(here.length))));
      // Hundreds of cards are made only as they are asked for.
      details.addEventListener("toggle", () => details.append(...here.map(cards.card)), { once: true });
      return details;
    })];
  }

  /** @param {any} chosen The claim through which the line was chosen. */
  function linePanel(chosen) {
    const line = model.lineOf(chosen.id);
    const claims = line ? line.claims : [chosen];
    const [from, to] = line ? [line.from.id, line.to.id] : [chosen.from, chosen.to];
    const ordered = [chosen, ...claims.filter((/** @type {any} */ claim) => claim !== chosen)];
    const { parts, ids } = conflicts.beside(ordered);
    const others = model.linesAt(from).filter((other) => other !== line && [other.from.id, other.to.id].includes(to));
    return [
      back(),
      heading(`${model.label(from)} ${line ? arrow(line) : "→"} ${model.label(to)}`),
      make("p", { class: "sub" }, `${model.family(chosen.family).label} · ${texts.claims(claims.length)}`),
      !line && make("p", { class: "warn" }, texts.hidden),
      ...parts,
      ...ordered.filter(({ id }) => !ids.has(id)).map(cards.card),
      others.length && make("h3", {}, texts.between),
      others.length && make("ul", { class: "list" }, ...others.map((other) =>
        make("li", {}, make("button", { type: "button", class: "item", onclick: () => go({ type: "tie", id: other.claims[0].id }) }, make("span", { class: "name" }, headline(other)))))),
      make("p", { class: "ends" }, actorButton(from), from !== to && actorButton(to)),
    ];
  }

  /** A figure or a state on its own. @param {any} fact */
  function factPanel(fact) {
    const { parts, ids } = conflicts.beside([fact]);
    return [
      back(), heading(model.label(fact.from)), make("p", { class: "sub" }, texts.facts),
      !filters.passes(fact, state.current) && make("p", { class: "warn" }, texts.hidden),
      ...parts, !ids.has(fact.id) && cards.card(fact), make("p", { class: "ends" }, actorButton(fact.from)),
    ];
  }

  /** A folded camp. @param {any} camp */
  function campPanel(camp) {
    const open = () => state.change({ open: new Set([...state.current.open, camp.id]), selection: null });
    return [
      back(), heading(camp.label), make("p", { class: "sub" }, texts.campHint),
      make("button", { type: "button", onclick: open }, texts.openCamp(texts.actors(camp.members.length))),
      make("ul", { class: "list" }, ...camp.members.slice(0, 4 * TOP).map((/** @type {string} */ id) => make("li", {}, actorButton(id)))),
    ];
  }

  function refresh() {
    const { selection } = state.current;
    const actor = selection?.type === "actor" ? model.actor(selection.id) : undefined;
    const claim = selection?.type === "tie" ? (model.claims.get(selection.id) ?? model.facts.get(selection.id)) : undefined;
    const parts = actor?.members ? campPanel(actor) : actor ? actorPanel(actor)
      : claim?.fact ? factPanel(claim) : claim ? linePanel(claim)
      : state.current.path ? isgraph.trail.panel() : overview();
    root.replaceChildren(.../** @type {Node[]} */ (parts.filter(Boolean)));
    root.scrollTop = 0;
  }

  /** What is selected, in words for the live region. */
  function said() {
    const { selection } = state.current;
    if (!selection) return texts.cleared;
    if (selection.type === "actor") return texts.selected(model.label(selection.id));
    const line = model.lineOf(selection.id);
    const claim = model.claims.get(selection.id) ?? model.facts.get(selection.id);
    return texts.selected(line ? headline(line) : conflicts.sentence(claim));
  }

  root.setAttribute("aria-label", texts.evidence);
  dom.arrows(root, ROWS);
  root.addEventListener("keydown", (event) => {
    const { key, defaultPrevented, target } = event;
    const first = /** @type {HTMLElement|null} */ (root.querySelector(ROWS));
    if (key !== "ArrowDown" || defaultPrevented || !first || !(/** @type {Element} */ (target).matches("h2, .back, .controls button"))) return;
    event.preventDefault();
    first.focus();
  });
  return { refresh, headline, said, focus, go, actorButton };
})();
