/**
 * Whether a claim held on a day, as the four bounds of its time tell; it reads no clock.
 * Days are written `YYYY-MM-DD`, so they compare as text.
 */
isgraph.moments = (() => {
  /**
   * The same rule as `isgraph.dates.certainty`.
   * @param {any} claim
   * @param {string} day
   * @returns {"certain"|"possible"|null} Null: it is not known to hold, or known not to.
   */
  function certainty(claim, day) {
    const { begin_earliest: first, begin_latest: begun, end_earliest: lasts, end_latest: last } = claim;
    if ((first && day < first) || (last && last < day)) return null;
    return begun && lasts && begun <= day && day <= lasts ? "certain" : "possible";
  }

  /** The days that the time of a claim names, the first first. @param {any} claim @returns {string[]} */
  const stated = ({ begin_earliest, begin_latest, end_earliest, end_latest }) =>
    [begin_earliest, begin_latest, end_earliest, end_latest].filter(Boolean).sort();

  /**
   * How a claim stands in the view.
   * @param {any} claim
   * @param {{on: string|null, since: string|null}} when
   * @returns {{certainty: "certain"|"possible"|"past"|null, change: "begun"|"ended"|null}}
   * `past`: not known to hold on the day. `certainty` is null where no day is asked for.
   */
  function stand(claim, { on, since }) {
    if (!on) return { certainty: null, change: null };
    const now = certainty(claim, on);
    if (!since) return { certainty: now ?? "past", change: null };
    const then = certainty(claim, since);
    const change = now && !then ? "begun" : then && !now ? "ended" : null;
    return { certainty: now ?? "past", change };
  }

  return { certainty, stated, stand };
})();
