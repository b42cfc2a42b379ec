/** Rows as a table: sorted by a click, a page of them at a time, every name a link. */
isgraph.table = (() => {
  const { dom, names } = isgraph;
  const { make } = dom;
  const [STEP, LONG] = [200, 600];
  const CLAIMS = /^c\d{4,}(, c\d{4,})*$/;
  const words = new Intl.Collator("en", { numeric: true });
  /** @typedef {{type: string, value: string, datatype?: string, "xml:lang"?: string}} Term */
  /** @typedef {Record<string, Term|undefined>} Row */

  /** @param {Term|undefined} term */
  const isNumber = (term) => /#(integer|decimal|double|float|int|long|nonNegativeInteger)$/.test(term?.datatype ?? "");

  /** Whether all that a column holds are numbers. @param {Row[]} rows @param {string} column */
  function isNumeric(rows, column) {
    const there = rows.filter((row) => row[column]);
    return there.length > 0 && there.every((row) => isNumber(row[column]));
  }

  /** @param {Term|undefined} term */
  function cell(term) {
    if (!term) return make("td", {});
    const { type, value } = term;
    if (type === "uri") {
      const short = names.short(value);
      const label = short && names.label(short);
      return make("td", {}, link(names.page(value), short ?? value), label && make("small", {}, ` ${label}`));
    }
    if (isNumber(term)) return make("td", { class: "number" }, value);
    const shown = CLAIMS.test(value)
      ? make("span", {}, ...value.split(", ").flatMap((id, place) => [place ? ", " : "", link(`claim/${id}`, id)]))
      : link(names.bearer(value), value || "(empty)");
    const inside = value.length > LONG ? make("div", { class: "long", tabindex: "0" }, shown) : shown;
    return make("td", { dir: "auto", lang: term["xml:lang"] }, inside);
  }

  /** @param {string|null} address @param {string} text */
  const link = (address, text) => make(address ? "a" : "span", { href: address, rel: address && "noopener" }, text);

  /** @param {Term} one @param {Term} other */
  const compare = (one, other) => isNumber(one) && isNumber(other)
    ? Number(one.value) - Number(other.value) : words.compare(one.value, other.value);

  /** @param {Row[]} rows @param {string} by @param {boolean} down @returns {Row[]} Those without a value last. */
  function sort(rows, by, down) {
    const there = rows.filter((row) => row[by]);
    there.sort((one, other) => compare(/** @type {Term} */ (one[by]), /** @type {Term} */ (other[by])) * (down ? -1 : 1));
    return [...there, ...rows.filter((row) => !row[by])];
  }

  /** @param {string[]} columns @param {Row[]} rows */
  function build(columns, rows) {
    let [by, down, shown] = ["", false, STEP];
    let sorted = rows;
    const body = make("tbody", {});
    const more = make("button", { type: "button", onclick: () => { shown += STEP; render(); } });
    const heads = columns.map((column) => make("th", { scope: "col", class: isNumeric(rows, column) && "number" },
      make("button", { type: "button", onclick: () => {
        down = by === column && !down;
        by = column;
        sorted = sort(rows, by, down);
        render();
      } }, column)));

    function render() {
      body.replaceChildren(...sorted.slice(0, shown).map((row) => make("tr", {}, ...columns.map((column) => cell(row[column])))));
      heads.forEach((head, i) => {
        if (columns[i] === by) head.setAttribute("aria-sort", down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      more.hidden = shown >= rows.length;
      more.textContent = more.hidden ? "" : `Show ${Math.min(STEP, rows.length - shown)} more of ${rows.length.toLocaleString("en-GB")} rows`;
    }

    render();
    return make("div", {},
      make("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Rows" },
        make("table", {}, make("thead", {}, make("tr", {}, ...heads)), body)), more);
  }

  return { build, isNumeric };
})();
