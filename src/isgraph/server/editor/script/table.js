/** Rows as a table: sorted by a click, a page of them at a time, every name a link. */
isgraph.table = (() => {
  const { dom, names } = isgraph;
  const { make } = dom;
  const STEP = 200;
  /** @typedef {{type: string, value: string, datatype?: string, "xml:lang"?: string}} Term */
  /** @typedef {Record<string, Term|undefined>} Row */

  /** @param {Term|undefined} term */
  const number = (term) => /#(integer|decimal|double|float|int|long|nonNegativeInteger)$/.test(term?.datatype ?? "");

  /** @param {string} column @param {Term|undefined} term */
  function cell(column, term) {
    if (!term) return make("td", {});
    if (term.type === "uri") {
      const short = names.short(term.value);
      const shown = short ?? term.value;
      const label = short && names.label(short);
      return make("td", {}, link(names.page(term.value), shown), label && make("small", {}, ` ${label}`));
    }
    if (/^claims?$/.test(column) && /^c\d{4,}$/.test(term.value)) return make("td", {}, link(`claim/${term.value}`, term.value));
    return make("td", { class: number(term) ? "number" : undefined, dir: "auto", lang: term["xml:lang"] }, term.value || "(empty)");
  }

  /** @param {string|null} address @param {string} text */
  const link = (address, text) => address ? make("a", { href: address, rel: "noopener" }, text) : make("span", {}, text);

  /** @param {Term|undefined} one @param {Term|undefined} other */
  function compare(one, other) {
    if (!one || !other) return one ? -1 : other ? 1 : 0;
    if (number(one) && number(other)) return Number(one.value) - Number(other.value);
    return one.value.localeCompare(other.value, "en", { numeric: true });
  }

  /** @param {string[]} columns @param {Row[]} rows */
  function build(columns, rows) {
    let [by, down, shown] = ["", false, STEP];
    const body = make("tbody", {});
    const more = make("button", { type: "button", onclick: () => { shown += STEP; render(); } });
    const heads = columns.map((column) => make("th", { scope: "col" }, make("button", { type: "button", onclick: () => {
      down = by === column && !down;
      by = column;
      render();
    } }, column)));

    function render() {
      const sorted = by ? rows.toSorted((one, other) => compare(one[by], other[by]) * (down ? -1 : 1)) : rows;
      body.replaceChildren(...sorted.slice(0, shown).map((row) => make("tr", {}, ...columns.map((column) => cell(column, row[column])))));
      heads.forEach((head, i) => {
        if (columns[i] === by) head.setAttribute("aria-sort", down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      more.hidden = shown >= rows.length;
      more.textContent = `Show ${Math.min(STEP, rows.length - shown)} more of ${rows.length.toLocaleString("en-GB")}`;
    }

    render();
    return make("div", {},
      make("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Rows" },
        make("table", {}, make("thead", {}, make("tr", {}, ...heads)), body)), more);
  }

  return { build, number };
})();
