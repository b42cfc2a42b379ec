/** The same selection as text: every tie that is shown is a row, and so is every actor. */
isgraph.table = (() => {
  const { dates, dom, evidence, model, state, texts } = isgraph;
  const { make } = dom;
  const root = dom.get("table");
  const { columns } = texts;

  /** @type {[string, (claim: any) => string][]} */
  const TIES = [
    [columns.subject, (claim) => model.label(claim.from)],
    [columns.relation, (claim) => evidence.spoken(claim)],
    [columns.object, (claim) => model.label(claim.to)],
    [columns.status, (claim) => claim.status],
    [columns.modality, (claim) => claim.modality],
    [columns.when, (claim) => (claim.valid_time || !claim.as_of ? evidence.when(claim) : texts.asOfDay(dates.inWords(claim.as_of)))],
    [columns.who, (claim) => claim.claimants?.join(", ") ?? ""],
    [columns.where, (claim) => [claim.document_id || claim.document, evidence.place(claim, true)].filter(Boolean).join(", ")],
    [columns.id, (claim) => claim.id],
  ];
  /** @type {[string, (actor: any) => string|number][]} */
  const ACTORS = [
    [columns.name, (actor) => actor.label],
    [columns.class, (actor) => actor.kind_label],
    [columns.count, (actor) => model.degree(actor.id)],
  ];
  const sorting = { tie: { column: 0, down: false }, actor: { column: 2, down: true } };

  /** @param {"tie"|"actor"} type @param {string} caption @param {[string, (thing: any) => any][]} heads @param {any[]} things */
  function table(type, caption, heads, things) {
    const order = sorting[type];
    const value = heads[order.column][1];
    // Dates sort as they are written in the data, not as they are spoken.
    const sortable = heads[order.column][0] === columns.when ? (/** @type {any} */ claim) => claim.valid_time ?? claim.begin_earliest ?? claim.as_of ?? "" : value;
    const rows = [...things].sort((a, b) => {
      const [x, y] = [sortable(a), sortable(b)];
      const before = typeof x === "number" ? x - y : x.localeCompare(y, "en-GB");
      return (order.down ? -before : before) || (a.id < b.id ? -1 : 1);
    });
    const head = make("tr", {}, ...heads.map(([name], i) => make("th", {
      scope: "col", "aria-sort": i === order.column ? (order.down ? "descending" : "ascending") : undefined,
    }, make("button", {
      type: "button", class: "sort", onclick: () => {
        sorting[type] = { column: i, down: i === order.column && !order.down };
        refresh();
        /** @type {HTMLElement} */ (root.querySelectorAll(`table.${type} .sort`)[i]).focus();
      },
    }, name, i === order.column && (order.down ? " ▾" : " ▴")))));
    const open = (/** @type {string} */ id) => {
      state.select({ type, id });
      evidence.focus();
    };
    const { selection } = state.current;
    const body = make("tbody", {}, ...rows.map((thing, i) => make("tr", {
      tabindex: i === 0 ? "0" : "-1",
      "data-id": thing.id,
      "aria-selected": String(selection?.type === type && selection.id === thing.id),
      onclick: () => open(thing.id),
      onkeydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        open(thing.id);
      },
      onfocus: (/** @type {FocusEvent} */ event) => {
        const row = /** @type {HTMLElement} */ (event.currentTarget);
        row.parentElement?.querySelector("[tabindex='0']")?.setAttribute("tabindex", "-1");
        row.tabIndex = 0;
      },
    }, ...heads.map(([, text], column) => make(column ? "td" : "th", column ? {} : { scope: "row" }, String(text(thing)))))));
    dom.arrows(body, "tr");
    return make("table", { class: type, role: "grid" }, make("caption", {}, caption), make("thead", {}, head), body);
  }

  function refresh() {
    root.hidden = state.current.view !== "table";
    // Unseen, but with its size: the canvas has to know it.
    dom.get("picture").classList.toggle("away", !root.hidden);
    if (root.hidden) return;
    const { scrollTop } = root;
    root.replaceChildren(
      make("p", { class: "hint" }, texts.tableHint),
      table("tie", texts.ties(texts.claims(model.shownClaims.length)), TIES, model.shownClaims),
      table("actor", texts.actorTable(texts.actors(model.shownActors.length)), ACTORS, model.shownActors),
    );
    root.scrollTop = scrollTop;
  }

  /** Mark the row of what is selected, without a new table. */
  function mark() {
    const { selection } = state.current;
    for (const row of root.querySelectorAll("tbody tr")) {
      const chosen = selection?.id === row.getAttribute("data-id");
      row.setAttribute("aria-selected", String(chosen));
    }
  }

  return { refresh, mark };
})();
