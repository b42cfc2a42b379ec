/**
 * The picture as two lists, for those who do not see it or use no mouse: ties and actors in the
 * order of the table. Only the rows around the current one exist, however many there are.
 */
isgraph.mirror = (() => {
  const { dom, evidence, model, state, table, texts } = isgraph;
  const { make } = dom;
  const root = dom.get("mirror");
  const AROUND = 12;
  let stale = true;

  const lists = [
    list("tie", texts.jump.tie,
      () => [...new Set(table.inOrder("tie").flatMap((claim) => model.lineOf(claim.id) ?? []))],
      evidence.headline, (line) => line.claims[0].id, (line) => line.claims.map((/** @type {any} */ claim) => claim.id)),
    list("actor", texts.jump.actor, () => table.inOrder("actor"),
      (actor) => texts.mirrorActor(actor.label, actor.kind_label, texts.claims(model.degree(actor.id))), (actor) => actor.id, (actor) => [actor.id]),
  ];

  /**
   * @param {"tie"|"actor"} type @param {string} name
   * @param {() => any[]} gather @param {(thing: any) => string} say
   * @param {(thing: any) => string} id What it is selected by. @param {(thing: any) => string[]} ids What else selects it.
   */
  function list(type, name, gather, say, id, ids) {
    /** @type {any[]} */ let things = [];
    let at = 0;
    const title = make("h3", { id: `mirror-${type}` }, name);
    const box = make("ul", { role: "listbox", tabindex: "0", "aria-labelledby": `mirror-${type}`, "aria-describedby": "mirror-hint", onkeydown: press });

    function build() {
      things = gather();
      title.textContent = `${name} (${things.length.toLocaleString("en-GB")})`;
      title.hidden = box.hidden = things.length === 0;
      follow();
    }

    /** Stand where the selection stands. */
    function follow() {
      const { selection } = state.current;
      const found = selection?.type === type ? things.findIndex((thing) => ids(thing).includes(selection.id)) : -1;
      at = found >= 0 ? found : Math.min(at, Math.max(0, things.length - 1));
      render(found);
    }

    /** @param {number} selected */
    function render(selected) {
      const from = Math.max(0, at - AROUND);
      box.replaceChildren(...things.slice(from, at + AROUND + 1).map((thing, i) => make("li", {
        role: "option", id: `mirror-${type}-${from + i}`, "aria-setsize": things.length, "aria-posinset": from + i + 1,
        "aria-selected": String(from + i === selected), class: from + i === at ? "at" : "",
        onclick: () => { go(from + i); evidence.focus(); },
      }, say(thing))));
      box.setAttribute("aria-activedescendant", things.length ? `mirror-${type}-${at}` : "");
      const row = /** @type {HTMLElement|undefined} */ (box.children[at - from]);
      if (row) box.scrollTop = row.offsetTop - box.clientHeight / 2 + row.offsetHeight / 2;
    }

    /** Select a row here and in the picture; “back” leaps over the rows one passes. @param {number} i */
    function go(i) {
      at = i;
      state.change({ selection: { type, id: id(things[i]) } }, { passing: true });
      isgraph.start.showSelected();
    }

    /** @param {KeyboardEvent} event */
    function press(event) {
      const { key } = event;
      if (event.altKey || event.ctrlKey || event.metaKey || !things.length) return;
      const selected = box.querySelector("[aria-selected='true']");
      const step = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity })[key];
      if (step) {
        event.preventDefault();
        // The first press takes the row on which one stands.
        go(selected || Math.abs(step) > 1 ? Math.max(0, Math.min(things.length - 1, at + step)) : at);
      } else if (key === "Enter" || key === " ") {
        event.preventDefault();
        if (!selected) go(at);
        evidence.focus();
      } else if (key === "Escape" && !state.current.selection) {
        dom.get("stage").focus();
      }
    }

    return { title, box, build, follow };
  }

  /** What is shown has changed: the lists are made anew when somebody comes to them. */
  function refresh() {
    stale = true;
    if (root.contains(document.activeElement)) build();
  }

  function build() {
    if (!stale) return;
    stale = false;
    for (const one of lists) one.build();
  }

  root.setAttribute("role", "group");
  root.setAttribute("aria-label", texts.mirror);
  root.append(make("p", { id: "mirror-hint" }, texts.mirrorHint), ...lists.flatMap(({ title, box }) => [title, box]));
  root.addEventListener("focusin", build);
  state.listen((changed) => {
    if (changed.has("selection") && !stale) for (const one of lists) one.follow();
  });

  return { refresh };
})();
