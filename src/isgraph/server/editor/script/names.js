/** Names of the graph: how an IRI is written short, what it is called, and where its page is. */
isgraph.names = (() => {
  /** @typedef {{name: string, label: string, detail: string, search: string, isVerb: boolean}} Term */
  const ROOMS = /^(actor|place|event|instrument|work|document|claim)\//;
  /** @type {[string, string][]} */ let prefixes = [];
  /** @type {Term[]} */ let terms = [];
  /** @type {Map<string, string>} */ let labels = new Map();
  /** @type {Map<string, string>} */ let bearers = new Map();

  /** @param {{prefixes: Record<string, string>, terms: any[], names: any[]}} told What `/terms` gives. */
  function learn(told) {
    prefixes = Object.entries(told.prefixes).sort((one, other) => other[1].length - one[1].length);
    const vocabulary = told.terms.map(({ name, label, definition, kind }) => (
      { name, label, detail: kind, search: `${name} ${label} ${definition}`.toLowerCase(), isVerb: ["relation", "part"].includes(kind) }));
    const names = told.names.map(({ name, label, aliases }) => (
      { name, label, detail: label, search: [name, label, ...aliases].join(" ").toLowerCase(), isVerb: false }));
    terms = [...vocabulary, ...names];
    labels = new Map(terms.map(({ name, label }) => [name, label]));
    bearers = new Map(names.map(({ name, label }) => [label, name]));
  }

  /** @param {string} iri */
  function short(iri) {
    const found = prefixes.find(([, start]) => iri.startsWith(start) && /^[\w-][\w.-]*$/.test(iri.slice(start.length)));
    return found ? `${found[0]}:${iri.slice(found[1].length)}` : null;
  }

  /** @param {string} iri @returns {string|null} Its page here, or itself if a browser may go there. */
  function page(iri) {
    const vocabulary = Object.fromEntries(prefixes).isg;
    if (vocabulary && iri.startsWith(vocabulary)) return `ontology.html#${encodeURIComponent(iri.slice(vocabulary.length))}`;
    const base = vocabulary?.replace(/ontology#$/, "");
    if (!base || !iri.startsWith(base) || !short(iri)) return /^https?:\/\//i.test(iri) ? iri : null;
    const path = iri.slice(base.length);
    return path.split("/").map(encodeURIComponent).join("/") + (ROOMS.test(path) ? "" : ".ttl");
  }

  /** @param {string} label @returns {string|null} The page of the one thing that is called so. */
  function bearer(label) {
    const [prefix, local] = bearers.get(label)?.split(":") ?? [];
    return prefix ? page(Object.fromEntries(prefixes)[prefix] + local) : null;
  }

  return { learn, short, page, bearer, label: (/** @type {string} */ name) => labels.get(name), terms: () => terms, prefixes: () => prefixes };
})();
