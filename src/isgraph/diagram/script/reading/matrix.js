/** Ties between camps, or between classes of actors, counted by family: rows act on columns. */
isgraph.matrix = (() => {
  const { dom, legend, model, state, texts } = isgraph;
  const { make } = dom;
  const { look } = model;
  const root = dom.get("matrix");

  /**
   * @typedef {{id: string, label: string, icon: Node|null}} Side A row and a column.
   * @typedef {{from: string, to: string, families: Map<string, any[]>, total: number}} Cell
   */

  /** Ways to gather actors: name → the side on which an actor stands. */
  const WAYS = {
    camp: {
      of: (/** @type {any} */ actor) => actor.camp ?? "none",
      label: (/** @type {string} */ id) => model.camps.get(id)?.label ?? texts.noCamp,
      icon: (/** @type {string} */ id) => legend.shapeIcon("circle", model.camps.get(id) ?? look.noCamp),
      order: [...model.camps.keys(), "none"],
    },
    class: {
      of: (/** @type {any} */ actor) => actor.set,
      label: (/** @type {string} */ id) => look.groups[id].label,
      icon: (/** @type {string} */ id) => legend.shapeIcon(look.groups[id].shape),
      order: Object.keys(look.groups).sort((a, b) => look.groups[a].order - look.groups[b].order),
    },
  };

  const way = () => WAYS[/** @type {"camp"|"class"} */ (model.camps.size ? state.current.by : "class")];
  const order = (/** @type {string} */ family) => look.families[family]?.order ?? 99;

  /** @returns {Map<string, Cell>} */
  function cells() {
    const { of } = way();
    /** @type {Map<string, Cell>} */ const found = new Map();
    for (const claim of model.shownClaims) {
      const [from, to] = [claim.from, claim.to].map((id) => of(model.actors.get(id)));
      for (const [row, column] of claim.is_symmetric && from !== to ? [[from, to], [to, from]] : [[from, to]]) {
        const key = `${row} ${column}`;
        const cell = found.get(key) ?? { from: row, to: column, families: new Map(), total: 0 };
        cell.families.set(claim.family, [...(cell.families.get(claim.family) ?? []), claim]);
        cell.total++;
        found.set(key, cell);
      }
    }
    return found;
  }

  /** What a cell holds, family by family. @param {Cell} cell @returns {[string, any[]][]} */
  const parts = (cell) => [...cell.families].sort(([a], [b]) => order(a) - order(b));

  /** @param {Cell} cell */
  const spoken = (cell) => texts.cell(way().label(cell.from), way().label(cell.to),
    parts(cell).map(([family, claims]) => `${model.family(family).label} ${claims.length}`).join(", "));

  /** @param {Cell|undefined} cell @param {number} most @param {string} key */
  function square(cell, most, key) {
    if (!cell) return make("td", { class: "none" }, "·");
    const chosen = state.current.cell === key;
    const bar = make("span", { class: "bar", "aria-hidden": "true" }, ...parts(cell).map(([family, claims]) => {
      const piece = isgraph.cards.tint(make("i"), family);
      piece.style.setProperty("--share", `${(100 * claims.length) / most}%`);
      return piece;
    }));
    return make("td", {}, make("button", {
      type: "button", "data-cell": key, "aria-pressed": String(chosen), "aria-label": spoken(cell),
      onclick: () => {
        state.change({ cell: chosen ? null : key });
        root.querySelector("section h3")?.scrollIntoView({ block: "nearest" });
      },
    }, ...parts(cell).map(([family, claims]) => make("span", { class: "part" }, legend.lineIcon(model.family(family)), String(claims.length))), bar));
  }

  /** The ties of a cell; each leads to its evidence. @param {Cell} cell */
  function ties(cell) {
    const lines = new Set([...cell.families.values()].flat().flatMap((claim) => model.lineOf(claim.id) ?? []));
    const sorted = [...lines].sort((a, b) => order(a.family) - order(b.family) || (a.from.label < b.from.label ? -1 : 1));
    return make("section", { "aria-label": spoken(cell) },
      make("h3", { tabindex: "-1" }, `${way().label(cell.from)} → ${way().label(cell.to)}`),
      make("ul", { class: "list" }, ...sorted.map((line) => isgraph.cards.tint(make("li", {}, make("button", {
        type: "button", class: "item", onclick: () => isgraph.evidence.go({ type: "tie", id: line.claims[0].id }),
      }, make("b", { class: "name" }, isgraph.evidence.headline(line)))), line.family))));
  }

  /** Let the arrow keys move from cell to cell. @param {KeyboardEvent} event */
  function steer(event) {
    const here = /** @type {HTMLElement} */ (event.target).closest("td");
    const [down, right] = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key] ?? [0, 0];
    if (!here || !(down || right)) return;
    event.preventDefault();
    let row = /** @type {HTMLTableRowElement} */ (here.parentElement);
    let column = /** @type {HTMLTableCellElement} */ (here).cellIndex;
    const rows = [...root.querySelectorAll("tbody tr")];
    let at = rows.indexOf(row);
    for (;;) {
      at += down;
      column += right;
      const button = rows[at]?.children[column]?.querySelector("button");
      if (!rows[at] || column < 1 || column >= row.cells.length) return;
      if (button) return button.focus();
    }
  }

  function refresh() {
    const all = cells();
    const sides = way().order.filter((id) => [...all.values()].some((cell) => cell.from === id || cell.to === id));
    const most = Math.max(1, ...[...all.values()].map((cell) => cell.total));
    const focused = /** @type {HTMLElement|null} */ (document.activeElement)?.dataset?.cell;
    const ways = Object.keys(WAYS).filter((name) => name !== "camp" || model.camps.size).map((name) => make("button", {
      type: "button", "aria-pressed": String(WAYS[/** @type {"camp"} */ (name)] === way()), onclick: () => state.change({ by: name, cell: null }),
    }, texts.matrixWays[/** @type {"camp"} */ (name)]));
    const choice = make("p", { class: "ways" }, texts.matrixBy, make("span", { class: "joined", role: "group", "aria-label": texts.matrixBy }, ...ways));
    const head = make("tr", {}, make("td", { class: "corner" }, texts.matrixCorner),
      ...sides.map((id) => make("th", { scope: "col" }, way().icon(id), make("span", {}, way().label(id)))));
    const body = sides.map((row) => make("tr", {}, make("th", { scope: "row" }, way().icon(row), make("span", {}, way().label(row))),
      ...sides.map((column) => square(all.get(`${row} ${column}`), most, `${row} ${column}`))));
    const cell = all.get(state.current.cell ?? "");
    root.replaceChildren(choice, make("p", { class: "hint" }, texts.matrixHint),
      sides.length ? make("div", { class: "scroller", tabindex: "0", role: "group", "aria-label": texts.views.matrix },
        make("table", { onkeydown: steer }, make("caption", { class: "unseen" }, texts.matrixCaption), make("thead", {}, head), make("tbody", {}, ...body)))
        : make("p", {}, texts.noTies),
      ...(cell ? [ties(cell)] : []));
    if (focused) /** @type {HTMLElement|null} */ (root.querySelector(`[data-cell="${CSS.escape(focused)}"]`))?.focus();
  }

  return { refresh };
})();
