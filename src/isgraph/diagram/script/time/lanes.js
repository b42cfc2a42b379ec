/**
 * Where claims lie along time: each a mark with its ends, stacked where marks overlap; it draws
 * nothing.
 *
 * @typedef {{claim: any, left: number, right: number, core: [number, number]|null, at: number,
 *   openLeft: boolean, openRight: boolean, point: boolean, word: string, wordAt: number,
 *   from: number, to: number, lane: number}} LaneMark
 * `left` to `right` is what is possible, `core` what is certain, `at` where the head stands;
 * `from` to `to` is the room that the mark takes, with arrows and word. All in pixels.
 */
isgraph.lanes = (() => {
  const { days, moments, scale, texts } = isgraph;
  const HEAD = 7;
  const ARROW = 13;
  const LETTER = 6.2;

  /** What has to be written beside a mark. @param {any} claim */
  const word = (claim) => [claim.negated && texts.negatedMark, claim.status === "denied" && claim.status, claim.modality !== "actual" && claim.modality]
    .filter(Boolean).join(" ");

  /** @param {any} claim With a stated time. @param {number} width Of the axis. @returns {LaneMark} */
  function mark(claim, width) {
    const x = (/** @type {string} */ day) => scale.place(day) * width;
    const after = (/** @type {string} */ day) => x(days.move(day, 1));
    const { begin_earliest, begin_latest, end_earliest, end_latest } = claim;
    // Only days on which it was so: nothing is said of what was before or after.
    const point = !begin_earliest && !end_latest && begin_latest && end_earliest && begin_latest >= end_earliest;
    const some = moments.stated(claim);
    const left = x(some[0]);
    const right = after(some[some.length - 1]);
    const known = begin_earliest || begin_latest;
    const [first, last] = point ? [end_earliest, begin_latest]
      : known ? [begin_earliest ?? begin_latest, begin_latest ?? begin_earliest]
      : [end_earliest ?? end_latest, end_latest ?? end_earliest];
    const at = (x(first) + after(last)) / 2;
    const openLeft = !point && !begin_earliest;
    const openRight = !point && !end_latest;
    const said = word(claim);
    const from = Math.min(left - (openLeft ? ARROW : 0), at - HEAD);
    const to = Math.max(right + (openRight ? ARROW : 0), at + HEAD);
    const room = said ? said.length * LETTER + 6 : 0;
    // At the right end there is no room behind the mark.
    const before = to + room > width;
    return {
      claim, left, right, at, openLeft, openRight, point: Boolean(point), word: said,
      core: begin_latest && end_earliest && begin_latest <= end_earliest && !point ? [x(begin_latest), after(end_earliest)] : null,
      from: from - (before ? room : 0), to: to + (before ? 0 : room), wordAt: before ? from - room + 2 : to + 3, lane: 0,
    };
  }

  /**
   * Marks in their order of time, each in the first lane that is free.
   * @param {any[]} claims With a stated time.
   * @param {number} width
   * @returns {{marks: LaneMark[], lanes: number}}
   */
  function stack(claims, width) {
    const marks = claims.map((claim) => mark(claim, width))
      .sort((a, b) => a.from - b.from || a.to - b.to || (a.claim.id < b.claim.id ? -1 : 1));
    /** @type {number[]} Where each lane is free again. */ const free = [];
    for (const mark of marks) {
      const lane = free.findIndex((end) => end + 3 <= mark.from);
      mark.lane = lane < 0 ? free.length : lane;
      free[mark.lane] = mark.to;
    }
    return { marks, lanes: Math.max(1, free.length) };
  }

  /**
   * Claims by actor, the most tied first: of all actors, or of those that one actor is tied to.
   * @param {any[]} claims
   * @param {any[]} everyDay The same without a choice of day; they give the order, so that rows
   *   stay in their places while the day moves.
   * @param {string|null} centre Its own row is the first.
   * @param {(id: string) => string} label
   * @returns {{id: string, claims: any[]}[]}
   */
  function rows(claims, everyDay, centre, label) {
    const order = [...byActor(everyDay, centre)]
      .sort(([a, m], [b, n]) => n.length - m.length || label(a).localeCompare(label(b), "en-GB"));
    const some = byActor(claims, centre);
    const ids = new Set([...(centre ? [centre] : []), ...order.map(([id]) => id), ...some.keys()]);
    return [...ids].flatMap((id) => (some.has(id) ? [{ id, claims: some.get(id) ?? [] }] : []));
  }

  /** @param {any[]} claims @param {string|null} centre @returns {Map<string, any[]>} */
  function byActor(claims, centre) {
    const rows = new Map();
    for (const claim of claims) {
      const ends = centre ? [claim.from === centre ? claim.to : claim.from] : new Set([claim.from, claim.to]);
      for (const end of ends) {
        const row = rows.get(end);
        if (row) row.push(claim);
        else rows.set(end, [claim]);
      }
    }
    return rows;
  }

  /** @param {any} claim */
  const dated = (claim) => moments.stated(claim).length > 0;

  return { stack, rows, dated };
})();
