/** What is fetched from the server that sent the page. */
isgraph.net = (() => {
  /** @typedef {{query: string, on: string, knownBy: string, certainly: boolean, further: Record<string, string[]>}} Asked */
  /** @typedef {{message: string, line?: number, column?: number}} Problem */

  /** @param {Asked} asked */
  function parameters({ query, on, knownBy, certainly, further }) {
    const sent = new URLSearchParams({ query });
    if (on) sent.set("on", on);
    if (knownBy) sent.set("known-by", knownBy);
    if (certainly) sent.set("certainly", "true");
    for (const [name, values] of Object.entries(further)) values.forEach((value) => sent.append(name, value));
    return sent;
  }

  /** @param {string} path @param {RequestInit} how @returns {Promise<Response>} Throws a `Problem` if it is refused. */
  async function send(path, how) {
    const reply = await fetch(path, how).catch((error) => {
      throw error.name === "AbortError" ? error : { message: "The server does not answer. Is it still running?" };
    });
    if (!reply.ok) throw problem(reply.status, await reply.text());
    return reply;
  }

  /** @param {number} status @param {string} text @returns {Problem} */
  function problem(status, text) {
    try {
      return JSON.parse(text);
    } catch {
      return { message: text.trim() || `The server refused it with status ${status}.` };
    }
  }

  /**
   * @param {Asked} asked
   * @param {string} accept Media types, best first.
   * @param {AbortSignal} [signal]
   * @returns {Promise<{type: string, text: string}>}
   */
  async function ask(asked, accept, signal) {
    const reply = await send("sparql", { method: "POST", body: parameters(asked), headers: { Accept: accept }, signal });
    return { type: (reply.headers.get("content-type") ?? "").split(";")[0], text: await reply.text() };
  }

  /** @param {string} path @param {string} accept */
  const get = async (path, accept = "application/json") => (await send(path, { headers: { Accept: accept } })).text();

  return { ask, get, parameters };
})();
