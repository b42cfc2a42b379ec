/** Dates in plain words; it compares nothing. */
isgraph.dates = (() => {
  const { date: words, months, seasons } = isgraph.texts;

  /**
   * @param {string|null|undefined} edtf A date of our EDTF subset.
   * @returns {string} The same in words; text that is no date stays as it is.
   */
  function inWords(edtf) {
    if (!edtf) return "";
    const [from, to] = edtf.split("/");
    if (to === undefined) return single(edtf);
    const unknown = (/** @type {string} */ end) => end === "" || end === "..";
    if (unknown(from) && unknown(to)) return isgraph.texts.notStated;
    if (unknown(from)) return words.until(single(to));
    if (to === "..") return words.since(single(from));
    if (to === "") return words.sinceUnknown(single(from));
    return words.span(single(from), single(to));
  }

  /** @param {string} text One date. @returns {string} */
  function single(text) {
    if (text.startsWith("..")) return words.before(single(text.slice(2)));
    if (text.endsWith("..")) return words.after(single(text.slice(0, -2)));
    const mark = /[~?%]$/.exec(text)?.[0];
    const bare = mark ? text.slice(0, -1) : text;
    const day = plain(bare);
    if (mark === "~") return words.about(day);
    if (mark === "?") return words.perhaps(day);
    if (mark === "%") return words.perhaps(words.about(day));
    return day;
  }

  /** @param {string} text */
  function plain(text) {
    const decade = /^(\d{3})X$/.exec(text);
    if (decade) return words.decade(decade[1]);
    const parts = /^(\d{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?$/.exec(text);
    if (!parts) return text;
    const [, year, month, day] = parts;
    if (!month) return year;
    if (month === "XX") return words.some(year);
    const season = seasons[/** @type {21} */ (Number(month))];
    if (season) return `${season} ${year}`;
    const name = months[Number(month) - 1];
    if (!name) return text;
    if (!day) return `${name} ${year}`;
    if (day === "XX") return words.some(`${name} ${year}`);
    return `${Number(day)} ${name} ${year}`;
  }

  return { inWords };
})();
