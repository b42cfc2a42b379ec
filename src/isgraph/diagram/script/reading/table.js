/** The same selection as rows: ties, actors, and what is said of the actors alone. */
isgraph.table = (() => {
  const { columns, dom, evidence, state, texts } = isgraph;
  const { make } = dom;
  const root = dom.get("table");
  const SLICE = 500;
  /** Pixels that the columns of a tie need, and a column for the day or the change. */
  const ROOM = 640;
  const CLOCK = 70;
  const captions = { tie: texts.ties, actor: texts.actorTable, fact: texts.factTable };
  const counts = { tie: texts.claims, actor: texts.actors, fact: texts.claims };
  const sorting = {
    tie: { name: "subject", down: false },
    actor: { name: "count", down: true },
    fact: { name: "actor", down: false },
  };
  /** @typedef {keyof typeof sorting} Sort */
  const sorts = /** @type {Sort[]} */ (Object.keys(sorting));

  const words = /** @type {HTMLInputElement} */ (make("input", {
    type: "search", placeholder: texts.narrow, "aria-label": texts.narrowLabel, autocomplete: "off", spellcheck: "false",
    oninput: () => isgraph.start.say(texts.rows(refresh())),
  }));
  const jumps = make("div", { class: "jumps", role: "group", "aria-label": texts.jumps });
  const body = make("div", { class: "tables" });
  root.append(make("div", { class: "bar" }, words, jumps), make("p", { class: "hint" }, texts.tableHint), body);

  /** @param {Sort} sort @param {any} thing */
  const selectionOf = (sort, thing) => ({ type: /** @type {"actor"|"tie"} */ (sort === "actor" ? "actor" : "tie"), id: thing.id });

  /** @param {Sort} sort @param {any[]} things */
  function table(sort, things) {
    const all = columns.of(sort);
    const list = make("tbody", { role: "rowgroup" });
    const more = make("button", { type: "button", class: "more", onclick: () => grow() });

    /** Take the next slice of rows in, since thousands at once would hold the page up. */
    function grow() {
      const from = list.childElementCount;
      list.append(...things.slice(from, from + SLICE).map((thing, i) => row(sort, all, thing, from + i === 0)));
      const rest = things.length - list.childElementCount;
      more.hidden = rest === 0;
      more.textContent = texts.moreRows(Math.min(SLICE, rest), list.childElementCount, things.length);
    }

    list.addEventListener("keydown", ({ key, target }) => {
      if (key === "ArrowDown" && target === list.lastElementChild && !more.hidden) grow();
    });
    dom.arrows(list, "tr");
    grow();
    const total = columns.things(sort).length;
    const caption = things.length === total ? captions[sort](counts[sort](total)) : texts.some(captions[sort](counts[sort](total)), things.length);
    return make("section", { "aria-label": caption },
      make("table", { class: sort, role: "grid", "aria-rowcount": things.length + 1 },
        make("caption", {}, caption),
        make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...all.map((column) => head(sort, column)))),
        list),
      more);
  }

  /** @param {Sort} sort @param {any} column */
  function head(sort, { name, head }) {
    const order = sorting[sort];
    const here = order.name === name;
    return make("th", { scope: "col", role: "columnheader", class: `col-${name}`, "aria-sort": here ? (order.down ? "descending" : "ascending") : undefined },
      make("button", {
        type: "button", class: "sort", onclick: () => {
          sorting[sort] = { name, down: here && !order.down };
          refresh();
          /** @type {HTMLElement} */ (root.querySelector(`table.${sort} th.col-${name} .sort`)).focus();
        },
      }, head, make("span", { "aria-hidden": "true" }, here ? (order.down ? " ▾" : " ▴") : "")));
  }

  /** @param {Sort} sort @param {any[]} all @param {any} thing @param {boolean} first */
  function row(sort, all, thing, first) {
    const selection = selectionOf(sort, thing);
    return make("tr", {
      role: "row", tabindex: first ? "0" : "-1", "data-id": thing.id,
      "aria-selected": String(isSelected(selection)),
      onclick: () => evidence.go(selection),
      onkeydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        evidence.go(selection);
      },
      onfocus: (/** @type {FocusEvent} */ event) => {
        const row = /** @type {HTMLElement} */ (event.currentTarget);
        row.parentElement?.querySelector("[tabindex='0']")?.setAttribute("tabindex", "-1");
        row.tabIndex = 0;
      },
    }, ...all.map(({ name, head, text }, i) =>
      make(i ? "td" : "th", { class: `col-${name}`, role: i ? "gridcell" : "rowheader", scope: i ? undefined : "row", "data-head": head }, String(text(thing)))));
  }

  /** @param {{type: string, id: string}} one */
  const isSelected = ({ type, id }) => state.current.selection?.type === type && state.current.selection.id === id;

  /** A row whose columns do not fit becomes a card. */
  function fit() {
    const { on, since } = state.current;
    root.classList.toggle("cards", root.clientWidth < ROOM + (on ? CLOCK : 0) + (on && since ? CLOCK : 0));
  }

  /** @returns {number} Rows in all tables, those that wait for their slice included. */
  function refresh() {
    const { scrollTop } = root;
    fit();
    const filled = sorts.filter((sort) => columns.things(sort).length);
    const rows = filled.map((sort) => columns.rows(sort, sorting[sort], words.value));
    const tables = filled.map((sort, i) => table(sort, rows[i]));
    jumps.replaceChildren(...filled.map((sort, i) => make("button", {
      type: "button", onclick: () => {
        tables[i].scrollIntoView();
        /** @type {HTMLElement|null} */ (tables[i].querySelector("tr[tabindex='0']"))?.focus({ preventScroll: true });
      },
    }, texts.jump[sort], make("span", { class: "count" }, rows[i].length.toLocaleString("en-GB")))));
    body.replaceChildren(...tables);
    root.scrollTop = scrollTop;
    show();
    return rows.reduce((sum, some) => sum + some.length, 0);
  }

  /** Mark the row of what is selected, without a new table. */
  function mark() {
    if (root.hidden) return;
    for (const row of root.querySelectorAll("tr[aria-selected='true']")) row.setAttribute("aria-selected", "false");
    show()?.setAttribute("aria-selected", "true");
  }

  /** Bring the row of what is selected into view. */
  function show() {
    const { selection } = state.current;
    if (!selection) return null;
    const tables = selection.type === "actor" ? "table.actor" : "table:not(.actor)";
    const row = root.querySelector(`${tables} tr[data-id='${CSS.escape(selection.id)}']`);
    if (row) dom.bring(row, root, 90);
    return row;
  }

  new ResizeObserver(fit).observe(root);
  return {
    refresh, mark,
    /** All of a sort in the order of its table, narrowed or not. @param {Sort} sort */
    inOrder: (sort) => columns.rows(sort, sorting[sort]),
  };
})();
