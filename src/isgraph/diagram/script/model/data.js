/**
 * What Python handed to the page, with what was left out as usual put back; it never changes.
 *
 * @typedef {Record<string, any>} Claim As in the data; `from` and `to` are actors.
 * @typedef {Record<string, any>} Actor As in the data; `x` and `y` follow the reader's hand.
 */
isgraph.data = (() => {
  const { nodes, edges, about, look } = JSON.parse(/** @type {string} */ (isgraph.dom.get("data").textContent));
  /** @type {Map<string, Actor>} */
  const actors = new Map(nodes.map((/** @type {Actor} */ actor) => [actor.id, actor]));
  /** @type {Map<string, Claim>} */
  const claims = new Map(edges.map((/** @type {Claim} */ claim) => [claim.id, claim]));
  /** @type {Map<string, Claim>} States and figures, by their own ids. */
  const facts = new Map();
  /** @type {Map<string, any>} */
  const camps = new Map(about.camps.map((/** @type {any} */ camp) => [camp.id, camp]));

  for (const claim of claims.values()) {
    claim.family ??= "other";
    claim.kind ??= claim.label ?? "related";
    claim.label ??= about.relations[claim.kind] ?? claim.kind;
    claim.status ??= "asserted";
    claim.modality ??= "actual";
  }
  for (const actor of actors.values()) {
    actor.home = { x: actor.x, y: actor.y };
    for (const fact of actor.facts ?? []) {
      fact.from = fact.to = actor.id;
      fact.fact = true;
      fact.status ??= "asserted";
      fact.modality ??= "actual";
      facts.set(fact.id, fact);
    }
  }

  return {
    about, look, actors, claims, facts, camps,
    /** An actor's id without what all ids share, for the address. @param {string} id */
    short: (id) => (about.base && id.startsWith(about.base) ? id.slice(about.base.length) : id),
    /** @param {string} id @returns {string} */
    long: (id) => (actors.has(id) ? id : actors.has(about.base + id) ? about.base + id : id),
  };
})();
