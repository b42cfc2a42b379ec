/** What comes back: rows as table, chart and diagram, a yes or no, triples, or a refusal. */
isgraph.answer = (() => {
  const { chart, dom, downloads, net, query, table } = isgraph;
  const { get, make } = dom;
  const part = get("answer");
  /** @type {(view: string) => void} */ let tell = () => {};

  /**
   * @param {any} asked @param {{type: string, text: string}} reply @param {any} hint @param {string} view
   * @returns {string} What it is, in a few words.
   */
  function show(asked, { type, text }, hint, view) {
    part.hidden = false;
    if (!type.includes("json") || type.includes("ld+json")) {
      part.replaceChildren(downloads.build(asked, true), make("pre", { class: "triples", tabindex: "0", "aria-label": "Triples" }, text), downloads.elsewhere(asked));
      return text.trim() ? "Triples" : "No triple";
    }
    const { head, boolean, results } = JSON.parse(text);
    if (boolean !== undefined) {
      part.replaceChildren(make("p", { class: "verdict" }, boolean ? "Yes" : "No"), downloads.elsewhere(asked));
      return boolean ? "Yes" : "No";
    }
    const rows = results.bindings;
    if (rows.length) tabs(asked, head.vars, rows, hint, view);
    else {
      part.replaceChildren(make("p", {}, "Nothing in the graph answers this as it is asked."));
      reasons(asked);
    }
    return `${rows.length.toLocaleString("en-GB")} row${rows.length === 1 ? "" : "s"}`;
  }

  /** @param {any} asked @param {string[]} columns @param {any[]} rows @param {any} hint @param {string} view */
  function tabs(asked, columns, rows, hint, view) {
    const drawn = chart.fitting(hint, columns, rows);
    /** @type {Record<string, () => HTMLElement>} */
    const views = { table: () => table.build(columns, rows), diagram: () => diagram(asked) };
    if (drawn) views.chart = () => chart.build(drawn, rows);
    const panel = make("div", { id: "panel", role: "tabpanel", tabindex: "-1" });
    const names = Object.keys(views);
    const buttons = names.map((name) => make("button", {
      type: "button", role: "tab", id: `tab-${name}`, "aria-controls": "panel", onclick: () => { open(name); tell(name); },
    }, name[0].toUpperCase() + name.slice(1)));

    /** @param {string} name */
    function open(name) {
      buttons.forEach((button, i) => {
        button.setAttribute("aria-selected", String(names[i] === name));
        button.tabIndex = names[i] === name ? 0 : -1;
      });
      panel.setAttribute("aria-labelledby", `tab-${name}`);
      panel.replaceChildren(views[name]());
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
    part.replaceChildren(make("div", { class: "bar" }, bar, downloads.build(asked, false)), panel, downloads.elsewhere(asked));
    open(names.includes(view) ? view : "table");
  }

  /** @param {any} asked */
  const diagram = (asked) => make("iframe", {
    src: `diagram?${net.parameters(asked)}`, title: "Diagram of the claims or actors in the answer",
    sandbox: "allow-scripts allow-downloads allow-popups", class: "diagram",
  });

  /** Say why nothing may have been found. @param {any} asked */
  async function reasons(asked) {
    const told = JSON.parse(await net.get(`reasons?${net.parameters(asked)}`)).reasons;
    part.append(make("ul", { class: "reasons" }, ...told.map((/** @type {string} */ reason) => make("li", {}, reason))));
  }

  /** @param {{message: string, line?: number, column?: number}} problem */
  function refuse({ message, line, column }) {
    part.hidden = true;
    get("problem").replaceChildren(make("p", {}, message));
    if (line && column) {
      query.point(line, column);
      get("problem").append(make("button", { type: "button", onclick: () => query.point(line, column) }, `Go to line ${line}, column ${column}`));
    }
  }

  return { show, refuse, clear: () => get("problem").replaceChildren(), onview: (/** @type {(view: string) => void} */ listen) => void (tell = listen) };
})();
