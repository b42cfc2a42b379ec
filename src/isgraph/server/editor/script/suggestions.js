/** What fits at the caret: prefixes, terms, names of the graph, variables and key words. */
isgraph.suggestions = (() => {
  const { dom, names } = isgraph;
  const { get, make } = dom;
  const MOST = 40;
  const WORDS = ["SELECT", "DISTINCT", "WHERE", "OPTIONAL", "UNION", "MINUS", "FILTER", "FILTER NOT EXISTS", "VALUES", "BIND", "GROUP BY", "HAVING", "ORDER BY", "LIMIT", "OFFSET", "ASK", "CONSTRUCT", "DESCRIBE", "COUNT", "SUM", "MIN", "MAX", "CONTAINS", "LCASE", "STR", "LANG", "REGEX", "BOUND", "COALESCE", "STRAFTER"];
  /** @typedef {{name: string, detail: string}} Suggestion */

  const field = /** @type {HTMLTextAreaElement} */ (get("query"));
  const list = get("suggestions");
  /** @type {Suggestion[]} */ let found = [];
  let at = -1;

  /** The word before the caret. */
  const started = () => /(?:[?$]\w*|[\w-]+:[\w.-]*|[\p{L}\d_-]+)$/u.exec(field.value.slice(0, field.selectionStart))?.[0] ?? "";

  /** @param {string} start @returns {Suggestion[]} Best first. */
  function fitting(start) {
    const low = start.toLowerCase();
    if (/^[?$]/.test(start)) {
      const all = new Set(field.value.match(/[?$]\w+/g) ?? []);
      all.delete(start);
      return [...all].filter((name) => name.toLowerCase().startsWith(low)).sort().map((name) => ({ name, detail: "variable" }));
    }
    const [prefix, local] = low.includes(":") ? low.split(":", 2) : [null, low];
    const ranked = names.terms().flatMap(({ name, detail, label, search }) => {
      if (prefix !== null && !name.toLowerCase().startsWith(`${prefix}:`)) return [];
      const here = name.slice(name.indexOf(":") + 1).toLowerCase();
      const rank = here.startsWith(local) ? 0 : label.toLowerCase().startsWith(local) ? 1
        : here.includes(local) || label.toLowerCase().includes(local) ? 2 : local.length > 2 && search.toLowerCase().includes(local) ? 3 : 4;
      return rank < 4 ? [{ name, detail, rank }] : [];
    });
    ranked.sort((one, other) => one.rank - other.rank || one.name.localeCompare(other.name));
    if (prefix !== null) return ranked.slice(0, MOST);
    const openings = names.prefixes().map(([name]) => ({ name: `${name}:`, detail: "prefix" })).sort((one, other) => one.name.localeCompare(other.name));
    const words = WORDS.map((name) => ({ name, detail: "key word" }));
    const begun = [...openings, ...words].filter(({ name }) => name.toLowerCase().startsWith(low));
    return [...begun, ...(low ? ranked : [])].slice(0, MOST);
  }

  /** @param {boolean} asked Whether the reader asks for it, or it comes of itself. */
  function open(asked) {
    const start = started();
    found = asked || (start.includes(":") && !start.startsWith("http")) ? fitting(start) : [];
    if (found.length === 1 && found[0].name === start) found = [];
    at = found.length ? 0 : -1;
    render();
    if (asked) get("state").textContent = found.length ? "" : "No name or term begins like that.";
  }

  function close() {
    found = [];
    at = -1;
    render();
  }

  function render() {
    list.hidden = !found.length;
    list.replaceChildren(...found.map(({ name, detail }, i) => make("li", {
      role: "option", id: `suggestion-${i}`, "aria-selected": String(i === at),
      onmousedown: (/** @type {Event} */ event) => event.preventDefault(), onclick: () => take(i),
    }, make("span", {}, name), make("small", {}, detail))));
    if (at < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", `suggestion-${at}`);
    if (found.length) place();
    const row = /** @type {HTMLElement|undefined} */ (list.children[at]);
    if (row) list.scrollTop = Math.max(0, Math.min(list.scrollTop, row.offsetTop), row.offsetTop + row.offsetHeight - list.clientHeight);
  }

  /** Put the list below the line of the caret, within the sheet. */
  function place() {
    const before = field.value.slice(0, field.selectionStart - started().length).split("\n");
    const style = getComputedStyle(field);
    const letter = get("ink").dataset.letter ?? "8";
    const left = before[before.length - 1].length * Number(letter) + Number.parseFloat(style.paddingLeft) - field.scrollLeft;
    const top = before.length * Number.parseFloat(style.lineHeight) + Number.parseFloat(style.paddingTop) - field.scrollTop;
    list.style.left = `${Math.max(0, Math.min(left, field.clientWidth - list.offsetWidth))}px`;
    list.style.top = `${top + 2}px`;
  }

  /** @param {number} i */
  function take(i) {
    const { name } = found[i];
    const end = field.selectionStart;
    field.setRangeText(name, end - started().length, end, "end");
    close();
    field.dispatchEvent(new Event("input"));
    if (name.endsWith(":")) open(true);
    field.focus();
  }

  /** @param {KeyboardEvent} event @returns {boolean} Whether the key was for the list. */
  function key(event) {
    if (event.key === " " && event.ctrlKey) open(true);
    else if (!found.length) return false;
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      at = (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
      render();
    } else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === "Tab") take(at);
    else if (event.key === "Escape") close();
    else return false;
    event.preventDefault();
    return true;
  }

  field.addEventListener("blur", close);
  return { open, close, key };
})();
