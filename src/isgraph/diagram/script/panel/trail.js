/** The path panel: how two actors are connected, step by step, each step with its claims. */
isgraph.trail = (() => {
  const { cards, conflicts, dates, dom, evidence, model, paths, state, texts } = isgraph;
  const { make } = dom;

  /** The actors between the ends. @param {any} path @returns {string[]} */
  const via = ({ steps }) => steps.slice(1).map((/** @type {any} */ step) => step.from);

  /** @param {any} path */
  const route = ({ steps }) => [steps[0].from, ...steps.map((/** @type {any} */ step) => step.to)].map(model.label).join(" – ");

  /** @param {any} claim @param {number} number */
  const footnote = (claim, number) =>
    `${number} ${[claim.document ?? texts.notStated, cards.place(claim, true)].filter(Boolean).join(", ")}; ${texts.claim.toLowerCase()} ${claim.id}`;

  /** The strongest claim of each step. @param {any} path @returns {any[]} */
  const leads = ({ steps }) => steps.map((/** @type {any} */ { claims }) => claims[0]);

  /** The path as a text of its own: a sentence with its footnotes. @param {any} path */
  const sentence = (path) => [
    `${leads(path).map((claim, i) => `${conflicts.sentence(claim)} [${i + 1}].`).join(" ")} ${together(path)}`,
    ...leads(path).map((claim, i) => footnote(claim, i + 1)),
  ].join("\n");

  /** On which days all of it can hold, in words. @param {any} path */
  function together({ window: [first, last] }) {
    const say = texts.together;
    const [a, b] = [dates.inWords(first), dates.inWords(last)];
    return first && first === last ? say.same(a) : first && last ? say.both(a, b) : first ? say.first(a) : last ? say.last(b) : say.open;
  }

  /** @param {any} path */
  function weakest({ steps, weakest: at }) {
    const [{ status, modality }] = steps[at].claims;
    return texts.weakestStep([status, modality !== "actual" && modality].filter(Boolean).join(", "), texts.claims(steps[at].claims.length));
  }

  /** @param {any} path */
  function hops(path) {
    return make("ol", { class: "trail" }, ...path.steps.map((/** @type {any} */ { from, to, claims }, /** @type {number} */ i) => {
      const [lead, ...rest] = claims;
      return make("li", { tabindex: "-1" },
        make("h3", {}, make("span", { class: "number" }, `[${i + 1}]`), evidence.actorButton(from), "–", evidence.actorButton(to),
          i === path.weakest && path.steps.length > 1 && make("span", { class: "badge" }, texts.weakestMark)),
        cards.card(lead),
        rest.length > 0 && make("details", { class: "fold" },
          make("summary", {}, make("span", { class: "name" }, texts.moreClaims(rest.length))), ...rest.map(cards.card)));
    }));
  }

  /** The same in one sentence, whose numbers lead to the steps, and which can be taken along. @param {any} path @param {Element} list */
  function summary(path, list) {
    const go = (/** @type {number} */ i) => {
      const step = /** @type {HTMLElement} */ (list.children[i]);
      step.focus({ preventScroll: true });
      step.scrollIntoView({ block: "start" });
    };
    const parts = leads(path).flatMap((claim, i) => [
      `${conflicts.sentence(claim)} `,
      make("button", { type: "button", class: "number", "aria-label": texts.step(i + 1), onclick: () => go(i) }, `[${i + 1}]`), ". ",
    ]);
    const text = sentence(path);
    const area = /** @type {HTMLTextAreaElement} */ (make("textarea", { readonly: true, rows: 3 + 2 * path.steps.length, "aria-label": texts.asSentence, spellcheck: "false", hidden: true }));
    area.value = text;
    const copy = make("button", { type: "button", class: "quiet", "aria-label": texts.copySentence, onclick: () => isgraph.link.copy(text, area, copy) }, texts.copy);
    return [make("p", { class: "sentence" }, ...parts, copy), area];
  }

  /** Equally short paths to choose from. @param {any} chosen */
  function others(chosen) {
    if (model.paths.length < 2) return [];
    const choose = (/** @type {any} */ path) => {
      state.change({ path: { from: path.steps[0].from, to: path.steps[path.steps.length - 1].to, via: via(path) } });
      evidence.focus();
    };
    return [
      make("h3", {}, `${texts.otherPaths} (${model.paths.length})`),
      make("p", { class: "sub" }, texts.otherPathsHint(paths.MOST)),
      make("ul", { class: "list" }, ...model.paths.map((path) =>
        make("li", {}, make("button", { type: "button", class: "item", "aria-pressed": String(path === chosen), onclick: () => choose(path) },
          make("span", { class: "name" }, route(path), make("small", {}, ` ${weakest(path)}`)))))),
    ];
  }

  /** Why there is none, and what would help. @param {any} ends */
  function none({ from, to }) {
    const reason = paths.why(model.shownClaims, [...model.claims.values()], from, to);
    return [
      make("p", { class: "warn" }, texts.noPath[reason]),
      reason === "day" && make("button", { type: "button", onclick: () => state.change({ on: null, since: null }) }, texts.anyDay),
      make("p", { class: "ends" }, evidence.actorButton(from), evidence.actorButton(to)),
    ];
  }

  /** What the panel says of the path that the reader asked for. @returns {(Node|false)[]} */
  function panel() {
    const ends = /** @type {{from: string, to: string, via?: string[]}} */ (state.current.path);
    const path = paths.pick(model.paths, ends);
    const list = path && hops(path);
    return [
      make("button", { type: "button", class: "back", onclick: () => { state.change({ path: null }); evidence.focus(); } }, `‹ ${texts.back}`),
      make("h2", { tabindex: "-1" }, texts.ends(model.label(ends.from), model.label(ends.to))),
      ...(path ? [
        make("p", { class: "sub" }, `${texts.shortest(path.steps.length)} ${isgraph.choices.clocks().join(" ")}`),
        path.prospective && make("p", { class: "warn" }, texts.prospectivePath),
        ...summary(path, list),
        make("p", {}, `${together(path)} ${texts.possibleOnly}`),
        list, ...others(path),
      ] : none(ends)),
    ];
  }

  return { panel, sentence };
})();
