/** A field for a day that takes a year or a month too, and says a clear word of what it cannot take. */
isgraph.dayfield = (() => {
  const { dates, days, dom, texts } = isgraph;
  const { make } = dom;

  /**
   * @typedef {{
   *   id: string, label: string, title: string, end: "first"|"last", off: string,
   *   value: () => string|null, take: (day: string|null) => void,
   *   refuse?: (day: string) => string|undefined, suggested?: string[]}} Settings
   * `end` is the day that a year or month stands for, `off` names the button that empties the
   * field, `refuse` gives the word for a day that does not fit.
   * @param {Settings} settings
   * @returns {{element: HTMLElement, refresh: () => void}}
   */
  function field({ id, label, title, end, off, value, take, refuse, suggested = [] }) {
    const word = make("span", { id: `${id}-word`, class: "wrong", role: "alert" });
    const input = /** @type {HTMLInputElement} */ (make("input", {
      id, type: "text", size: "10", maxlength: "10", placeholder: texts.dayForm, title, autocomplete: "off", spellcheck: "false",
      "aria-describedby": `${id}-word`, list: suggested.length > 0 && `${id}-days`, onchange: read,
      onkeydown: (/** @type {KeyboardEvent} */ event) => event.key === "Enter" && read(),
    }));
    const clear = make("button", { type: "button", id: `${id}-off`, onclick: () => { say(); take(null); } }, off);
    const list = suggested.length > 0 && make("datalist", { id: `${id}-days` },
      ...suggested.map((day) => make("option", { value: day }, dates.inWords(day))));

    /** Without a text nothing is wrong. @param {string} [text] */
    function say(text = "") {
      word.textContent = text;
      if (text) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }

    function read() {
      const written = input.value.trim();
      const day = written ? days.complete(written, end) : null;
      const wrong = written && !day ? texts.noDay(written) : day ? refuse?.(day) : undefined;
      say(wrong);
      if (wrong) return;
      if (day !== value()) take(day);
      else refresh();
    }

    function refresh() {
      const day = value();
      clear.setAttribute("aria-pressed", String(day === null));
      // What is being written stays until it is finished.
      if (input.getAttribute("aria-invalid") && document.activeElement === input) return;
      input.value = day ?? "";
      say();
    }

    const element = make("div", { class: "clock", id: `${id}-clock` }, make("label", { for: id, title }, label), input, clear, list, word);
    return { element, refresh };
  }

  return { field };
})();
