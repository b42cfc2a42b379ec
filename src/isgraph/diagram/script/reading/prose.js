/** The selection to be read, or read out: sentences with notes that lead to their evidence. */
isgraph.prose = (() => {
  const { dom, evidence, model, sentences, state, texts } = isgraph;
  const { make } = dom;
  const { prose: words } = texts;
  const root = dom.get("text");
  const SLICE = 400;
  const WAYS = /** @type {const} */ (["actor", "family"]);
  /** @type {"actor"|"family"} */ let by = "actor";
  /** @type {string|null} The actor whose text it is; a tie that is opened leaves it. */ let subject = null;

  const copied = /** @type {HTMLTextAreaElement} */ (make("textarea", { readonly: true, hidden: true, rows: 6, "aria-label": words.copyLabel }));
  const copy = make("button", {
    type: "button", onclick: () => {
      copied.value = plainText();
      void isgraph.link.copy(copied.value, copied, copy);
    },
  }, words.copy);
  const ways = WAYS.map((way) => make("button", { type: "button", "data-by": way, onclick: () => { by = way; refresh(); } }, words.ways[way]));
  const body = make("article", { "aria-labelledby": "text-title" });
  root.append(make("div", { class: "bar" }, make("div", { class: "joined", role: "group", "aria-label": words.gather }, ...ways), copy), copied, body);

  /** @param {any} claim */
  const selectionOf = (claim) => ({ type: /** @type {"tie"} */ ("tie"), id: claim.id });

  /** A link within the text; the address is the view's, so it is not touched. @param {string} id @param {Record<string, any>} settings @param {string} text */
  const jump = (id, settings, text) => make("a", {
    href: `#${id}`, ...settings, onclick: (/** @type {Event} */ event) => {
      event.preventDefault();
      const goal = dom.get(id);
      goal?.scrollIntoView({ block: "center" });
      goal?.focus({ preventScroll: true });
    },
  }, text);

  /** @param {any} claim @param {string} text @param {Record<string, any>} [settings] */
  const opener = (claim, text, settings = {}) => make("a", {
    href: `#tie=${encodeURIComponent(claim.id)}&view=text`, class: "clause", "data-claim": claim.id, ...settings,
    onclick: (/** @type {MouseEvent} */ event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      evidence.go(selectionOf(claim));
    },
  }, text);

  /** @param {any} sentence @param {Map<any, number>} numbers */
  function sentence({ said, first, clauses }, numbers) {
    const parts = clauses.flatMap((/** @type {any} */ clause, /** @type {number} */ i) => [
      i ? "; " : "", clauseWords(clause), " ",
      ...clause.claims.map((/** @type {any} */ claim) => {
        const n = /** @type {number} */ (numbers.get(claim));
        return make("sup", {}, jump(`note-${n}`, { id: `ref-${n}`, class: "ref", role: "doc-noteref", "aria-label": words.note(n) }, `[${n}]`));
      }),
    ]);
    return [opener(first, said), " (", ...parts, "). "];
  }

  /** @param {{words: string, claims: any[]}} clause */
  const clauseWords = ({ words, claims }) => (claims.length > 1 ? `${words}, ${texts.claims(claims.length)}` : words);

  /** @param {any} claim @param {number} n */
  const note = (claim, n) => make("li", { id: `note-${n}`, value: n, tabindex: "-1" },
    `${sentences.note(claim)} `, opener(claim, `${texts.claim} ${claim.id}`), " ",
    jump(`ref-${n}`, { class: "ref", role: "doc-backlink", "aria-label": words.back(n) }, "↩"));

  /** @param {ReturnType<typeof sentences.tell>["sections"][number]} section @param {any[]} paragraphs @param {Map<any, number>} numbers */
  const part = ({ title, actor }, paragraphs, numbers) => make("section", {},
    make("h3", {}, actor
      ? make("button", { type: "button", class: "link", onclick: () => evidence.go({ type: "actor", id: actor }) }, sentences.capital(title))
      : sentences.capital(title)),
    ...paragraphs.map((some) => make("p", {}, ...some.flatMap((/** @type {any} */ one) => sentence(one, numbers)))));

  function refresh() {
    const { selection } = state.current;
    if (selection?.type === "actor") subject = selection.id;
    else if (!selection) subject = null;
    const { title, sections } = sentences.tell(subject, by);
    const claims = sentences.claimsOf(sections);
    const numbers = new Map(claims.map((claim, i) => [claim, i + 1]));
    for (const way of ways) way.setAttribute("aria-pressed", String(way.dataset.by === by));
    copy.textContent = words.copy;
    copied.hidden = true;

    const parts = make("div");
    const notes = make("ol", { class: "notes" });
    const more = make("button", { type: "button", class: "more", onclick: () => grow() });
    const waiting = sections.map((section) => ({ section, paragraphs: [...section.paragraphs] }));
    let shown = 0;

    /** Take in as many paragraphs as make a slice, with their notes. */
    function grow() {
      const from = shown;
      while (waiting.length && shown - from < SLICE) {
        const [{ section, paragraphs }] = waiting;
        const some = [];
        while (paragraphs.length && shown - from < SLICE) {
          const paragraph = /** @type {any[]} */ (paragraphs.shift());
          some.push(paragraph);
          shown += paragraph.reduce((sum, one) => sum + one.clauses.reduce((/** @type {number} */ n, /** @type {any} */ { claims }) => n + claims.length, 0), 0);
        }
        parts.append(part(section, some, numbers));
        if (!paragraphs.length) waiting.shift();
      }
      notes.append(...claims.slice(from, shown).map((claim, i) => note(claim, from + i + 1)));
      more.hidden = shown === claims.length;
      more.textContent = words.more(shown, texts.claims(claims.length));
    }

    grow();
    body.replaceChildren(
      make("h2", { id: "text-title", tabindex: "-1" }, title),
      make("p", { class: "sub" }, [texts.claims(claims.length), "."].join(""), " ", isgraph.choices.clocks().join(" "), " ", texts.foot, " ",
        subject && make("button", { type: "button", class: "quiet", onclick: () => evidence.go(null) }, words.all)),
      parts, more,
      claims.length ? make("section", { role: "doc-endnotes", "aria-label": words.notes }, make("h3", {}, words.notes), notes) : make("p", {}, texts.noTies));
    root.scrollTop = 0;
    mark();
  }

  /** Mark what is said of the tie that is selected. */
  function mark() {
    const { selection } = state.current;
    const claims = new Set(selection?.type === "tie" ? (model.lineOf(selection.id)?.claims.map(({ id }) => id) ?? [selection.id]) : []);
    for (const link of body.querySelectorAll(".clause")) {
      if (claims.has(/** @type {HTMLElement} */ (link).dataset.claim ?? "")) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    const link = body.querySelector(".clause[aria-current]");
    if (!link || root.contains(document.activeElement)) return;
    dom.bring(link, root, 50);
  }

  /** The same without a page: what the copy button takes along. */
  function plainText() {
    const { title, sections } = sentences.tell(subject, by);
    const claims = sentences.claimsOf(sections);
    const numbers = new Map(claims.map((claim, i) => [claim, i + 1]));
    const told = (/** @type {any} */ { said, clauses }) => `${said} (${clauses.map((/** @type {any} */ clause) =>
      `${clauseWords(clause)} ${clause.claims.map((/** @type {any} */ claim) => `[${numbers.get(claim)}]`).join("")}`).join("; ")}).`;
    return [
      title, [isgraph.choices.clocks().join(" "), texts.foot].filter(Boolean).join(" "),
      ...sections.flatMap((section) => [sentences.capital(section.title), ...section.paragraphs.map((some) => some.map(told).join(" "))]),
      words.notes, claims.map((claim, i) => `[${i + 1}] ${sentences.note(claim)} ${texts.claim} ${claim.id}.`).join("\n"),
    ].join("\n\n");
  }

  /** Another actor has another text; a tie is marked in the one that is there. */
  function follow() {
    const { selection } = state.current;
    if (root.hidden) return;
    if (selection?.type === "tie" || (selection?.id ?? null) === subject) mark();
    else refresh();
  }

  return { refresh, follow, plainText };
})();
