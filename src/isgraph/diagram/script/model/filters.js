/** Which claims the reader's choices let through; it keeps nothing. */
isgraph.filters = (() => {
  const { actors } = isgraph.data;
  const { moments } = isgraph;

  /** @param {any} claim */
  const refuted = (claim) => Boolean(claim.negated) || claim.status === "denied";

  /** @param {any} claim @returns {"actual"|"prospective"|"refuted"} How a line is drawn. */
  const manner = (claim) =>
    refuted(claim) ? "refuted" : claim.modality === "actual" ? "actual" : "prospective";

  /**
   * What the legend, the documents and the two clocks say.
   * @param {any} claim @param {any} state
   */
  function passes(claim, state) {
    return inScope(claim, state) && wanted(claim, state);
  }

  /** What day, publication and hiding leave; the legend counts these. @param {any} claim @param {any} state */
  function inScope(claim, state) {
    if (state.knownBy && claim.published > state.knownBy) return false;
    if (state.hidden.has(claim.from) || state.hidden.has(claim.to)) return false;
    const { certainty, change } = moments.stand(claim, state);
    return certainty !== "past" || state.past || change === "ended";
  }

  /** What the legend leaves. @param {any} claim @param {any} state */
  function wanted(claim, state) {
    const { off } = state;
    if (refuted(claim) && !state.refuted) return false;
    if (claim.status !== "denied" && off.has(`status:${claim.status}`)) return false;
    if (off.has(`kind:${claim.kind}`) || off.has(`modality:${claim.modality}`)) return false;
    if (off.has(`document:${claim.document_id}`)) return false;
    const speakers = claim.claimants ?? [];
    if (speakers.length && speakers.every((/** @type {string} */ name) => off.has(`speaker:${name}`))) return false;
    return welcome(claim.from, state) && welcome(claim.to, state);
  }

  /** Whether an actor may be seen at all. @param {string} id @param {any} state */
  function welcome(id, state) {
    const actor = actors.get(id);
    return Boolean(actor) && !state.hidden.has(id) && !state.off.has(`class:${actor?.kind}`) && !state.off.has(`camp:${actor?.camp ?? "none"}`);
  }

  /** Claims within some steps of an actor. @param {any[]} claims @param {{id: string, hops: number}} focus */
  function near(claims, { id, hops }) {
    let reached = new Set([id]);
    for (let step = 0; step < hops; step++) {
      const wider = new Set(reached);
      for (const { from, to } of claims) if (reached.has(from) || reached.has(to)) wider.add(from).add(to);
      if (wider.size === reached.size) break;
      reached = wider;
    }
    return claims.filter(({ from, to }) => reached.has(from) && reached.has(to));
  }

  return { refuted, manner, passes, inScope, wanted, welcome, near };
})();
