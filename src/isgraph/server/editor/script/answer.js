/** What comes back: rows as table, chart and diagram, a yes or no, triples, or a refusal. */
isgraph.answer = (() => {
  const { chart, dom, downloads, net, query, table } = isgraph;
  const { get, make } = dom;
  const part = get("answer");
  /** @type {(view: string) => void} */ let tell = () => {};
  /** @typedef {import("./net").Asked} Asked */

  /**
   * @param {Asked} asked @param {{type: string, text: string}} reply
   * @param {import("./chart").Hint|null} hint @param {string} view
   * @returns {string} What it is, in a few words.
   */
  function show(asked, { type, text }, hint, view) {
    part.hidden = false;
    if (type !== "application/sparql-results+json") return triples(asked, text);
    const { head, boolean, results } = JSON.parse(text);
    if (boolean !== undefined) return verdict(asked, boolean);
    const rows = results.bindings;
    if (rows.length) tabs(asked, head.vars, rows, hint, view);
    else nothing(asked, "Nothing in the graph answers this as it is asked.");
    return `${rows.length.toLocaleString("en-GB")} row${rows.length === 1 ? "" : "s"}`;
  }

  /** @param {Asked} asked @param {string} text */
  function triples(asked, text) {
    if (!text.trim()) {
      nothing(asked, "The graph says nothing of this.");
      return "No triples";
    }
    part.replaceChildren(downloads.build(asked, "triples"),
      make("pre", { class: "triples", tabindex: "0", role: "region", "aria-label": "Triples" }, text), downloads.elsewhere(asked));
    return "Triples";
  }

  /** @param {Asked} asked @param {boolean} isSo */
  function verdict(asked, isSo) {
    const said = isSo ? "Yes" : "No";
    part.replaceChildren(make("p", { class: "verdict" }, said), downloads.build(asked, "verdict"), downloads.elsewhere(asked));
    return said;
  }

  /** Say that nothing is found, and why it may be so. @param {Asked} asked @param {string} words */
  function nothing(asked, words) {
    const why = make("ul", { class: "reasons" });
    part.replaceChildren(make("p", { class: "nothing" }, words), why, downloads.elsewhere(asked));
    net.get(`reasons?${net.parameters(asked)}`).then(
      (told) => why.append(...JSON.parse(told).reasons.map((/** @type {string} */ reason) => make("li", {}, reason))),
      () => why.remove());
  }

  /**
   * @param {Asked} asked @param {string[]} columns @param {any[]} rows
   * @param {import("./chart").Hint|null} hint @param {string} view
   */
  function tabs(asked, columns, rows, hint, view) {
    const drawn = chart.fitting(hint, columns, rows);
    /** @type {Record<string, (isChosen: boolean) => HTMLElement>} */
    const views = {
      table: () => table.build(columns, rows), ...(drawn && { chart: () => chart.build(drawn, rows) }), diagram: (isChosen) => diagram(asked, isChosen ? null : () => open("table", false)),
    };
    const panel = make("div", { id: "panel", role: "tabpanel" });
    const names = Object.keys(views);
    const buttons = names.map((name) => make("button", {
      type: "button", role: "tab", id: `tab-${name}`, "aria-controls": "panel", onclick: () => { open(name, true); tell(name); },
    }, name[0].toUpperCase() + name.slice(1)));

    /** @param {string} name @param {boolean} isChosen Whether the reader has chosen it just now. */
    function open(name, isChosen) {
      buttons.forEach((button, i) => {
        button.setAttribute("aria-selected", String(names[i] === name));
        button.tabIndex = names[i] === name ? 0 : -1;
      });
      panel.setAttribute("aria-labelledby", `tab-${name}`);
      panel.replaceChildren(views[name](isChosen));
    }

    const bar = make("div", { role: "tablist", "aria-label": "Show as" }, ...buttons);
    bar.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const at = buttons.indexOf(/** @type {HTMLElement} */ (document.activeElement));
      if (!step || at < 0) return;
      const next = buttons[(at + step + buttons.length) % buttons.length];
      next.focus();
      next.click();
    });
    part.replaceChildren(make("div", { class: "bar" }, bar, downloads.build(asked, "rows")), panel, downloads.elsewhere(asked));
    open(names.includes(view) ? view : "table", false);
  }

  /**
   * The diagram in a frame, which cannot say here why there is none: so that is asked first.
   * @param {Asked} asked @param {(() => void)|null} instead What to do where there is none, but to say why.
   */
  function diagram(asked, instead) {
    const address = `diagram?${net.parameters(asked)}`;
    const place = make("div", {}, make("p", { class: "nothing" }, "Drawing …"));
    net.get(address, "text/html, */*;q=0.1").then(
      () => place.replaceChildren(
        make("iframe", {
          src: address, title: "Diagram of the claims or actors in the answer", class: "diagram", allow: "clipboard-write",
          sandbox: "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox",
        }),
        make("p", { class: "fine" }, make("a", { href: address, target: "_blank", rel: "noopener" }, "Open the diagram on a page of its own"))),
      ({ message }) => {
        if (instead && place.isConnected) instead();
        else place.replaceChildren(make("p", { class: "nothing" }, message));
      });
    return place;
  }

  /** @param {import("./net").Problem} problem */
  function refuse({ message, line, column }) {
    part.hidden = true;
    get("problem").replaceChildren(make("p", {}, message));
    if (!line || !column) return;
    get("problem").append(make("button", { type: "button", onclick: () => query.point(line, column) }, `Go to line ${line}, column ${column}`));
    query.point(line, column);
  }

  function clear() {
    get("problem").replaceChildren();
  }

  return { show, refuse, clear, part, onview: (/** @type {(view: string) => void} */ listen) => void (tell = listen) };
})();
