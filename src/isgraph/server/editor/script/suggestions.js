/** What fits at the caret: prefixes, terms, names of the graph, variables and key words. */
isgraph.suggestions = (() => {
  const { dom, names, query, tokens } = isgraph;
  const { get, make } = dom;
  const { field } = query;
  const MOST = 40;
  const WORDS = ["SELECT", "DISTINCT", "WHERE", "OPTIONAL", "UNION", "MINUS", "FILTER", "FILTER NOT EXISTS", "VALUES", "BIND", "GROUP BY", "HAVING", "ORDER BY", "LIMIT", "OFFSET", "ASK", "CONSTRUCT", "DESCRIBE", "COUNT", "SUM", "MIN", "MAX", "CONTAINS", "LCASE", "STR", "LANG", "REGEX", "BOUND", "COALESCE", "STRAFTER"];
  /** @typedef {{name: string, detail: string}} Suggestion */

  const list = get("suggestions");
  /** @type {Suggestion[]} */ let found = [];
  let at = -1;

  /** The word before the caret. */
  const started = () => /(?:[?$]\w*|[\w-]+:[\w.-]*|[\p{L}\d_-]+)$/u.exec(field.value.slice(0, field.selectionStart))?.[0] ?? "";

  /** Whether the word before the caret stands where a verb does: second in a triple, or after a semicolon. */
  function isVerbNext() {
    const before = field.value.slice(0, field.selectionStart - started().length);
    const flat = before.replace(/[^\s{};]+\s*[|/]\s*/g, "").replace(/[\^(]+\s*$/, ""); // a path is one verb
    const parts = flat.split(/([{};]|\.\s)/);
    const words = (parts.pop() ?? "").trim();
    return (words ? words.split(/\s+/).length : 0) === (parts.pop() === ";" ? 0 : 1);
  }

  /** @param {string} start @returns {Suggestion[]} Best first. */
  function fitting(start) {
    const low = start.toLowerCase();
    if (/^[?$]/.test(start)) return variables(start);
    const isVerb = isVerbNext();
    const [prefix, local] = low.includes(":") ? low.split(":", 2) : [null, low];
    const ranked = names.terms()
      .filter(({ name }) => prefix === null || name.toLowerCase().startsWith(`${prefix}:`))
      .map((term) => ({ ...term, rank: rank(term, local) }))
      .filter((term) => term.rank < 4)
      .sort((one, other) => (isVerb ? Number(other.isVerb) - Number(one.isVerb) : 0) || one.rank - other.rank || one.name.localeCompare(other.name));
    if (prefix !== null) return ranked.slice(0, MOST);
    const openings = names.prefixes().map(([name]) => ({ name: `${name}:`, detail: "prefix" })).sort((one, other) => one.name.localeCompare(other.name));
    const words = WORDS.map((name) => ({ name, detail: "key word" }));
    const begun = [...openings, ...words].filter(({ name }) => name.toLowerCase().startsWith(low));
    return [...begun, ...(low ? ranked : [])].slice(0, MOST);
  }

  /** @param {string} start */
  function variables(start) {
    const all = new Set(field.value.match(/[?$]\w+/g));
    all.delete(start);
    const low = start.toLowerCase();
    return [...all].filter((name) => name.toLowerCase().startsWith(low)).sort().map((name) => ({ name, detail: "variable" }));
  }

  /** How well a term fits, from 0; 4 is not at all. @param {import("./names").Term} term @param {string} start */
  function rank({ name, label, search }, start) {
    const local = name.slice(name.indexOf(":") + 1).toLowerCase();
    const called = label.toLowerCase();
    if (local.startsWith(start)) return 0;
    if (called.startsWith(start)) return 1;
    if (local.includes(start) || called.includes(start)) return 2;
    return start.length > 2 && search.includes(start) ? 3 : 4;
  }

  /** @param {boolean} asked Whether the reader asks for it, or it comes of itself. */
  function open(asked) {
    const start = started();
    const isQuoted = tokens.isQuoted(field.value, field.selectionStart);
    found = !isQuoted && (asked || start.includes(":")) ? fitting(start) : [];
    if (!asked && found[0]?.name === start) found = [];
    at = found.length ? 0 : -1;
    render();
    if (asked) get("hint").textContent = found.length ? `${found.length} suggestion${found.length === 1 ? "" : "s"}` : isQuoted ? "Nothing is suggested inside a text, an IRI or a comment." : "No name or term begins like that.";
  }

  function close() {
    found = [];
    at = -1;
    render();
    get("hint").textContent = "";
  }

  function render() {
    list.hidden = !found.length;
    list.replaceChildren(...found.map(({ name, detail }, i) => make("li", {
      role: "option", id: `suggestion-${i}`, "aria-selected": String(i === at), onclick: () => take(i),
    }, make("span", {}, name), make("small", {}, detail))));
    if (!found.length) {
      for (const name of ["role", "aria-expanded", "aria-activedescendant"]) field.removeAttribute(name);
      return;
    }
    // Only while the list is open: a screen reader reads a combobox as a single line.
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-expanded", "true");
    field.setAttribute("aria-activedescendant", `suggestion-${at}`);
    const { left, bottom } = query.spot(field.selectionStart - started().length);
    list.style.left = `${Math.max(0, Math.min(left, field.clientWidth - list.offsetWidth))}px`;
    list.style.top = `${bottom + 4}px`;
    const row = /** @type {HTMLElement} */ (list.children[at]);
    list.scrollTop = Math.max(0, row.offsetTop + row.offsetHeight - list.clientHeight);
  }

  /** Write a suggestion, so that it can be undone. @param {number} i */
  function take(i) {
    const { name } = found[i];
    const end = field.selectionStart;
    field.setSelectionRange(end - started().length, end);
    document.execCommand("insertText", false, name);
    close();
    if (name.endsWith(":")) open(true);
  }

  list.addEventListener("mousedown", (event) => event.preventDefault());
  field.addEventListener("input", () => open(false));
  field.addEventListener("click", close);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.key === " " && event.ctrlKey) open(true);
    else if (!found.length) return;
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      at = (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
      render();
    } else if (event.ctrlKey || event.metaKey || event.altKey) return close();
    else if (event.key === "Enter" || event.key === "Tab") take(at);
    else if (event.key === "Escape") close();
    else if (event.key.startsWith("Arrow") || event.key === "Home" || event.key === "End") return close();
    else return;
    event.preventDefault();
  });
})();
