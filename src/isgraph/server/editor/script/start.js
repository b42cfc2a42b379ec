/** Puts the page together: what is asked stands in the address, and an answer follows it. */
(() => {
  const { answer, dom, library, names, net, query } = isgraph;
  const { get, make } = dom;
  const FIRST = "# Who detains whom?\nSELECT ?who ?whom {\n  ?who isg:detains ?whom\n}";
  const ACCEPT = "application/sparql-results+json, text/turtle";
  const WITH = "with-";
  const field = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (get(id));
  /** @param {string} text */
  const say = (text) => void (get("state").textContent = text);
  let view = "table";
  let address = "";
  /** @type {AbortController|null} */ let running = null;

  /** @type {Record<string, string[]>} Kinds and statuses that the address names. */ let further = {};

  /** What the address says: behind its #, or behind its ? where it is the address of an answer. */
  const told = () => new URLSearchParams(location.hash.length > 1 ? location.hash.slice(1) : location.search);

  const asked = () => ({
    query: query.text(), on: field("on").value.trim(), knownBy: field("known-by").value, certainly: field("certainly").checked, further,
  });

  /** @param {import("./net").Asked} what */
  function addressOf(what) {
    const said = net.parameters(what);
    const chosen = library.chosen();
    if (chosen) said.set("question", chosen.name);
    for (const [option, value] of Object.entries(chosen?.given ?? {})) if (value) said.set(WITH + option, value);
    return said;
  }

  /** Write into the address what is asked. @param {boolean} isNew Whether the reader can come back to what was before. */
  function note(isNew) {
    const said = new URLSearchParams(address);
    if (view !== "table") said.set("view", view);
    if (`#${said}` !== location.hash) history[isNew ? "pushState" : "replaceState"](null, "", `${location.pathname}#${said}`);
  }

  /** Take up the query of the address. */
  function recall() {
    const said = told();
    query.write(said.get("query") || FIRST);
    field("on").value = said.get("on") ?? "";
    field("known-by").value = said.get("known-by") ?? "";
    field("certainly").checked = ["true", "1", "on"].includes((said.get("certainly") ?? "").toLowerCase());
    further = Object.fromEntries(["kind", "status"].map((name) => [name, said.getAll(name).filter(Boolean)]));
    showFurther();
    view = said.get("view") ?? "table";
  }

  /** Say what else the claims are chosen by, which has no field of its own. */
  function showFurther() {
    const said = Object.entries(further).filter(([, values]) => values.length).map(([name, values]) => `${name} ${values.join(" or ")}`);
    get("further").hidden = !said.length;
    get("further").replaceChildren(`Only ${said.join(" and ")} `, make("button", { type: "button", onclick: () => {
      further = {};
      showFurther();
      run(true);
    } }, "Ask of all"));
  }

  /** Take up the question of the address, and answer what it asks. */
  function follow() {
    const said = told();
    const given = Object.fromEntries([...said].filter(([name]) => name.startsWith(WITH)).map(([name, value]) => [name.slice(WITH.length), value]));
    const question = said.get("question");
    if (question && !said.get("query")) return library.take(question, given);
    library.show(question, given);
    if (said.get("query")) return run(false);
    running?.abort();
    answer.clear();
    answer.part.hidden = true;
    say("");
  }

  /** @param {boolean} isNew */
  async function run(isNew) {
    running?.abort();
    const mine = running = new AbortController();
    const begun = performance.now();
    const seconds = () => (performance.now() - begun) / 1000;
    const what = asked();
    if (!what.query.trim()) {
      running = null;
      busy(false);
      say("");
      return answer.refuse({ message: "There is no query yet. Write one, or choose a question." });
    }
    address = String(addressOf(what));
    note(isNew);
    answer.clear();
    busy(true);
    say("Asking …");
    const clock = setInterval(() => void (get("clock").textContent = `${Math.floor(seconds())} s`), 1000);
    try {
      const reply = await net.ask(what, ACCEPT, mine.signal);
      if (mine === running) say(`${answer.show(what, reply, library.chart(), view)}, in ${seconds().toFixed(2)} s`);
    } catch (problem) {
      if (mine === running) refuse(problem);
    } finally {
      clearInterval(clock);
      if (mine === running) busy(false);
    }
  }

  /** @param {boolean} isSo */
  function busy(isSo) {
    get("cancel").hidden = !isSo;
    get("clock").textContent = "";
    answer.part.setAttribute("aria-busy", String(isSo));
  }

  /** @param {any} problem */
  function refuse(problem) {
    const isStopped = problem.name === "AbortError";
    say(isStopped ? "Cancelled." : "");
    if (isStopped) answer.part.hidden = true; // it is the answer to another query
    else answer.refuse(problem.message ? problem : { message: String(problem) });
  }

  get("choices").addEventListener("submit", (event) => {
    event.preventDefault();
    run(true);
  });
  get("cancel").addEventListener("click", () => {
    running?.abort();
    get("run").focus();
  });
  get("skip").addEventListener("click", (event) => {
    event.preventDefault();
    query.field.focus();
  });
  query.onwritten(library.leave);
  library.onspelled(async (spelled) => {
    try {
      const sparql = await spelled;
      if (sparql === null) return;
      query.write(sparql);
      run(true);
    } catch (problem) {
      refuse(problem);
    }
  });
  answer.onview((name) => {
    view = name;
    note(false);
  });
  addEventListener("popstate", () => {
    recall();
    follow();
  });

  recall();
  /** @type {[string, (told: any) => void][]} */
  const lessons = [["terms", names.learn], ["questions", library.learn]];
  Promise.allSettled(lessons.map(async ([path, learn]) => learn(JSON.parse(await net.get(path))))).then((outcomes) => {
    get("prefixes").textContent = names.prefixes().map(([name]) => `${name}:`).sort().join(" ");
    follow();
    outcomes.forEach((outcome, i) => {
      if (outcome.status === "rejected") refuse({ message: `The ${lessons[i][0]} cannot be had: ${outcome.reason.message}` });
    });
    document.body.dataset.ready = "true";
  });
})();
