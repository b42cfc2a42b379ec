/**
 * The axis of time that slider and timeline share: all years of the data, a year the wider the
 * more claims name a day in it, since most are of the last months; it draws nothing.
 *
 * @typedef {{day: string, next: string, left: number, right: number}} Stretch Places are 0 to 1.
 */
isgraph.scale = (() => {
  const { data, days, moments } = isgraph;
  const claims = [...data.claims.values(), ...data.facts.values()];
  const stated = claims.map(moments.stated);
  const others = [data.about.on, ...claims.map((claim) => claim.published)].filter(Boolean);
  const ends = [...stated.flatMap((some) => [some[0], some[some.length - 1]]), ...others].filter(Boolean).sort();
  /** @type {string[]} Days on which documents came out. */
  const publications = [...new Set(claims.map((claim) => claim.published).filter(Boolean))].sort();
  const years = measure();

  /** @returns {Stretch[]} */
  function measure() {
    if (!ends.length) return [];
    const [first, last] = [ends[0], ends[ends.length - 1]].map((day) => Number(day.slice(0, 4)));
    /** @type {Map<number, number>} */ const named = new Map();
    for (const some of stated) {
      for (const year of new Set(some.map((day) => Number(day.slice(0, 4))))) named.set(year, (named.get(year) ?? 0) + 1);
    }
    const widths = Array.from({ length: last - first + 1 }, (_, i) => 1 + Math.sqrt(named.get(first + i) ?? 0));
    const total = widths.reduce((sum, width) => sum + width, 0);
    let left = 0;
    return widths.map((width, i) => {
      const start = left;
      left += width / total;
      return { day: `${first + i}-01-01`, next: `${first + i + 1}-01-01`, left: start, right: left };
    });
  }

  /** @param {string} day @returns {number} 0 to 1; a day outside stands at the nearest end. */
  function place(day) {
    if (!years.length || day < years[0].day) return 0;
    const year = years[Number(day.slice(0, 4)) - Number(years[0].day.slice(0, 4))];
    if (!year) return 1;
    const from = days.number(year.day);
    return year.left + ((days.number(day) - from) / (days.number(year.next) - from)) * (year.right - year.left);
  }

  /** @param {number} place @returns {string} The day that stands there. */
  function day(place) {
    const year = years.find(({ right }) => place < right) ?? years[years.length - 1];
    const from = days.number(year.day);
    const share = (place - year.left) / (year.right - year.left);
    const length = days.number(year.next) - from;
    return days.text(from + Math.max(0, Math.min(length - 1, Math.floor(share * length))));
  }

  /** @type {Stretch[]} */
  const months = years.flatMap((year) => Array.from({ length: 12 }, (_, i) => {
    const day = days.moveMonths(year.day, i);
    const next = days.moveMonths(year.day, i + 1);
    return { day, next, left: place(day), right: i === 11 ? year.right : place(next) };
  }));

  /** @param {string} day */
  const monthAt = (day) => (Number(day.slice(0, 4)) - Number(years[0].day.slice(0, 4))) * 12 + Number(day.slice(5, 7)) - 1;

  /**
   * Count claims by month. Before its first and after its last stated day nothing is said of a
   * claim, though it may have held: there it is not counted.
   * @param {any[]} claims
   * @returns {{held: number, touched: number}[]} Held: surely on some day of the month. Touched:
   *   the month is in its stated time, and no more is sure.
   */
  function tally(claims) {
    const sums = months.map(() => ({ held: 0, touched: 0 }));
    for (const claim of claims) {
      const days = moments.stated(claim);
      if (!days.length) continue;
      const { begin_latest: begun, end_earliest: lasts } = claim;
      const [from, to] = begun && lasts ? [monthAt(begun), monthAt(lasts)] : [Infinity, -Infinity];
      const last = monthAt(days[days.length - 1]);
      for (let month = monthAt(days[0]); month <= last; month++) sums[month][from <= month && month <= to ? "held" : "touched"]++;
    }
    return sums;
  }

  return {
    tally, years, months, publications, place, day,
    first: years[0]?.day ?? null,
    last: years.length ? days.move(years[years.length - 1].next, -1) : null,
    /** Those that have room for a name. @param {Stretch[]} some @param {number} width Of the axis, in pixels. @param {number} room Of a name. */
    named(some, width, room) {
      let free = -Infinity;
      // From the last, so that the latest year is always named.
      return [...some].reverse().filter(({ left, right }) => {
        const middle = ((left + right) / 2) * width;
        if (free !== -Infinity && middle + room / 2 > free) return false;
        if (middle + room / 2 > width && some.length > 1) return false;
        free = middle - room / 2;
        return true;
      });
    },
  };
})();
