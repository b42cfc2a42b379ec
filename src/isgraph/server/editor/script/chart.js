/** A picture of an answer: bars, or spans along time. */
isgraph.chart = (() => {
  const { dom, table } = isgraph;
  const { draw, make } = dom;
  const MOST = 40;
  const [LEFT, WIDTH, ROW] = [250, 860, 26];
  /** @typedef {{sort: string, of: string, by: string}} Hint */
  /** @typedef {import("./table").Row} Row */

  /**
   * @param {Hint|null} wanted @param {string[]} columns @param {any[]} rows
   * @returns {Hint|null} What can be drawn: what the question says, else a column of numbers by one of names.
   */
  function fitting(wanted, columns, rows) {
    if (!rows.length) return null;
    if (wanted && columns.includes(wanted.of) && columns.includes(wanted.by)) return wanted;
    const of = columns.find((column) => rows.some((row) => table.number(row[column])));
    const by = columns.find((column) => column !== of && rows.some((row) => row[column]));
    return of && by ? { sort: "bars", of, by } : null;
  }

  /** @param {Hint} hint @param {any[]} rows */
  function build({ sort, of, by }, rows) {
    const span = sort === "timeline" ? days : amount;
    const there = rows.flatMap((row) => {
      const found = row[of] && span(row[of].value);
      return found ? [{ label: row[by]?.value ?? "", text: row[of].value, from: found[0], to: found[1] }] : [];
    });
    there.sort(sort === "timeline" ? (one, other) => one.from - other.from : (one, other) => other.to - one.to);
    const drawn = there.slice(0, MOST);
    if (!drawn.length) return make("p", {}, `No row has a ${of} that can be drawn.`);
    const least = Math.min(...drawn.map(({ from }) => from));
    const most = Math.max(...drawn.map(({ to }) => to));
    const scale = (/** @type {number} */ value) => LEFT + ((value - least) / (most - least || 1)) * (WIDTH - LEFT - 110);
    const height = drawn.length * ROW + 8;
    const note = there.length > drawn.length ? ` The ${drawn.length} ${sort === "timeline" ? "earliest" : "largest"} of ${there.length}.` : "";
    const missing = rows.length - there.length ? ` ${rows.length - there.length} rows have none.` : "";
    const title = `${of} by ${by}.${note}${missing}`;
    return make("figure", { class: "chart" },
      /** @type {any} */ (draw("svg", { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": `${title} The table holds the same.` },
        ...drawn.flatMap(({ label, text, from, to }, i) => {
          const [x, y] = [scale(from), i * ROW + 4];
          const width = Math.max(3, scale(to) - x);
          const short = label.length > 34 ? `${label.slice(0, 33)}…` : label;
          return [draw("text", { x: LEFT - 10, y: y + 15, "text-anchor": "end" }, short),
            draw("rect", { x, y: y + 2, width, height: ROW - 8, rx: 2 }, draw("title", {}, `${label}: ${text}`)),
            draw("text", { x: x + width + 8, y: y + 15, class: "value" }, sort === "timeline" ? text : Number(text).toLocaleString("en-GB"))];
        }))),
      make("figcaption", {}, title));
  }

  /** @param {string} text @returns {[number, number]|null} */
  function amount(text) {
    const value = Number(text);
    return Number.isFinite(value) && text.trim() ? [0, value] : null;
  }

  /** @param {string} text A date, part of one, or two with / between. @returns {[number, number]|null} */
  function days(text) {
    const ends = [...text.matchAll(/(\d{4})(?:-(\d\d))?(?:-(\d\d))?/g)].map(([, year, month, day]) => [
      Date.UTC(Number(year), month ? Number(month) - 1 : 0, Number(day ?? 1)),
      day ? Date.UTC(Number(year), Number(month) - 1, Number(day)) : month ? Date.UTC(Number(year), Number(month), 0) : Date.UTC(Number(year), 11, 31),
    ]);
    return ends.length ? [ends[0][0], ends[ends.length - 1][1]] : null;
  }

  return { build, fitting };
})();
