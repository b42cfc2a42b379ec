/** The sheet that a query is written on: numbered lines, ink of several colours, the caret. */
isgraph.query = (() => {
  const { dom, tokens } = isgraph;
  const { get, make } = dom;
  const [FEWEST, MOST] = [6, 22];
  const field = /** @type {HTMLTextAreaElement} */ (get("query"));
  const [ink, lines] = [get("ink"), get("lines")];
  /** @type {() => void} */ let tell = () => {};
  let wrong = 0;

  /** Ink lies behind the letters of the field, which are without colour. */
  function paint() {
    const text = field.value;
    /** @type {(string|Node)[]} */ const parts = [];
    let from = 0;
    for (const { sort, word, at } of tokens.read(text)) {
      parts.push(text.slice(from, at), make("span", { class: `ink-${sort}` }, word));
      from = at + word.length;
    }
    ink.replaceChildren(...parts, `${text.slice(from)}\n`);
    const count = text.split("\n").length;
    lines.replaceChildren(...Array.from({ length: count }, (_, i) =>
      make("span", { class: i + 1 === wrong ? "wrong" : undefined }, `${i + 1}\n`)));
    field.rows = Math.max(FEWEST, Math.min(MOST, count + 1));
    follow();
  }

  function follow() {
    ink.style.transform = `translate(${-field.scrollLeft}px, ${-field.scrollTop}px)`;
    lines.style.transform = `translateY(${-field.scrollTop}px)`;
  }

  /** Where a letter stands on the sheet. @param {number} place */
  function spot(place) {
    const walk = document.createTreeWalker(ink, NodeFilter.SHOW_TEXT);
    let node = /** @type {Text} */ (walk.nextNode());
    let left = place;
    while (left >= node.length) {
      left -= node.length;
      node = /** @type {Text} */ (walk.nextNode());
    }
    const letter = document.createRange();
    letter.setStart(node, left);
    letter.setEnd(node, left + 1);
    const [box, sheet] = [letter.getBoundingClientRect(), get("sheet").getBoundingClientRect()];
    return { left: box.left - sheet.left, bottom: box.bottom - sheet.top };
  }

  /** @param {string} text */
  function write(text) {
    field.value = text;
    wrong = 0;
    paint();
  }

  /** Put the caret where something is wrong. @param {number} line @param {number} column Both from 1, in letters. */
  function point(line, column) {
    wrong = line;
    paint();
    const above = field.value.split("\n").slice(0, line);
    const last = above.pop() ?? "";
    const place = above.join("\n").length + (above.length ? 1 : 0) + [...last].slice(0, column - 1).join("").length;
    field.focus();
    field.setSelectionRange(place, place);
    field.scrollTop = Math.max(0, line - MOST / 2) * Number.parseFloat(getComputedStyle(field).lineHeight);
  }

  field.addEventListener("input", () => {
    wrong = 0;
    paint();
    tell();
  });
  field.addEventListener("scroll", follow);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    /** @type {HTMLFormElement} */ (get("choices")).requestSubmit();
  });

  return { field, write, point, spot, text: () => field.value, onwritten: (/** @type {() => void} */ listen) => void (tell = listen) };
})();
