/**
 * The search box of every page; without a script the lists do instead.
 *
 * @typedef {[label: string, sort: string, path: string, others: string[], claims: number]} Entry
 * @typedef {{label: string, detail: string, path: string, rank: number, claims: number}} Found
 */
isgraph.search = (() => {
  const MOST = 12;
  const root = document.body.dataset.root ?? "";

  /** Letters without accents and case. @param {string} text */
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’‘ʼʿʾ`]/g, "'").toLowerCase();

  const index = /** @type {Entry[]} */ (isgraph.entries).map(([label, sort, path, others, claims]) => ({
    label, sort, path, claims, names: [label, ...others].map((name) => ({ name, folded: fold(name) })),
  }));

  /**
   * How well a name fits: lower is better. Questions and claims are sentences: any order of words will do.
   * @param {string} name @param {string} query @param {boolean} isSentence
   */
  function score(name, query, isSentence) {
    const place = name.indexOf(query);
    if (place === 0) return name.length === query.length ? 0 : 1;
    if (place > 0) return /[\s\-('"]/.test(name[place - 1]) ? 2 : 3;
    return isSentence && query.length > 2 && query.split(/\s+/).every((word) => name.includes(word)) ? 4 : Infinity;
  }

  /** @param {string} text @returns {Found[]} Best first. */
  function find(text) {
    const query = fold(text.trim());
    if (!query) return [];
    return index
      .map(({ label, sort, path, names, claims }) => {
        const isSentence = sort === "claim" || sort === "question";
        const [best] = names
          .map(({ name, folded }) => ({ name, rank: score(folded, query, isSentence) }))
          .sort((a, b) => a.rank - b.rank);
        const after = isSentence && best.rank > 0 ? 4 : 0;
        const other = best.name === label ? "" : ` · ${best.name}`;
        return { label, detail: sort + other, path, rank: best.rank + after, claims };
      })
      .filter(({ rank }) => rank < Infinity)
      .sort((a, b) => a.rank - b.rank || b.claims - a.claims || (a.label < b.label ? -1 : 1))
      .slice(0, MOST);
  }

  /** @param {string} tag @param {Record<string, string>} attributes @param {...(Node|string)} inside */
  function make(tag, attributes, ...inside) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...inside);
    return element;
  }

  function build() {
    const input = /** @type {HTMLInputElement} */ (make("input", {
      type: "search", id: "search-query", role: "combobox", placeholder: "Search names and claims", "aria-label": "Search names, claims and questions",
      autocomplete: "off", spellcheck: "false", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "search-results",
    }));
    const list = make("ul", { id: "search-results", role: "listbox", "aria-label": "Found" });
    const live = make("p", { class: "unseen", role: "status", "aria-live": "polite" });
    /** @type {Found[]} */ let found = [];
    let at = -1;

    function render() {
      list.hidden = !input.value.trim();
      input.setAttribute("aria-expanded", String(!list.hidden));
      list.replaceChildren(...found.map(({ label, detail }, i) => {
        const option = make("li", { role: "option", id: `result-${i}`, "aria-selected": String(i === at) }, make("span", {}, label), make("small", {}, detail));
        option.addEventListener("mousedown", (event) => event.preventDefault());
        option.addEventListener("click", () => open(i));
        return option;
      }));
      if (!found.length) list.append(make("li", { class: "empty", role: "option", "aria-disabled": "true", "aria-selected": "false" }, "Nothing found. The lists name everything there is."));
      if (at >= 0) input.setAttribute("aria-activedescendant", `result-${at}`);
      else input.removeAttribute("aria-activedescendant");
      list.children[at]?.scrollIntoView({ block: "nearest" });
    }

    /** @param {number} i */
    function open(i) {
      const chosen = found[i];
      if (chosen) location.href = root + chosen.path;
    }

    input.addEventListener("input", () => {
      found = find(input.value);
      at = found.length ? 0 : -1;
      render();
      live.textContent = `${found.length} found`;
    });
    input.addEventListener("keydown", (event) => {
      if ((event.key === "ArrowDown" || event.key === "ArrowUp") && found.length) {
        event.preventDefault();
        at = (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
        render();
      } else if (event.key === "Enter") {
        open(Math.max(at, 0));
      } else if (event.key === "Escape") {
        input.value = "";
        found = [];
        at = -1;
        render();
      }
    });
    input.addEventListener("blur", () => void (list.hidden = true));
    input.addEventListener("focus", render);
    addEventListener("keydown", (event) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest("input, textarea");
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.focus();
    });
    list.hidden = true;
    document.getElementById("search")?.append(input, list, live);
  }

  return { build, find };
})();

isgraph.search.build();
