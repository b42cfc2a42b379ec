/** The legend, which is the filter: one box for whatever can be told apart in the picture. */
isgraph.legend = (() => {
  const { dom, model, shapes, state, texts } = isgraph;
  const { make, draw } = dom;
  const { look } = model;
  const root = dom.get("legend");
  const SPEAKERS = 8;
  /** @type {(() => void)[]} */ const checks = [];
  /** @type {Map<string, number>} Key of the filter → claims or actors in scope. */ let counts = new Map();

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

  /** An actor's outline, in the colour of a camp or in ink. @param {string} shape @param {any} [camp] */
  function shapeIcon(shape, camp) {
    const icon = draw("svg", { viewBox: "0 0 16 16", width: 16, height: 16, class: "icon shape", "aria-hidden": "true" });
    if (camp) {
      icon.classList.add("tinted");
      /** @type {any} */ (icon).style.setProperty("--light", camp.light);
      /** @type {any} */ (icon).style.setProperty("--dark", camp.dark);
    }
    icon.append(draw("path", { d: shapes.path(shapes.CORNERS[shape], true, 8, 8, 5.6), class: "solid" }));
    return icon;
  }

  /** @param {any} actor */
  const actorIcon = (actor) => shapeIcon(actor.members ? "circle" : (look.groups[actor.set] ?? look.groups.other).shape, model.camps.get(actor.camp) ?? look.noCamp);

  /** @param {string[]} keys @param {boolean} shown */
  function show(keys, shown) {
    const off = new Set(state.current.off);
    for (const key of keys) off[shown ? "delete" : "add"](key);
    state.change({ off });
  }

  /** A box for one or several keys of the filter. @param {string} name @param {string[]} keys @param {Node|null} icon */
  function row(name, keys, icon) {
    const count = make("span", { class: "count" });
    const box = /** @type {HTMLInputElement} */ (make("input", {
      type: "checkbox",
      "data-key": keys.length === 1 ? keys[0] : undefined,
      onchange: () => show(keys, box.checked),
    }));
    checks.push(() => {
      const hidden = keys.filter((key) => state.current.off.has(key)).length;
      box.checked = hidden < keys.length;
      box.indeterminate = hidden > 0 && hidden < keys.length;
      count.textContent = String(keys.reduce((sum, key) => sum + (counts.get(key) ?? 0), 0));
    });
    return make("label", { class: "row" }, box, icon, make("span", { class: "name" }, title(name)), count);
  }

  /** A box for a choice that is not a filter of kinds. @param {string} text @param {"refuted"|"past"|"lone"|"areas"} key
   * @param {Node|null} icon @param {string} [count] */
  function choice(text, key, icon, count = "") {
    const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", "data-key": key, onchange: () => state.change({ [key]: box.checked }) }));
    checks.push(() => void (box.checked = state.current[key]));
    return make("label", { class: "row" }, box, icon, make("span", { class: "name" }, text), make("span", { class: "count" }, count));
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

  /** A row that opens to its leaves. @param {Node} top @param {string} name @param {Node[]} leaves */
  function branch(top, name, leaves) {
    const list = make("div", { class: "leaves", hidden: true }, ...leaves);
    const opener = make("button", {
      type: "button", class: "opener", "aria-expanded": "false", "aria-label": texts.open(name),
      onclick: () => {
        list.hidden = !list.hidden;
        opener.setAttribute("aria-expanded", String(!list.hidden));
      },
    });
    return make("div", { class: "branch" }, make("div", { class: "top" }, top, opener), list);
  }

  /** Kinds gathered under a family or a class. @param {string} name @param {Node} icon @param {string} prefix
   * @param {Map<string, number>} kinds @param {(kind: string) => string} label */
  function kindsOf(name, icon, prefix, kinds, label) {
    const sorted = byCount(kinds);
    const top = row(name, sorted.map((kind) => `${prefix}:${kind}`), icon);
    if (sorted.length === 1 && label(sorted[0]).toLowerCase() === name.toLowerCase()) return top;
    return branch(top, name, sorted.map((kind) => row(label(kind), [`${prefix}:${kind}`], null)));
  }

  /** @param {Map<string, number>} tallied */
  const byCount = (tallied) => [...tallied].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name);

  function build() {
    root.setAttribute("aria-label", texts.legend);
    const claims = [...model.claims.values()];
    const actors = [...model.actors.values()];
    const by = (/** @type {any} */ table) => (/** @type {string} */ a, /** @type {string} */ b) => (table[a]?.order ?? 99) - (table[b]?.order ?? 99);

    const families = [...new Set(claims.map((claim) => claim.family))].sort(by(look.families));
    const labels = new Map(claims.map((claim) => [claim.kind, model.about.relations[claim.kind] ?? claim.label]));
    section(texts.relations, texts.relationsHint, [...labels.keys()].map((kind) => `kind:${kind}`), families.map((family) => {
      const look = model.family(family);
      return kindsOf(look.label, lineIcon(look), "kind", tally(claims.filter((claim) => claim.family === family), (claim) => claim.kind), (kind) => labels.get(kind) ?? kind);
    }));

    const statuses = new Set(claims.filter((claim) => !model.refuted(claim)).map((claim) => claim.status));
    const known = look.statuses.filter((/** @type {any} */ { name }) => statuses.has(name) && name !== "denied");
    section(texts.status, texts.statusHint, known.map((/** @type {any} */ { name }) => `status:${name}`),
      known.map((/** @type {any} */ { name, dash }) => row(name, [`status:${name}`], lineIcon(null, dash))));

    const modalities = new Set(claims.map((claim) => claim.modality));
    const said = look.modalities.filter((/** @type {string} */ name) => modalities.has(name));
    const plain = { head: "filled", light: look.light.ink, dark: look.dark.ink };
    if (said.length > 1) {
      section(texts.modality, texts.modalityHint, said.map((/** @type {string} */ name) => `modality:${name}`),
        said.map((/** @type {string} */ name) => row(name, [`modality:${name}`], lineIcon(plain, [], name !== "actual"))));
    }

    const groups = [...new Set(actors.map((actor) => actor.set))].sort(by(look.groups));
    const kindLabels = new Map(actors.map((actor) => [actor.kind, actor.kind_label]));
    section(texts.classes, texts.classesHint, [...kindLabels.keys()].map((kind) => `class:${kind}`), groups.map((group) =>
      kindsOf(look.groups[group].label, shapeIcon(look.groups[group].shape), "class", tally(actors.filter((actor) => actor.set === group), (actor) => actor.kind), (kind) => kindLabels.get(kind) ?? kind)));

    const camps = [...model.camps.values()];
    const campKeys = [...camps.map((camp) => `camp:${camp.id}`), "camp:none"];
    if (camps.length) {
      section(texts.camps, texts.campsHint, campKeys, [
        ...camps.map((camp) => row(camp.label, [`camp:${camp.id}`], shapeIcon("circle", camp))),
        row(texts.noCamp, ["camp:none"], shapeIcon("circle", look.noCamp)),
      ]);
    }

    const documents = new Map(claims.map((claim) => [claim.document_id, claim.document]));
    if (documents.size > 1) {
      section(texts.documents, "", [...documents.keys()].map((id) => `document:${id}`),
        [...documents].sort().map(([id, title]) => row(title ?? id, [`document:${id}`], null)));
    }
    const speakers = byCount(tally(claims.flatMap((claim) => claim.claimants ?? []), (name) => name));
    const keys = speakers.map((name) => `speaker:${name}`);
    const rest = speakers.slice(SPEAKERS);
    section(texts.speakers, "", keys, [
      ...speakers.slice(0, SPEAKERS).map((name) => row(name, [`speaker:${name}`], null)),
      ...(rest.length ? [branch(row(texts.otherSpeakers, keys.slice(SPEAKERS), null), texts.otherSpeakers, rest.map((name) => row(name, [`speaker:${name}`], null)))] : []),
    ]);

    const refuted = claims.filter(model.refuted).length;
    section(texts.more, "", [], [
      ...(refuted ? [choice(texts.refuted, "refuted", lineIcon(null, [], false, true), String(refuted))] : []),
      choice(texts.past, "past", null),
      choice(texts.lone, "lone", null),
      ...(camps.length ? [choice(texts.areas, "areas", null)] : []),
    ]);
    root.append(make("button", { type: "button", id: "reset", onclick: () => state.change({ off: new Set(), refuted: false, past: false, lone: false }) }, texts.reset));
  }

  /** Count what day, publication and focus leave, so that a box tells what it would bring. */
  function refresh() {
    counts = new Map();
    const add = (/** @type {string} */ key) => counts.set(key, (counts.get(key) ?? 0) + 1);
    /** @type {Set<string>} */ const ends = new Set();
    for (const claim of model.scopeClaims) {
      if (model.refuted(claim) && !state.current.refuted) continue;
      add(`kind:${claim.kind}`);
      add(`status:${claim.status}`);
      add(`modality:${claim.modality}`);
      add(`document:${claim.document_id}`);
      for (const name of claim.claimants ?? []) add(`speaker:${name}`);
      ends.add(claim.from).add(claim.to);
    }
    for (const id of ends) {
      const actor = model.actors.get(id);
      add(`class:${actor?.kind}`);
      add(`camp:${actor?.camp ?? "none"}`);
    }
    for (const check of checks) check();
  }

  return { build, refresh, lineIcon, shapeIcon, actorIcon };
})();
