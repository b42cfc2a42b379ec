/** What is fetched from the server that sent the page. */
isgraph.net = (() => {
  /** @typedef {{query: string, on: string, knownBy: string, certainly: boolean}} Asked */
  /** @typedef {{message: string, line?: number, column?: number}} Problem */

  /** @param {Asked} asked */
  function parameters({ query, on, knownBy, certainly }) {
    const sent = new URLSearchParams({ query });
    if (on) sent.set("on", on);
    if (knownBy) sent.set("known-by", knownBy);
    if (certainly) sent.set("certainly", "true");
    return sent;
  }

  /**
   * @param {Asked} asked
   * @param {string} accept Media types, best first.
   * @param {AbortSignal} [signal]
   * @returns {Promise<{type: string, text: string}>} Throws a `Problem` if it is refused.
   */
  async function ask(asked, accept, signal) {
    const headers = { Accept: accept };
    const reply = await fetch("sparql", { method: "POST", body: parameters(asked), headers, signal }).catch((error) => {
      throw error.name === "AbortError" ? error : { message: "The server does not answer. Is it still running?" };
    });
    const text = await reply.text();
    if (!reply.ok) throw problem(reply.status, text);
    return { type: (reply.headers.get("content-type") ?? "").split(";")[0], text };
  }

  /** @param {number} status @param {string} text @returns {Problem} */
  function problem(status, text) {
    try {
      return JSON.parse(text);
    } catch {
      return { message: text.trim() || `The server refused it with status ${status}.` };
    }
  }

  /** @param {string} path @param {string} accept @returns {Promise<string>} Throws a `Problem`. */
  async function get(path, accept = "application/json") {
    const reply = await fetch(path, { headers: { Accept: accept } });
    const text = await reply.text();
    if (!reply.ok) throw problem(reply.status, text);
    return text;
  }

  return { ask, get, parameters };
})();
