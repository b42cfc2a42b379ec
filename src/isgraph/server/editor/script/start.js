/** Puts the page together: what is asked stands in the address, and an answer follows it. */
(() => {
  const { answer, dom, library, names, net, query } = isgraph;
  const { get } = dom;
  const FIRST = "# Who detains whom?\nSELECT ?who ?whom {\n  ?who isg:detains ?whom\n}";
  const ACCEPT = "application/sparql-results+json, text/turtle";
  const OWN = ["query", "question", "on", "known-by", "certainly", "view"];
  const field = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (get(id));
  let view = "table";
  /** @type {AbortController|null} */ let running = null;

  const asked = () => ({
    query: query.text(), on: field("on").value.trim(), knownBy: field("known-by").value.trim(), certainly: field("certainly").checked,
  });

  /** @param {boolean} anew Whether the reader can come back to what was before. */
  function note(anew) {
    const told = net.parameters(asked());
    if (view !== "table") told.set("view", view);
    const chosen = library.chosen();
    if (chosen) told.set("question", chosen.name);
    for (const [option, value] of Object.entries(library.given())) if (value) told.set(`with-${option}`, value);
    const address = `#${told}`;
    if (address !== location.hash) history[anew ? "pushState" : "replaceState"](null, "", address);
  }

  /** Take up what the address says. @returns {boolean} Whether it asks anything. */
  function recall() {
    const told = new URLSearchParams(location.hash.slice(1));
    const given = [...told].filter(([name]) => name.startsWith("with-")).map(([name, value]) => [name.slice(5), value]);
    library.show(told.get("question"), Object.fromEntries(given));
    query.write(told.get("query") ?? FIRST);
    field("on").value = told.get("on") ?? "";
    field("known-by").value = told.get("known-by") ?? "";
    field("certainly").checked = told.get("certainly") === "true";
    view = told.get("view") ?? "table";
    return told.has("query");
  }

  async function run() {
    running?.abort();
    const mine = running = new AbortController();
    const begun = performance.now();
    const what = asked();
    note(true);
    answer.clear();
    get("cancel").hidden = false;
    get("state").textContent = "Asking …";
    const clock = setInterval(() => void (get("state").textContent = `Asking … ${Math.round((performance.now() - begun) / 1000)} s`), 1000);
    try {
      const reply = await net.ask(what, ACCEPT, mine.signal);
      const words = answer.show(what, reply, library.chosen()?.chart ?? null, view);
      get("state").textContent = `${words}, in ${((performance.now() - begun) / 1000).toFixed(2)} s`;
    } catch (problem) {
      if (mine === running) refuse(problem);
    } finally {
      clearInterval(clock);
      if (mine === running) get("cancel").hidden = true;
    }
  }

  /** @param {any} problem */
  function refuse(problem) {
    const stopped = problem.name === "AbortError";
    get("state").textContent = stopped ? "Cancelled." : "";
    if (!stopped) answer.refuse(problem.message ? problem : { message: String(problem) });
  }

  get("choices").addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  get("cancel").addEventListener("click", () => running?.abort());
  query.onwritten(() => {
    if (library.chosen()) library.show(null, {});
  });
  library.onspelled((sparql) => {
    query.write(sparql);
    run();
  });
  answer.onview((name) => {
    view = name;
    note(false);
  });
  addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    refuse(event.reason);
  });
  addEventListener("popstate", () => void (recall() && run()));

  query.write(FIRST);
  Promise.all([net.get("terms"), net.get("questions")]).then(([terms, questions]) => {
    names.learn(JSON.parse(terms));
    library.learn(JSON.parse(questions));
    get("prefixes").textContent = names.prefixes().map(([name]) => `${name}:`).sort().join(" ");
    document.body.dataset.ready = "true";
    if (recall()) run();
  });
})();
