/**
 * Actors, claims and the lines they are bundled into, as far as the filters let them through.
 *
 * @typedef {Record<string, any>} Claim As in the data; `from` and `to` are actors.
 * @typedef {Record<string, any>} Actor As in the data; `x` and `y` follow the reader's hand.
 * @typedef {"actual"|"prospective"|"refuted"} Manner How a line is drawn.
 * @typedef {{key: string, from: Actor, to: Actor, family: string, manner: Manner,
 *   symmetric: boolean, claims: Claim[], rank: number, possible: boolean,
 *   turn: number}} Line `turn` is the place in the fan of its pair.
 */
isgraph.model = (() => {
  const data = JSON.parse(/** @type {string} */ (isgraph.dom.get("data").textContent));
  /** @type {{about: any, look: any}} */
  const { about, look } = data;
  /** @type {Map<string, Actor>} */
  const actors = new Map(data.nodes.map((/** @type {Actor} */ actor) => [actor.id, actor]));
  /** @type {Map<string, Claim>} */
  const claims = new Map();
  const ranks = new Map(look.statuses.map((/** @type {any} */ row, /** @type {number} */ i) => [row.name, i]));

  for (const actor of actors.values()) actor.home = { x: actor.x, y: actor.y };
  for (const claim of data.edges) {
    claim.family ??= "other";
    claim.kind ??= claim.label ?? "related";
    claim.label ??= about.relations[claim.kind] ?? claim.kind;
    claim.status ??= "asserted";
    claim.modality ??= "actual";
    claims.set(claim.id, claim);
  }
  for (const actor of actors.values()) {
    for (const fact of actor.facts ?? []) {
      fact.owner = actor.id;
      fact.status ??= "asserted";
      fact.modality ??= "actual";
    }
  }

  /** @type {Claim[]} */ let shownClaims = [];
  /** @type {Actor[]} */ let shownActors = [];
  /** @type {Line[]} */ let lines = [];
  /** @type {Map<string, Line>} */ let lineOf = new Map();
  /** @type {Map<string, Line[]>} */ let linesAt = new Map();
  /** @type {Map<string, number>} */ let degree = new Map();

  /** @param {Claim} claim */
  const refuted = (claim) => Boolean(claim.negated) || claim.status === "denied";

  /** @param {Claim} claim @returns {Manner} */
  const manner = (claim) =>
    refuted(claim) ? "refuted" : claim.modality === "actual" ? "actual" : "prospective";

  /** @param {Claim} claim @param {any} state */
  function passes(claim, state) {
    if (refuted(claim) && !state.refuted) return false;
    if (claim.status !== "denied" && state.off.has(`status:${claim.status}`)) return false;
    if (state.off.has(`kind:${claim.kind}`) || state.off.has(`modality:${claim.modality}`)) return false;
    return [claim.from, claim.to].every(
      (end) => !state.off.has(`class:${actors.get(end)?.kind}`),
    );
  }

  /** Take the filters over. @param {any} state */
  function filter(state) {
    shownClaims = [...claims.values()].filter((claim) => passes(claim, state));
    lines = bundle(shownClaims);
    lineOf = new Map(lines.flatMap((line) => line.claims.map((claim) => [claim.id, line])));
    linesAt = new Map();
    degree = new Map();
    for (const line of lines) {
      for (const end of new Set([line.from.id, line.to.id])) {
        linesAt.set(end, [...(linesAt.get(end) ?? []), line]);
        degree.set(end, (degree.get(end) ?? 0) + line.claims.length);
      }
    }
    shownActors = [...actors.values()].filter(
      (actor) =>
        !state.off.has(`class:${actor.kind}`) && (degree.has(actor.id) || !state.off.has("lone")),
    );
  }

  /** One line a pair, direction, family and manner. @param {Claim[]} some @returns {Line[]} */
  function bundle(some) {
    /** @type {Map<string, Line>} */ const bundles = new Map();
    for (const claim of some) {
      const ends = [claim.from, claim.to];
      if (claim.is_symmetric) ends.sort();
      const symmetric = Boolean(claim.is_symmetric);
      const key = JSON.stringify([...ends, claim.family, manner(claim), symmetric]);
      const [from, to] = ends.map((end) => /** @type {Actor} */ (actors.get(end)));
      const line = bundles.get(key) ?? {
        key, from, to, symmetric, family: claim.family, manner: manner(claim),
        claims: [], rank: 99, possible: true, turn: 0,
      };
      line.claims.push(claim);
      line.rank = Math.min(line.rank, ranks.get(claim.status) ?? 0);
      line.possible &&= claim.certainty === "possible";
      bundles.set(key, line);
    }
    /** @type {Map<string, Line[]>} */ const pairs = new Map();
    for (const line of bundles.values()) {
      const pair = [line.from.id, line.to.id].sort().join("\n");
      pairs.set(pair, [...(pairs.get(pair) ?? []), line]);
    }
    for (const fan of pairs.values()) {
      fan.forEach((line, i) => {
        const turn = i - (fan.length - 1) / 2;
        line.turn = line.from.id <= line.to.id ? turn : -turn;
      });
    }
    return [...bundles.values()];
  }

  /** Ids of what is selected and its neighbours; null if nothing is. @param {any} selection */
  function highlight(selection) {
    if (!selection) return null;
    const chosen = selection.type === "tie" ? lineOf.get(selection.id) : null;
    const some = selection.type === "actor" ? (linesAt.get(selection.id) ?? []) : chosen ? [chosen] : [];
    const ids = new Set(some.flatMap((line) => [line.from.id, line.to.id]));
    if (selection.type === "actor") ids.add(selection.id);
    const claim = claims.get(selection.id);
    if (selection.type === "tie" && claim) ids.add(claim.from).add(claim.to);
    return { lines: new Set(some), actors: ids };
  }

  /** @param {string} id */
  const label = (id) => actors.get(id)?.label ?? id;

  /** Look and name of a family. @param {string} name */
  function family(name) {
    const row = look.families[name] ?? look.otherFamily;
    const label = about.families[name] ?? row.label;
    return { ...row, label: label.charAt(0).toUpperCase() + label.slice(1) };
  }

  return {
    about, look, actors, claims, filter, highlight, label, family, refuted,
    /** @param {string} id */
    lineOf: (id) => lineOf.get(id),
    /** @param {string} id @returns {Line[]} */
    linesAt: (id) => linesAt.get(id) ?? [],
    /** @param {string} id */
    degree: (id) => degree.get(id) ?? 0,
    get shownClaims() { return shownClaims; },
    get shownActors() { return shownActors; },
    get lines() { return lines; },
  };
})();
