/** What can be taken away: the answer in the formats of the standards, and ways to ask again. */
isgraph.downloads = (() => {
  const { dom, net } = isgraph;
  const { get, make } = dom;
  const ROWS = [["CSV", "text/csv", "csv"], ["TSV", "text/tab-separated-values", "tsv"], ["JSON", "application/sparql-results+json", "srj"], ["XML", "application/sparql-results+xml", "srx"]];
  const TRIPLES = [["Turtle", "text/turtle", "ttl"], ["N-Triples", "application/n-triples", "nt"], ["JSON-LD", "application/ld+json", "jsonld"]];
  /** @typedef {import("./net").Asked} Asked */

  /** @param {Asked} asked @param {"rows"|"triples"|"verdict"} sort What the answer is. */
  function build(asked, sort) {
    const offered = { rows: ROWS, triples: TRIPLES, verdict: ROWS.slice(2) }[sort];
    const files = offered.map(([label, accept, ending]) =>
      make("button", { type: "button", onclick: () => save(asked, accept, `answer.${ending}`) }, label));
    return make("div", { class: "takeaway", role: "group", "aria-label": "Take away" }, ...files,
      make("button", { type: "button", onclick: copy }, "Copy link"));
  }

  /** @param {Asked} asked @param {string} accept @param {string} name */
  async function save(asked, accept, name) {
    try {
      const { text, type } = await net.ask(asked, accept);
      const address = URL.createObjectURL(new Blob([text], { type }));
      make("a", { href: address, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10000);
      get("state").textContent = `Saved as ${name}.`;
    } catch (problem) {
      get("state").textContent = /** @type {any} */ (problem).message;
    }
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(location.href);
      get("state").textContent = "The link is copied.";
    } catch {
      get("state").textContent = "The browser does not let it be copied. The address of this page is the link.";
    }
  }

  /** @param {Asked} asked @returns {HTMLElement} The same question for a shell and for other programs. */
  function elsewhere(asked) {
    const quoted = (/** @type {string} */ text) => `'${text.replaceAll("'", "'\\''")}'`;
    const sent = [...net.parameters(asked)];
    const flags = sent.slice(1).map(([name, value]) => name === "certainly" ? "--certainly" : `--${name} ${quoted(value)}`);
    const fields = sent.map(([name, value]) => `--data-urlencode ${quoted(`${name}=${value}`)}`);
    const endpoint = new URL("sparql", location.href).href;
    const code = (/** @type {string} */ label, /** @type {string[]} */ ...words) =>
      [make("p", {}, label), make("pre", { tabindex: "0", role: "region", "aria-label": label }, words.join(" "))];
    return make("details", { class: "elsewhere" }, make("summary", {}, "Ask it elsewhere"),
      ...code("In a terminal", "isgraph query", ...flags, quoted(asked.query)),
      ...code("From another program", "curl -H 'Accept: text/csv'", ...fields, quoted(endpoint)));
  }

  return { build, elsewhere };
})();
