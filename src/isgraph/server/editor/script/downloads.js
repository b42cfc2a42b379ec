/** What can be taken away: the answer in the formats of the standards, and ways to ask again. */
isgraph.downloads = (() => {
  const { dom, net } = isgraph;
  const { get, make } = dom;
  const ROWS = [["CSV", "text/csv", "csv"], ["TSV", "text/tab-separated-values", "tsv"], ["JSON", "application/sparql-results+json", "srj"], ["XML", "application/sparql-results+xml", "srx"]];
  const TRIPLES = [["Turtle", "text/turtle", "ttl"], ["N-Triples", "application/n-triples", "nt"], ["JSON-LD", "application/ld+json", "jsonld"]];

  /** @param {import("./net").Asked} asked @param {boolean} triples */
  function build(asked, triples) {
    const files = (triples ? TRIPLES : ROWS).map(([label, accept, ending]) =>
      make("button", { type: "button", onclick: () => save(asked, accept, `answer.${ending}`) }, label));
    const link = make("button", { type: "button", onclick: () => copy(location.href, "The link is copied.") }, "Copy link");
    return make("div", { class: "takeaway" }, make("span", { class: "fine" }, "Take away: "), ...files, link);
  }

  /** @param {any} asked @param {string} accept @param {string} name */
  async function save(asked, accept, name) {
    try {
      const { text, type } = await net.ask(asked, accept);
      const address = URL.createObjectURL(new Blob([text], { type }));
      make("a", { href: address, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10000);
    } catch (problem) {
      get("state").textContent = /** @type {any} */ (problem).message;
    }
  }

  /** @param {string} text @param {string} done */
  function copy(text, done) {
    navigator.clipboard.writeText(text).then(
      () => void (get("state").textContent = done),
      () => void (get("state").textContent = "The browser does not let it be copied. The address holds the same."));
  }

  /** @param {any} asked @returns {HTMLElement} The same question for a shell and for Python. */
  function elsewhere(asked) {
    const quoted = (/** @type {string} */ text) => `'${text.replaceAll("'", "'\\''")}'`;
    const more = [...net.parameters(asked)].filter(([name]) => name !== "query");
    const flags = more.map(([name, value]) => name === "certainly" ? "--certainly" : `--${name} ${quoted(value)}`);
    const curl = [...net.parameters(asked)].map(([name, value]) => `--data-urlencode ${quoted(`${name}=${value}`)}`);
    const endpoint = new URL("sparql", location.href).href;
    return make("details", { class: "elsewhere" }, make("summary", {}, "Ask it elsewhere"),
      make("p", {}, "In a terminal:"), make("pre", { tabindex: "0" }, ["isgraph query", ...flags, quoted(asked.query)].join(" ")),
      make("p", {}, "From another program:"), make("pre", { tabindex: "0" }, [`curl -H 'Accept: text/csv'`, ...curl, endpoint].join(" ")));
  }

  return { build, elsewhere };
})();
