/** A picture of an answer: bars, or spans along time. */
isgraph.chart = (() => {
  const { dom, table } = isgraph;
  const { draw, get, make } = dom;
  const MOST = 40;
  const [WIDEST, ROW, LETTER] = [900, 26, 7.4];
  /** @typedef {{sort: string, of: string, by: string}} Hint */
  /** @typedef {{label: string, text: string, from: number, to: number}} Bar */

  /**
   * @param {Hint|null} wanted @param {string[]} columns @param {any[]} rows
   * @returns {Hint|null} What can be drawn: what the question says, else a column of numbers by one of names.
   */
  function fitting(wanted, columns, rows) {
    if (wanted && columns.includes(wanted.of) && columns.includes(wanted.by)) return wanted;
    const of = columns.find((column) => table.isNumeric(rows, column));
    const by = columns.find((column) => !table.isNumeric(rows, column));
    return of && by ? { sort: "bars", of, by } : null;
  }

  /** @param {Hint} hint @param {any[]} rows */
  function build({ sort, of, by }, rows) {
    const isTime = sort === "timeline";
    /** @type {Bar[]} */
    const there = rows.flatMap((row) => {
      const text = row[of]?.value ?? "";
      const ends = isTime ? days(text) : amount(text);
      return ends ? [{ label: row[by]?.value ?? "", text: isTime ? text : ends.reduce((a, b) => a + b).toLocaleString("en-GB"), from: ends[0], to: ends[1] }] : [];
    });
    if (!there.length) return make("p", {}, `No row has a ${of} that can be drawn.`);
    there.sort(isTime ? (one, other) => one.from - other.from : (one, other) => other.to - one.to);
    const cut = there.length > MOST ? ` The ${MOST} ${isTime ? "earliest" : "largest"} of ${there.length}.` : "";
    const without = rows.length - there.length;
    const missing = without ? ` ${without} row${without === 1 ? " has" : "s have"} none.` : "";
    const title = `${of.replaceAll("_", " ")} by ${by.replaceAll("_", " ")}.${cut}${missing}`;
    return make("figure", { class: "chart" },
      make("figcaption", {}, title),
      /** @type {any} */ (picture(there.slice(0, MOST), `${title} The table holds the same.`)));
  }

  /** @param {Bar[]} bars @param {string} title */
  function picture(bars, title) {
    const width = Math.max(320, Math.min(WIDEST, get("desk").clientWidth));
    const left = Math.min(width * 0.42, LETTER * Math.max(...bars.map(({ label }) => label.length)) + 14);
    const right = LETTER * Math.max(...bars.map(({ text }) => text.length)) + 12;
    const ends = bars.flatMap(({ from, to }) => [from, to]).filter(Number.isFinite);
    const [least, most] = [Math.min(...ends), Math.max(...ends)];
    const scale = (/** @type {number} */ value) => left + ((Math.max(least, Math.min(most, value)) - least) / (most - least || 1)) * Math.max(20, width - left - right);
    const letters = Math.floor((left - 14) / LETTER);
    return draw("svg", { viewBox: `0 0 ${width} ${bars.length * ROW}`, width, role: "img", "aria-label": title },
      ...bars.flatMap(({ label, text, from, to }, i) => {
        const [x, y] = [scale(from), i * ROW];
        const length = Math.max(3, scale(to) - x);
        const short = label.length > letters ? `${label.slice(0, letters - 1)}…` : label;
        return [draw("text", { x: left - 10, y: y + 17, "text-anchor": "end" }, short),
          draw("rect", { x, y: y + 4, width: length, height: ROW - 8, rx: 2 }, draw("title", {}, `${label}: ${text}`)),
          draw("text", { x: x + length + 8, y: y + 17, class: "value" }, text)];
      }));
  }

  /** @param {string} text @returns {[number, number]|null} From nought to it, either way. */
  function amount(text) {
    const value = Number(text);
    return Number.isFinite(value) && text.trim() ? [Math.min(0, value), Math.max(0, value)] : null;
  }

  /** @param {string} text A date, part of one, or two with / between; .. is an open end. @returns {[number, number]|null} */
  function days(text) {
    const ends = [...text.matchAll(/(\d{4})(?:-(\d\d))?(?:-(\d\d))?/g)].map(([, year, month, day]) => [
      Date.UTC(Number(year), month ? Number(month) - 1 : 0, Number(day ?? 1)),
      day ? Date.UTC(Number(year), Number(month) - 1, Number(day)) : month ? Date.UTC(Number(year), Number(month), 0) : Date.UTC(Number(year), 11, 31),
    ]);
    if (!ends.length) return null;
    return [text.startsWith("../") ? -Infinity : ends[0][0], text.endsWith("/..") ? Infinity : ends[ends.length - 1][1]];
  }

  return { build, fitting };
})();
