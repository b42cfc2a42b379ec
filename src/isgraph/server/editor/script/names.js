/** Names of the graph: how an IRI is written short, what it is called, and where its page is. */
isgraph.names = (() => {
  /** @typedef {{name: string, label: string, detail: string, search: string}} Term */
  /** @type {[string, string][]} */ let prefixes = [];
  /** @type {Term[]} */ let terms = [];
  /** @type {Map<string, string>} */ let labels = new Map();

  /** @param {{prefixes: Record<string, string>, terms: any[], names: any[]}} told What `/terms` gives. */
  function learn(told) {
    prefixes = Object.entries(told.prefixes).sort((one, other) => other[1].length - one[1].length);
    const vocabulary = told.terms.map(({ name, label, definition, kind }) => (
      { name, label, detail: kind, search: `${name} ${label} ${definition}` }));
    const names = told.names.map(({ name, label, aliases }) => (
      { name, label, detail: label, search: [name, label, ...aliases].join(" ") }));
    terms = [...vocabulary, ...names];
    labels = new Map(terms.map(({ name, label }) => [name, label]));
  }

  /** @param {string} iri */
  function short(iri) {
    const found = prefixes.find(([, start]) => iri.startsWith(start) && /^[\w.-]+$/.test(iri.slice(start.length)));
    return found ? `${found[0]}:${iri.slice(found[1].length)}` : null;
  }

  /** @param {string} iri @returns {string|null} Its page here, or itself if a browser may go there. */
  function page(iri) {
    const [, vocabulary] = prefixes.find(([name]) => name === "isg") ?? [];
    if (vocabulary && iri.startsWith(vocabulary)) return `ontology.html#${encodeURIComponent(iri.slice(vocabulary.length))}`;
    const base = vocabulary?.replace(/ontology#$/, "");
    if (base && iri.startsWith(base)) return iri.slice(base.length).split("/").map(encodeURIComponent).join("/");
    return /^https?:\/\//.test(iri) ? iri : null;
  }

  return { learn, short, page, label: (/** @type {string} */ name) => labels.get(name), terms: () => terms, prefixes: () => prefixes };
})();
