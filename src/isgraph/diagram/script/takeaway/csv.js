/**
 * The claims that are shown, as a table for a spreadsheet, with the columns of Python's
 * `isgraph.Evidence`. It begins with a byte order mark and its lines end with CR LF: without the
 * mark Excel takes UTF-8 for something else, and whatever else reads CSV knows to skip it.
 */
isgraph.csv = (() => {
  const { cite, model, moments, state } = isgraph;
  const RUNS = /^[=+\-@\t\r\0]/;
  const many = (/** @type {any[]|undefined} */ values) => (values ?? []).join("; ");
  const sources = (/** @type {any} */ claim) => claim.sources ?? [];

  /** @type {Record<string, (claim: any) => any>} */
  const COLUMNS = {
    id: (claim) => claim.id,
    iri: cite.iri,
    subject: (claim) => claim.from,
    subject_label: (claim) => model.label(claim.from),
    kind: (claim) => claim.kind,
    label: (claim) => claim.label,
    object: (claim) => (claim.fact ? "" : claim.to),
    object_label: (claim) => (claim.fact ? "" : model.label(claim.to)),
    statement: cite.statement,
    family: (claim) => claim.family,
    status: (claim) => claim.status,
    modality: (claim) => claim.modality,
    negated: (claim) => Boolean(claim.negated),
    quantity: (claim) => claim.quantity,
    role: (claim) => claim.role,
    claimants: (claim) => many(claim.claimants),
    valid_time: (claim) => claim.valid_time,
    as_of: (claim) => claim.as_of,
    begin_earliest: (claim) => claim.begin_earliest,
    begin_latest: (claim) => claim.begin_latest,
    end_earliest: (claim) => claim.end_earliest,
    end_latest: (claim) => claim.end_latest,
    on: () => state.current.on,
    certainty: (claim) => state.current.on && moments.certainty(claim, state.current.on),
    places: (claim) => many(claim.places),
    instruments: (claim) => many(claim.instruments),
    occurrences: (claim) => many(claim.occurrences),
    document: (claim) => claim.document,
    document_id: (claim) => claim.document_id,
    published: (claim) => claim.published,
    section: (claim) => claim.section,
    paragraph: (claim) => claim.paragraph,
    char_start: (claim) => claim.char_start,
    char_end: (claim) => claim.char_end,
    notes: (claim) => many([...new Set(sources(claim).map((/** @type {any} */ source) => source.note).filter((/** @type {any} */ note) => note != null))]),
    works: (claim) => many(sources(claim).map(cite.work)),
    publishers: (claim) => many([...new Set(sources(claim).map((/** @type {any} */ source) => source.publisher).filter(Boolean))]),
    citation_state: (claim) => claim.citation_state,
    paraphrase: (claim) => claim.paraphrase,
    note: (claim) => claim.note,
    disputes: (claim) => many(claim.disputes),
    disputed_by: (claim) => many(claim.disputed_by),
    edition: () => model.about.edition,
  };

  /** A cell that no spreadsheet runs and no comma breaks. @param {any} value */
  function cell(value) {
    const text = value === undefined || value === null ? "" : String(value);
    const still = typeof value === "string" && RUNS.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(still) || still !== text ? `"${still.replaceAll('"', '""')}"` : still;
  }

  /** Ties that are shown, then figures and states of the actors that are shown, as the table has them. */
  function rows() {
    const facts = model.shownActors.flatMap((actor) => model.factsOf(actor));
    return [...model.shownClaims, ...facts.sort((a, b) => (a.id < b.id ? -1 : 1))];
  }

  /** @returns {string} */
  function write() {
    const lines = [Object.keys(COLUMNS), ...rows().map((claim) => Object.values(COLUMNS).map((value) => value(claim)))];
    return `\ufeff${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
  }

  return { write };
})();
