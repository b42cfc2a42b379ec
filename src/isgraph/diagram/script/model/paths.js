/**
 * How two actors are connected: the fewest ties between them that can hold together on one day.
 *
 * Which way a tie points is not asked. A claim spans the days on which it may hold, a path the
 * days that all of its claims share. What is denied or negated connects nobody; what is planned,
 * pledged or expected only does where no actual ties do.
 *
 * @typedef {[string, string]} Span First and last day; `EVER` where it is open.
 * @typedef {{other: string, claims: {claim: any, span: Span, rank: number}[]}} Link
 * @typedef {{from: string, to: string, claims: any[]}} Step Its strongest claim first; each of
 *   its claims may hold on all days of the path.
 * @typedef {{steps: Step[], window: [string|null, string|null], weakest: number, prospective: boolean}} Path
 *   `weakest` is the number of the step with the weakest claims.
 */
isgraph.paths = (() => {
  const { filters, state } = isgraph;
  const { statuses } = isgraph.data.look;
  const RANKS = new Map(statuses.map((/** @type {any} */ row, /** @type {number} */ i) => [row.name, i]));
  /** Days are text, and these two stand before and after all of them. @type {Span} */
  const EVER = ["", "~"];
  const WEAKEST = 2 * statuses.length - 1;
  const MOST = 5;
  /** Equally short paths that are compared, at most; more would take long and tell no more. */
  const COMPARED = 500;

  /** @param {any} claim @returns {Span} */
  const span = (claim) => [claim.begin_earliest || EVER[0], claim.end_latest || EVER[1]];

  /** @param {Span} one @param {Span} other @returns {Span|null} The days of both. */
  function meet([a, b], [c, d]) {
    const first = a > c ? a : c;
    const last = b < d ? b : d;
    return first <= last ? [first, last] : null;
  }

  /** @param {Span} one @param {Span} other Whether one has all days of the other. */
  const covers = (one, other) => one[0] <= other[0] && other[1] <= one[1];

  /** Some spans and one more, without those that another has all days of. @param {Span[]} some @param {Span} one @returns {Span[]} */
  const kept = (some, one) => (some.some((other) => covers(other, one)) ? some : [...some.filter((other) => !covers(one, other)), one]);

  /** How weak a claim is: by status, and below all of them what is not actual. @param {any} claim */
  const rank = (claim) => (RANKS.get(claim.status) ?? 0) + (claim.modality === "actual" ? 0 : statuses.length);

  /**
   * The claims at each actor, by the other end.
   * @param {any[]} claims @param {string|null} on
   * @returns {Map<string, Map<string, Link>>}
   */
  function join(claims, on) {
    /** @type {Map<string, Map<string, Link>>} */ const links = new Map();
    for (const claim of claims) {
      const days = span(claim);
      if (claim.from === claim.to || filters.refuted(claim) || (on && !covers(days, [on, on]))) continue;
      for (const [one, other] of [[claim.from, claim.to], [claim.to, claim.from]]) {
        const around = links.get(one) ?? new Map();
        const link = around.get(other) ?? { other, claims: [] };
        link.claims.push({ claim, span: days, rank: rank(claim) });
        links.set(one, around.set(other, link));
      }
    }
    return links;
  }

  /** Longest spans of some days with those of a link. @param {Span[]} days @param {Link} link @param {number} limit */
  function extend(days, link, limit) {
    /** @type {Span[]} */ let found = [];
    for (const { span: others, rank: weak } of link.claims) {
      if (weak > limit) continue;
      for (const some of days) {
        const both = meet(some, others);
        if (both) found = kept(found, both);
      }
    }
    return found;
  }

  /** Steps from an actor to all that it reaches, whenever their ties held. @param {Map<string, Map<string, Link>>} links @param {string} start */
  function distances(links, start) {
    const away = new Map([[start, 0]]);
    for (const [actor, steps] of away) {
      for (const other of links.get(actor)?.keys() ?? []) if (!away.has(other)) away.set(other, steps + 1);
    }
    return away;
  }

  /**
   * For each number of steps, from which actors the goal can be reached, and on which days;
   * the last is the first that has the start. Days that fewer steps have as well are left out:
   * a shortest path never needs them.
   * @param {Map<string, Map<string, Link>>} links @param {string} start @param {string} goal
   * @param {number} limit Weaker claims are not used.
   * @param {{length: number, away: Map<string, number>}} [bounds] Number of levels after which it is
   *   given up, and steps from the start to each actor, which tell what lies too far off.
   * @returns {Map<string, Span[]>[]|null}
   */
  function reach(links, start, goal, limit, { length, away } = { length: Infinity, away: new Map() }) {
    const levels = [new Map([[goal, [EVER]]])];
    const known = new Map([[goal, [EVER]]]);
    while (!levels[levels.length - 1].has(start)) {
      /** @type {Map<string, Span[]>} */ const next = new Map();
      for (const [actor, days] of levels[levels.length - 1]) {
        for (const [other, link] of links.get(actor) ?? []) {
          if (levels.length + (away.get(other) ?? 0) >= length) continue;
          for (const some of extend(days, link, limit)) {
            if (!known.get(other)?.some((one) => covers(one, some))) next.set(other, kept(next.get(other) ?? [], some));
          }
        }
      }
      if (!next.size || levels.length === length) return null;
      for (const [actor, days] of next) known.set(actor, days.reduce(kept, known.get(actor) ?? []));
      levels.push(next);
    }
    return levels;
  }

  /**
   * Walk all shortest paths; every step taken leads to the goal, so none is taken in vain.
   * @param {Map<string, Map<string, Link>>} links @param {Map<string, Span[]>[]} levels
   * @param {string} start @param {number} limit @param {(actors: string[], days: Span[]) => boolean} found Whether to go on.
   */
  function walk(links, levels, start, limit, found) {
    /** @param {string[]} actors @param {Span[]} days @returns {boolean} */
    function on(actors, days) {
      const left = levels.length - actors.length;
      if (!left) return found(actors, days);
      const here = links.get(actors[actors.length - 1]) ?? new Map();
      for (const [other, link] of here) {
        const ahead = levels[left - 1].get(other);
        if (!ahead) continue;
        const then = extend(days, link, limit);
        if (then.some((one) => ahead.some((some) => meet(one, some))) && !on([...actors, other], then)) return false;
      }
      return true;
    }
    on([start], [EVER]);
  }

  /** @param {Map<string, Map<string, Link>>} links @param {string[]} actors @param {Span} days @returns {Path} */
  function path(links, actors, days) {
    const hops = actors.slice(1).map((to, i) => {
      const all = links.get(actors[i])?.get(to)?.claims ?? [];
      return all.filter((one) => covers(one.span, days)).sort((a, b) => a.rank - b.rank || (a.claim.id < b.claim.id ? -1 : 1));
    });
    const weaker = (/** @type {number} */ a, /** @type {number} */ b) => hops[b][0].rank - hops[a][0].rank || hops[a].length - hops[b].length;
    const [weakest] = hops.map((_, i) => i).sort(weaker);
    return {
      steps: hops.map((some, i) => ({ from: actors[i], to: actors[i + 1], claims: some.map(({ claim }) => claim) })),
      window: [days[0] === EVER[0] ? null : days[0], days[1] === EVER[1] ? null : days[1]],
      weakest,
      prospective: hops.some(([lead]) => lead.rank >= statuses.length),
    };
  }

  /** Strongest first: by the weakest step, then by the number of claims. @param {Path} one @param {Path} other */
  function compare(one, other) {
    const weak = (/** @type {Path} */ { steps, weakest }) => steps[weakest].claims;
    const total = (/** @type {Path} */ { steps }) => steps.reduce((sum, step) => sum + step.claims.length, 0);
    const names = (/** @type {Path} */ { steps }) => steps.map((step) => step.to).join("\n");
    return rank(weak(one)[0]) - rank(weak(other)[0]) || weak(other).length - weak(one).length
      || total(other) - total(one) || (names(one) < names(other) ? -1 : 1);
  }

  /**
   * The shortest paths between two actors, strongest first, five at most.
   * @param {any[]} claims Those that may be used.
   * @param {string} from @param {string} to
   * @param {string|null} [on] A day on which all of a path has to hold; else any one day will do.
   * @returns {Path[]}
   */
  function find(claims, from, to, on = state.current.on) {
    if (from === to) return [];
    const actual = claims.filter(({ modality }) => modality === "actual");
    const paths = shortest(join(actual, on), from, to);
    return paths.length ? paths : shortest(join(claims, on), from, to);
  }

  /** @param {Map<string, Map<string, Link>>} links @param {string} from @param {string} to @returns {Path[]} */
  function shortest(links, from, to) {
    const length = reach(links, from, to, WEAKEST)?.length ?? 0;
    const bounds = { length, away: distances(links, from) };
    /** @type {Map<string, Path>} */ const paths = new Map();
    // Strong claims first: what they connect comes before what weaker ones add.
    for (let limit = 0; length && limit <= WEAKEST && paths.size < MOST; limit++) {
      const levels = reach(links, from, to, limit, bounds);
      if (!levels) continue;
      walk(links, levels, from, limit, (actors, days) => {
        const name = actors.join("\n");
        if (!paths.has(name)) paths.set(name, days.map((some) => path(links, actors, some)).sort(compare)[0]);
        return paths.size < COMPARED;
      });
    }
    return [...paths.values()].sort(compare).slice(0, MOST);
  }

  /**
   * Why there is no path: the first thing without which there would be one.
   * @param {any[]} shown The claims shown. @param {any[]} all All claims.
   * @param {string} from @param {string} to
   * @returns {"day"|"together"|"filtered"|"refuted"|"none"}
   */
  function why(shown, all, from, to) {
    const joined = (/** @type {any[]} */ claims) => find(claims.map((claim) => ({ from: claim.from, to: claim.to, status: "asserted", modality: "actual" })), from, to, null).length > 0;
    const ties = (/** @type {any[]} */ claims) => claims.filter((claim) => !filters.refuted(claim));
    const anyDay = { ...state.current, on: null, since: null };
    if (state.current.on && find(all.filter((claim) => filters.passes(claim, anyDay)), from, to, null).length) return "day";
    if (joined(ties(shown))) return "together";
    if (joined(ties(all))) return "filtered";
    return joined(all) ? "refuted" : "none";
  }

  /**
   * The path that the reader chose, or else the strongest.
   * @param {Path[]} paths @param {{via?: string[]}|null} choice
   */
  const pick = (paths, choice) => paths.find(({ steps }) => choice?.via && steps.slice(1).every((step, i) => step.from === choice.via?.[i])) ?? paths[0];

  return { find, why, pick, MOST };
})();
