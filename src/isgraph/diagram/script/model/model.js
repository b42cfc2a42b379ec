/**
 * Actors, claims and the lines they are bundled into, as far as the filters let them through.
 *
 * A folded camp is an actor too, with `members`.
 *
 * @typedef {{key: string, from: Actor, to: Actor, family: string, manner: string,
 *   certainty: "certain"|"possible"|"past"|null, change: "begun"|"ended"|null,
 *   symmetric: boolean, claims: Claim[], rank: number,
 *   turn: number}} Line `turn` is the place in the fan of its pair, `rank` the strongest status.
 */
isgraph.model = (() => {
  const { data, filters, moments, texts } = isgraph;
  const { about, look, actors, claims, facts, camps } = data;
  const ranks = new Map(look.statuses.map((/** @type {any} */ row, /** @type {number} */ i) => [row.name, i]));
  /** @type {Map<string, Actor>} Camps as nodes, where the picture is too large to be drawn whole. */
  const groups = new Map(about.folded ? [...camps.values()].map((camp) => [camp.id, group(camp)]) : []);

  /** @type {Claim[]} */ let scopeClaims = [];
  /** @type {Claim[]} */ let shownClaims = [];
  /** @type {Actor[]} */ let shownActors = [];
  /** @type {Line[]} */ let lines = [];
  /** @type {Map<string, Line>} */ let lineOf = new Map();
  /** @type {Map<string, Line[]>} */ let linesAt = new Map();
  /** @type {Map<string, number>} */ let degree = new Map();
  /** @type {Path[]} */ let paths = [];
  /** @type {any} */ let chosen = null;

  /** @param {any} camp @returns {Actor} */
  function group(camp) {
    const members = [...actors.values()].filter((actor) => actor.camp === camp.id);
    const mean = (/** @type {"x"|"y"} */ axis) => members.reduce((sum, actor) => sum + actor[axis], 0) / (members.length || 1);
    return {
      id: camp.id, label: camp.label, kind: "Camp", kind_label: texts.actors(members.length), set: "camp",
      camp: camp.id, members: members.map((actor) => actor.id), x: mean("x"), y: mean("y"),
    };
  }

  /** The node that stands for an actor: itself, or its folded camp. @param {string} id */
  function node(id) {
    const actor = /** @type {Actor} */ (actors.get(id));
    const folded = groups.get(actor.camp);
    return folded && !chosen.open.has(actor.camp) ? folded : actor;
  }

  /** Take the choices over. @param {any} state */
  function filter(state) {
    chosen = state;
    scopeClaims = [...claims.values()].filter((claim) => filters.inScope(claim, state));
    shownClaims = scopeClaims.filter((claim) => filters.wanted(claim, state));
    if (state.focus) shownClaims = filters.near(shownClaims, state.focus);
    lines = bundle(shownClaims, state);
    lineOf = new Map(lines.flatMap((line) => line.claims.map((claim) => [claim.id, line])));
    linesAt = new Map();
    degree = new Map();
    for (const line of lines) {
      for (const end of new Set([line.from.id, line.to.id])) {
        const some = linesAt.get(end);
        if (some) some.push(line);
        else linesAt.set(end, [line]);
        degree.set(end, (degree.get(end) ?? 0) + line.claims.length);
      }
    }
    const nodes = new Set([...actors.values()].filter((actor) => filters.welcome(actor.id, state)).map((actor) => node(actor.id)));
    const kept = new Set([state.focus?.id, state.selection?.type === "actor" && state.selection.id]);
    shownActors = [...nodes].filter((actor) => degree.has(actor.id) || (state.lone && !state.focus) || kept.has(actor.id));
    paths = state.path ? isgraph.paths.find(shownClaims, state.path.from, state.path.to) : [];
  }

  /** Put the actors where the reader moved them, or where they belong. @param {Map<string, [number, number]>} moved */
  function settle(moved) {
    for (const actor of actors.values()) {
      const [x, y] = moved.get(actor.id) ?? [actor.home.x, actor.home.y];
      Object.assign(actor, { x, y });
    }
  }

  /** One line a pair, direction, family and manner. @param {Claim[]} some @param {any} state @returns {Line[]} */
  function bundle(some, state) {
    /** @type {Map<string, Line>} */ const bundles = new Map();
    for (const claim of some) {
      let [from, to] = [node(claim.from), node(claim.to)];
      if (from === to && from.members) continue;
      const symmetric = Boolean(claim.is_symmetric);
      if (symmetric && to.id < from.id) [from, to] = [to, from];
      const manner = filters.manner(claim);
      const { certainty, change } = moments.stand(claim, state);
      const key = [from.id, to.id, claim.family, manner, symmetric, certainty === "past", change].join("\n");
      const line = bundles.get(key);
      const rank = ranks.get(claim.status) ?? 0;
      if (line) {
        line.claims.push(claim);
        line.rank = Math.min(line.rank, rank);
        if (certainty === "certain") line.certainty = certainty;
      } else {
        bundles.set(key, { key, from, to, symmetric, family: claim.family, manner, certainty, change, claims: [claim], rank, turn: 0 });
      }
    }
    fan([...bundles.values()]);
    return [...bundles.values()];
  }

  /** Spread the lines of a pair. @param {Line[]} all */
  function fan(all) {
    /** @type {Map<string, Line[]>} */ const pairs = new Map();
    for (const line of all) {
      const pair = line.from.id < line.to.id ? `${line.from.id}\n${line.to.id}` : `${line.to.id}\n${line.from.id}`;
      const some = pairs.get(pair);
      if (some) some.push(line);
      else pairs.set(pair, [line]);
    }
    for (const some of pairs.values()) {
      some.forEach((line, i) => {
        const turn = i - (some.length - 1) / 2;
        line.turn = line.from.id <= line.to.id ? turn : -turn;
      });
    }
  }

  /**
   * Lines and ids of actors that stand out: of the path, or what is selected with its neighbours.
   * @param {any} state
   * @returns {{lines: Set<Line>, actors: Set<string>}|null} Null: nothing does.
   */
  function highlight({ selection, path }) {
    if (path && !selection) {
      const { steps } = isgraph.paths.pick(paths, path) ?? { steps: [] };
      const ids = new Set([path.from, path.to, ...steps.map(({ to }) => to)].map((id) => node(id).id));
      const some = steps.flatMap((step) => step.claims.flatMap((claim) => lineOf.get(claim.id) ?? []));
      return { lines: new Set(some), actors: ids };
    }
    if (!selection) return null;
    const line = selection.type === "tie" ? lineOf.get(selection.id) : null;
    const some = selection.type === "actor" ? (linesAt.get(selection.id) ?? []) : line ? [line] : [];
    const ids = new Set(some.flatMap((line) => [line.from.id, line.to.id]));
    if (selection.type === "actor") ids.add(selection.id);
    const claim = claims.get(selection.id);
    if (selection.type === "tie" && claim) ids.add(claim.from).add(claim.to);
    return { lines: new Set(some), actors: ids };
  }

  /** @param {string} id */
  const label = (id) => actors.get(id)?.label ?? groups.get(id)?.label ?? id;

  /** Look and name of a family. @param {string} name */
  function family(name) {
    const row = look.families[name] ?? look.otherFamily;
    const label = about.families[name] ?? row.label;
    return { ...row, label: label.charAt(0).toUpperCase() + label.slice(1) };
  }

  return {
    about, look, actors, claims, facts, camps, groups, filter, settle, highlight, label, family, node,
    refuted: filters.refuted,
    /** @param {string} id @returns {Actor|undefined} */
    actor: (id) => actors.get(id) ?? groups.get(id),
    /** @param {string} id */
    lineOf: (id) => lineOf.get(id),
    /** @param {string} id @returns {Line[]} */
    linesAt: (id) => linesAt.get(id) ?? [],
    /** @param {string} id */
    degree: (id) => degree.get(id) ?? 0,
    /** States and figures of an actor that the choices let through. @param {Actor} actor @returns {Claim[]} */
    factsOf: (actor) => (actor.facts ?? []).filter((/** @type {Claim} */ fact) => filters.passes(fact, chosen)),
    /** What day, publication and hiding leave, before the legend. */
    get scopeClaims() { return scopeClaims; },
    get shownClaims() { return shownClaims; },
    get shownActors() { return shownActors; },
    get lines() { return lines; },
    get paths() { return paths; },
  };
})();
