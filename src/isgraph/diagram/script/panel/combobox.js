/** A field that suggests while one writes; it knows nothing of what it suggests. */
isgraph.combobox = (() => {
  const { dom, texts } = isgraph;
  const { make } = dom;

  /**
   * @template {{label: string, detail: string}} Found
   * @param {{id: string, listId: string, label: string, placeholder: string,
   *   find: (text: string) => Found[], choose: (found: Found) => void}} parts
   *   `find` gives what fits, best first.
   * @returns {HTMLElement[]} The field and its list, to be put into one positioned parent.
   */
  function build({ id, listId, label, placeholder, find, choose }) {
    const input = /** @type {HTMLInputElement} */ (make("input", {
      type: "search", id, role: "combobox", placeholder, "aria-label": label, autocomplete: "off",
      spellcheck: "false", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": listId,
    }));
    const list = make("ul", { id: listId, class: "options", role: "listbox", "aria-label": label, hidden: true });
    /** @type {Found[]} */ let results = [];
    let at = -1;

    function render() {
      list.hidden = !input.value.trim();
      input.setAttribute("aria-expanded", String(!list.hidden && results.length > 0));
      list.replaceChildren(...results.map(({ label, detail }, i) =>
        make("li", { role: "option", id: `${listId}-${i}`, "aria-selected": String(i === at), onmousedown: (/** @type {Event} */ event) => event.preventDefault(), onclick: () => take(i) },
          make("span", {}, label), make("small", {}, detail))));
      if (!results.length) list.append(make("li", { class: "empty", role: "option", "aria-disabled": "true" }, texts.found(0)));
      input.setAttribute("aria-activedescendant", at >= 0 ? `${listId}-${at}` : "");
      list.children[at]?.scrollIntoView({ block: "nearest" });
    }

    /** @param {number} i */
    function take(i) {
      const found = results[i];
      if (!found) return;
      close();
      choose(found);
    }

    function close() {
      input.value = "";
      results = [];
      at = -1;
      render();
    }

    input.addEventListener("input", () => {
      results = find(input.value);
      at = results.length ? 0 : -1;
      render();
      isgraph.start.say(texts.found(results.length));
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        at = results.length ? (at + step + results.length) % results.length : -1;
        render();
      } else if (event.key === "Enter") {
        take(Math.max(at, 0));
      } else if (event.key === "Escape" && input.value) {
        event.stopPropagation();
        close();
      }
    });
    input.addEventListener("blur", () => void (list.hidden = true));
    input.addEventListener("focus", render);
    return [input, list];
  }

  return { build };
})();
