/** The legend, which is the filter: one box for whatever can be told apart in the picture. */
isgraph.legend = (() => {
  const { dom, model, shapes, state, texts } = isgraph;
  const { make, draw } = dom;
  const { look } = model;
  const root = dom.get("legend");
  /** @type {(() => void)[]} */ const checks = [];

  /** @param {Iterable<any>} things @param {(thing: any) => string} by */
  function tally(things, by) {
    /** @type {Map<string, number>} */ const counts = new Map();
    for (const thing of things) counts.set(by(thing), (counts.get(by(thing)) ?? 0) + 1);
    return counts;
  }

  /** @param {string} text */
  const title = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  /** A line with its head. @param {any} family @param {number[]} [dash] @param {boolean} [hollow] @param {boolean} [crossed] */
  function lineIcon(family, dash = [], hollow = false, crossed = false) {
    const icon = draw("svg", { viewBox: "0 0 40 16", width: 40, height: 16, class: "icon", "aria-hidden": "true" });
    const head = family ? (shapes.HEADS[family.head] ?? shapes.HEADS.open) : null;
    const size = 11;
    icon.append(draw("line", {
      x1: 1, y1: 8, x2: head ? 38 - head.length * size : 39, y2: 8,
      "stroke-width": hollow ? 1.2 : 1.8, "stroke-dasharray": dash.join(" ") || undefined,
    }));
    if (head) icon.append(draw("path", { d: shapes.path(head.corners, head.closed, 38, 8, size), class: head.solid && !hollow ? "solid" : "hollow" }));
    if (crossed) icon.append(draw("path", { d: "M15 3L25 13M25 3L15 13", class: "hollow" }));
    if (family) {
      icon.classList.add("tinted");
      /** @type {any} */ (icon).style.setProperty("--light", family.light);
      /** @type {any} */ (icon).style.setProperty("--dark", family.dark);
    }
    return icon;
  }

  /** @param {any} group */
  function shapeIcon(group) {
    const icon = draw("svg", { viewBox: "0 0 16 16", width: 16, height: 16, class: "icon shape tinted", "aria-hidden": "true" });
    /** @type {any} */ (icon).style.setProperty("--light", group.light);
    /** @type {any} */ (icon).style.setProperty("--dark", group.dark);
    icon.append(draw("path", { d: shapes.path(shapes.CORNERS[group.shape], true, 8, 8, 5.6), class: "solid" }));
    return icon;
  }

  /** @param {string[]} keys @param {boolean} shown */
  function show(keys, shown) {
    const off = new Set(state.current.off);
    for (const key of keys) shown ? off.delete(key) : off.add(key);
    state.change({ off });
  }

  /** A box for one or several keys of the filter. @param {string} name @param {string[]} keys
   * @param {number|string} count @param {Node|null} icon */
  function row(name, keys, count, icon) {
    const box = /** @type {HTMLInputElement} */ (make("input", {
      type: "checkbox",
      "data-key": keys.length === 1 ? keys[0] : undefined,
      onchange: () => show(keys, box.checked),
    }));
    checks.push(() => {
      const hidden = keys.filter((key) => state.current.off.has(key)).length;
      box.checked = hidden < keys.length;
      box.indeterminate = hidden > 0 && hidden < keys.length;
    });
    return make("label", { class: "row" }, box, icon, make("span", { class: "name" }, title(name)), make("span", { class: "count" }, String(count)));
  }

  /** @param {string} heading @param {string} hint @param {string[]} keys @param {Node[]} rows */
  function section(heading, hint, keys, rows) {
    if (!rows.length) return;
    const both = keys.length > 1 && make("span", { class: "both" },
      make("button", { type: "button", class: "quiet", "aria-label": texts.allOf(heading), onclick: () => show(keys, true) }, texts.all),
      make("button", { type: "button", class: "quiet", "aria-label": texts.noneOf(heading), onclick: () => show(keys, false) }, texts.none));
    root.append(make("section", { "aria-label": heading },
      make("h2", {}, heading, hint && make("small", {}, ` ${hint}`), both), ...rows));
  }

  /** Kinds gathered under a family or a class. @param {string} name @param {Node} icon @param {string} prefix
   * @param {Map<string, number>} kinds @param {(kind: string) => string} label */
  function branch(name, icon, prefix, kinds, label) {
    const sorted = [...kinds].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    const total = sorted.reduce((sum, [, n]) => sum + n, 0);
    const top = row(name, sorted.map(([kind]) => `${prefix}:${kind}`), total, icon);
    if (sorted.length === 1 && label(sorted[0][0]).toLowerCase() === name.toLowerCase()) return top;
    const leaves = make("div", { class: "leaves", hidden: true }, ...sorted.map(([kind, n]) => row(label(kind), [`${prefix}:${kind}`], n, null)));
    const opener = make("button", {
      type: "button", class: "opener", "aria-expanded": "false", "aria-label": texts.open(name),
      onclick: () => {
        leaves.hidden = !leaves.hidden;
        opener.setAttribute("aria-expanded", String(!leaves.hidden));
      },
    });
    return make("div", { class: "branch" }, make("div", { class: "top" }, top, opener), leaves);
  }

  function build() {
    root.setAttribute("aria-label", texts.legend);
    const claims = [...model.claims.values()];
    const actors = [...model.actors.values()];
    const by = (/** @type {any} */ table) => (/** @type {string} */ a, /** @type {string} */ b) => (table[a]?.order ?? 99) - (table[b]?.order ?? 99);

    const families = [...new Set(claims.map((claim) => claim.family))].sort(by(look.families));
    const labels = new Map(claims.map((claim) => [claim.kind, model.about.relations[claim.kind] ?? claim.label]));
    section(texts.relations, texts.relationsHint, [...labels.keys()].map((kind) => `kind:${kind}`), families.map((family) => {
      const kinds = tally(claims.filter((claim) => claim.family === family), (claim) => claim.kind);
      const look = model.family(family);
      return branch(look.label, lineIcon(look), "kind", kinds, (kind) => labels.get(kind) ?? kind);
    }));

    const statuses = tally(claims.filter((claim) => !model.refuted(claim)), (claim) => claim.status);
    const known = look.statuses.filter((/** @type {any} */ { name }) => statuses.has(name) && name !== "denied");
    section(texts.status, texts.statusHint, known.map((/** @type {any} */ { name }) => `status:${name}`),
      known.map((/** @type {any} */ { name, dash }) => row(name, [`status:${name}`], statuses.get(name) ?? 0, lineIcon(null, dash))));

    const modalities = tally(claims, (claim) => claim.modality);
    const said = look.modalities.filter((/** @type {string} */ name) => modalities.has(name));
    const plain = { head: "filled", light: look.light.ink, dark: look.dark.ink };
    if (said.length > 1) {
      section(texts.modality, texts.modalityHint, said.map((/** @type {string} */ name) => `modality:${name}`),
        said.map((/** @type {string} */ name) => row(name, [`modality:${name}`], modalities.get(name) ?? 0, lineIcon(plain, [], name !== "actual"))));
    }

    const groups = [...new Set(actors.map((actor) => actor.set))].sort(by(look.groups));
    const kindLabels = new Map(actors.map((actor) => [actor.kind, actor.kind_label]));
    section(texts.classes, texts.classesHint, [...kindLabels.keys()].map((kind) => `class:${kind}`), groups.map((group) => {
      const kinds = tally(actors.filter((actor) => actor.set === group), (actor) => actor.kind);
      return branch(look.groups[group].label, shapeIcon(look.groups[group]), "class", kinds, (kind) => kindLabels.get(kind) ?? kind);
    }));

    const more = [row(texts.lone, ["lone"], "", null)];
    const refuted = claims.filter(model.refuted).length;
    if (refuted) {
      const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", "data-key": "refuted", onchange: () => state.change({ refuted: box.checked }) }));
      checks.push(() => void (box.checked = state.current.refuted));
      more.unshift(make("label", { class: "row" }, box, lineIcon(null, [], false, true), make("span", { class: "name" }, texts.refuted), make("span", { class: "count" }, String(refuted))));
    }
    section(texts.more, "", [], more);
    root.append(make("button", { type: "button", id: "reset", onclick: () => state.change({ off: new Set(), refuted: false }) }, texts.reset));
    refresh();
  }

  function refresh() {
    for (const check of checks) check();
  }

  return { build, refresh, lineIcon, shapeIcon };
})();
