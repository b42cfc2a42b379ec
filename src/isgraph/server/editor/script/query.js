/** The sheet that a query is written on: numbered lines, ink of several colours, the caret. */
isgraph.query = (() => {
  const { dom, suggestions } = isgraph;
  const { get, make } = dom;
  const TOKENS = /(#[^\n]*)|("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(<[^<>\s]*>)|([?$]\w+)|([\w-]*:[\w.-]*\w)|\b(select|distinct|reduced|where|optional|union|minus|filter|not|exists|in|values|bind|as|group|by|having|order|asc|desc|limit|offset|ask|construct|describe|prefix|base|a|undef|count|sum|min|max|avg|sample|group_concat)\b/gi;
  const SORTS = ["comment", "text", "iri", "variable", "name", "word"];

  const field = /** @type {HTMLTextAreaElement} */ (get("query"));
  const [ink, lines] = [get("ink"), get("lines")];
  /** @type {(text: string) => void} */ let tell = () => {};
  let wrong = 0;

  /** Ink lies behind the letters of the field, which are without colour. */
  function paint() {
    const text = field.value;
    /** @type {(string|Node)[]} */ const parts = [];
    let from = 0;
    for (const found of text.matchAll(TOKENS)) {
      const sort = SORTS[found.slice(1).findIndex(Boolean)];
      parts.push(text.slice(from, found.index), make("span", { class: sort }, found[0]));
      from = found.index + found[0].length;
    }
    ink.replaceChildren(...parts, text.slice(from), "\n");
    const count = text.split("\n").length;
    lines.replaceChildren(...Array.from({ length: count }, (_, i) =>
      make("span", { class: i + 1 === wrong ? "wrong" : undefined }, `${i + 1}\n`)));
    field.rows = Math.max(6, Math.min(22, count + 1));
    follow();
  }

  function follow() {
    ink.scrollTop = field.scrollTop;
    ink.scrollLeft = field.scrollLeft;
    lines.scrollTop = field.scrollTop;
  }

  /** How wide a letter is, for the place of the suggestions. */
  function measure() {
    const probe = make("span", {}, "0".repeat(100));
    ink.append(probe);
    ink.dataset.letter = String(probe.getBoundingClientRect().width / 100);
    probe.remove();
  }

  /** @param {string} text */
  function write(text) {
    field.value = text;
    wrong = 0;
    paint();
  }

  /** @param {number} line @param {number} column Both from 1. */
  function point(line, column) {
    wrong = line;
    paint();
    const before = field.value.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    const place = Math.min(field.value.length, before + column - 1);
    field.focus();
    field.setSelectionRange(place, place);
  }

  field.addEventListener("input", () => {
    wrong = 0;
    paint();
    tell(field.value);
    suggestions.open(false);
  });
  field.addEventListener("scroll", follow);
  field.addEventListener("click", suggestions.close);
  field.addEventListener("keydown", (event) => {
    if (suggestions.key(event)) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      suggestions.close();
      /** @type {HTMLFormElement} */ (get("choices")).requestSubmit();
    }
  });
  measure();
  return { write, point, text: () => field.value, onwritten: (/** @type {(text: string) => void} */ listen) => void (tell = listen) };
})();
