/** The shipped questions: found by words, chosen, and asked of what their parameters say. */
isgraph.library = (() => {
  const { dom, net } = isgraph;
  const { arrows, bring, get, make } = dom;
  /** @typedef {{option: string, column: string, meaning: string, default: string|null, choices: any[]}} Parameter */
  /** @typedef {{name: string, title: string, explanation: string, example: string, sparql: string,
   *   chart: {sort: string, of: string, by: string}|null, parameters: Parameter[]}} Question */
  /** @type {Question[]} */ let all = [];
  /** @type {Question|null} */ let chosen = null;
  /** @type {Record<string, string>} */ let given = {};
  let isChanged = false;
  let turn = 0;
  /** @type {(sparql: Promise<string|null>) => void} */ let tell = () => {};
  const find = /** @type {HTMLInputElement} */ (get("find"));
  const narrow = matchMedia("(max-width: 900px)");

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
    get("found").textContent = fitting.length === all.length ? `${all.length} questions` : `${fitting.length} of ${all.length} questions`;
    get("questions").replaceChildren(...fitting.map((question) => make("li", {},
      make("button", { type: "button", "aria-pressed": String(question === chosen), onclick: () => take(question.name, {}) }, question.title))));
  }

  /** Show a question and ask it. @param {string} name @param {Record<string, string>} values By option. */
  function take(name, values) {
    show(name, values);
    if (chosen) tell(spelled());
  }

  /** @param {string|null} name None forgets it. @param {Record<string, string>} values By option. */
  function show(name, values) {
    const isInside = get("questions").contains(document.activeElement);
    chosen = all.find((question) => question.name === name) ?? null;
    given = { ...values };
    list();
    render();
    const button = /** @type {HTMLElement|null} */ (document.querySelector("#questions [aria-pressed=true]"));
    if (!button) return;
    if (narrow.matches) get("library").removeAttribute("open");
    else bring(button, get("questions"), 0);
    if (isInside) (narrow.matches ? get("library-opener") : button).focus();
  }

  function render() {
    const part = get("chosen");
    part.hidden = !chosen;
    part.replaceChildren();
    isChanged = false;
    if (!chosen) return;
    const { title, explanation, example, parameters } = chosen;
    part.append(
      make("h2", { id: "chosen-title" }, title),
      make("p", {}, explanation),
      make("fieldset", { id: "parameters", hidden: !parameters.length }, make("legend", { class: "unseen" }, "Only where"), ...parameters.flatMap(field)),
      make("p", { id: "changed", hidden: true }, "You have changed the query. ",
        make("button", { type: "button", onclick: () => { render(); tell(spelled()); } }, "Write it as it was")),
      make("p", { class: "fine" }, "In a terminal: ", make("code", {}, example)),
    );
  }

  /** @param {Parameter} parameter */
  function field({ option, meaning, default: usual, choices }) {
    const listId = `choices-${option}`;
    const input = /** @type {HTMLInputElement} */ (make("input", {
      id: `parameter-${option}`, list: listId, autocomplete: "off", placeholder: usual ?? "any", value: given[option] ?? "",
      onchange: () => {
        given[option] = input.value.trim();
        tell(spelled());
      },
    }));
    return [make("label", {}, `${meaning[0].toUpperCase()}${meaning.slice(1)}`, input),
      make("datalist", { id: listId }, ...choices.map((choice) => make("option", { value: choice })))];
  }

  /** The question as SPARQL with its parameters in it, or null if another is chosen meanwhile. */
  async function spelled() {
    const mine = ++turn;
    const question = /** @type {Question} */ (chosen);
    const values = Object.entries(given).filter(([, value]) => value);
    const text = await net.get(`questions/${question.name}?${new URLSearchParams(values)}`, "application/sparql-query");
    return mine === turn ? text : null;
  }

  /** The reader writes in the query, which from now on is no longer the question's. */
  function leave() {
    turn += 1;
    if (!chosen || isChanged) return;
    isChanged = true;
    get("parameters").toggleAttribute("disabled", true);
    get("changed").hidden = false;
  }

  find.addEventListener("input", list);
  arrows(get("questions"), "button");
  if (narrow.matches) get("library").removeAttribute("open");
  return {
    learn, take, show, leave,
    chart: () => chosen?.chart ?? null,
    chosen: () => (chosen && !isChanged ? { name: chosen.name, given } : null),
    onspelled: (/** @type {(sparql: Promise<string|null>) => void} */ listen) => void (tell = listen),
  };
})();
