/** The shipped questions: found by words, chosen, and asked of what their parameters say. */
isgraph.library = (() => {
  const { dom, net } = isgraph;
  const { get, make } = dom;
  /** @typedef {{option: string, column: string, meaning: string, default: string|null, choices: any[]}} Parameter */
  /** @typedef {{name: string, title: string, explanation: string, example: string, sparql: string,
   *   chart: {sort: string, of: string, by: string}|null, parameters: Parameter[]}} Question */
  /** @type {Question[]} */ let all = [];
  /** @type {Question|null} */ let chosen = null;
  /** @type {Record<string, string>} */ let given = {};
  let turn = 0;
  /** @type {(sparql: string) => void} */ let tell = () => {};
  const find = /** @type {HTMLInputElement} */ (get("find"));

  /** @param {Question[]} questions What `/questions` gives. */
  function learn(questions) {
    all = questions;
    list();
  }

  function list() {
    const words = find.value.toLowerCase().split(/\s+/);
    const fitting = all.filter(({ name, title, explanation }) => {
      const text = `${name} ${title} ${explanation}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    get("found").textContent = fitting.length === all.length ? "" : `${fitting.length} of ${all.length}`;
    get("questions").replaceChildren(...fitting.map((question) => make("li", {},
      make("button", { type: "button", "aria-pressed": String(question === chosen), onclick: () => take(question.name, {}) }, question.title))));
  }

  /**
   * Show a question and ask it.
   * @param {string|null} name None forgets it. @param {Record<string, string>} values By option.
   */
  async function take(name, values) {
    show(name, values);
    if (chosen) tell(await spelled());
  }

  /** @param {string|null} name @param {Record<string, string>} values */
  function show(name, values) {
    chosen = all.find((question) => question.name === name) ?? null;
    given = { ...values };
    list();
    const part = get("chosen");
    part.hidden = !chosen;
    if (!chosen) return;
    const { title, explanation, example, parameters } = chosen;
    part.replaceChildren(
      make("h2", { id: "chosen-title" }, title),
      make("p", {}, explanation),
      make("div", { class: "parameters" }, ...parameters.flatMap(field)),
      make("p", { class: "fine" }, "In a terminal: ", make("code", {}, example)),
    );
    if (matchMedia("(max-width: 900px)").matches) get("library").removeAttribute("open");
  }

  /** @param {Parameter} parameter */
  function field({ option, meaning, default: usual, choices }) {
    const listId = `choices-${option}`;
    const input = /** @type {HTMLInputElement} */ (make("input", {
      id: `parameter-${option}`, list: listId, autocomplete: "off", placeholder: usual ?? "any", value: given[option] ?? "",
      onchange: async () => {
        given[option] = input.value.trim();
        tell(await spelled());
      },
    }));
    return [make("label", {}, `${meaning[0].toUpperCase()}${meaning.slice(1)} `, input),
      make("datalist", { id: listId }, ...choices.map((choice) => make("option", { value: choice })))];
  }

  /** The question as SPARQL with its parameters in it; throws a problem if one fits no answer. */
  async function spelled() {
    const mine = ++turn;
    const question = /** @type {Question} */ (chosen);
    const values = Object.entries(given).filter(([, value]) => value);
    const text = await net.get(`questions/${question.name}?${new URLSearchParams(values)}`, "application/sparql-query");
    if (mine !== turn) throw new DOMException("Another was chosen meanwhile.", "AbortError");
    return text;
  }

  find.addEventListener("input", list);
  return {
    learn, take, show,
    chosen: () => chosen,
    given: () => given,
    onspelled: (/** @type {(sparql: string) => void} */ listen) => void (tell = listen),
  };
})();
