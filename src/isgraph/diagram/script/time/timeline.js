/** Swim lanes: a row an actor, a mark a claim, along the axis of time that the slider has too. */
isgraph.timeline = (() => {
  const { dom, evidence, lanes, marks, model, moments, scale, state, texts, time } = isgraph;
  const { make, draw } = dom;
  const root = dom.get("timeline");
  const coarse = matchMedia("(pointer: coarse)");
  const ZOOMS = [1, 1.5, 2.5, 4, 7];
  /** Marks that are drawn at first; a page of thousands asks before it draws the rest. */
  const MOST = 2500;
  let zoom = 0;
  let most = MOST;
  let room = 0;
  let width = 0;
  /** @type {string|null} The actor whose ties are the rows. */ let centre = null;
  /** @type {string|null|undefined} The tie whose mark was brought into view. */ let revealed = null;
  /** @type {Element|null} The mark that is said in words. */ let told = null;
  /** @type {Map<string, {key: string, element: HTMLElement}>} Rows as they were drawn last. */ let known = new Map();

  const tip = make("div", { class: "tip", "aria-hidden": "true", hidden: true });
  const head = make("div", { class: "head" });
  const list = make("ol", { class: "lanes", onkeydown: press, onfocusin: hover, onfocusout: leave, onpointerover: hover, onpointerout: leave, onclick: open });
  const words = make("div", { class: "words" });
  const ground = make("div", { class: "ground" }, make("div"), list);
  const field = make("div", { class: "field" }, head, ground);
  const zoomIn = make("button", { type: "button", "aria-label": texts.timelineWider, title: texts.timelineWider, onclick: () => scaleTo(zoom + 1) }, "+");
  const zoomOut = make("button", { type: "button", "aria-label": texts.timelineNarrower, title: texts.timelineNarrower, onclick: () => scaleTo(zoom - 1) }, "−");
  const scroller = make("div", { class: "scroller" }, field);
  root.append(make("div", { class: "bar" }, words, make("div", { class: "zooms", role: "group", "aria-label": texts.timelineZoom }, zoomOut, zoomIn)), scroller, tip);
  root.setAttribute("role", "region");
  root.setAttribute("aria-label", texts.timeline);

  /** A row, the one of last time if it holds the same. @param {{id: string, claims: any[]}} row @param {number} lane */
  function swim(row, lane) {
    const key = [centre, width, lane, ...row.claims.map(({ id }) => id)].join(" ");
    const before = known.get(row.id);
    const element = before?.key === key ? before.element : build(row, lane);
    marks.follow(element);
    return { key, element };
  }

  /** @param {{id: string, claims: any[]}} row @param {number} lane */
  function build(row, lane) {
    const own = row.id === centre;
    const { marks: some, lanes: count } = lanes.stack(row.claims, width);
    const height = count * lane + 6;
    const label = own ? texts.facts : model.label(row.id);
    const actor = model.actor(row.id);
    const name = make("button", { type: "button", class: "who", tabindex: "-1", title: label, "data-actor": row.id },
      actor && isgraph.legend.actorIcon(actor), make("span", { class: "name" }, label), make("span", { class: "count" }, String(row.claims.length)));
    const element = make("li", {}, make("div", { class: "label" }, name),
      draw("svg", { width, height, role: "group", "aria-label": texts.laneOf(label, texts.claims(row.claims.length)) }, ...some.map((mark) => marks.shape(mark, lane))));
    element.style.setProperty("contain-intrinsic-size", `auto ${height + 4}px`);
    return element;
  }

  /** What is shown, what is not, and how to read it. @param {any[]} undated */
  function explain(undated) {
    const { on, past } = state.current;
    const facts = centre ? [] : [...model.facts.values()];
    const over = (/** @type {any} */ claim) => on && !moments.certainty(claim, on) && touches(claim);
    const left = past ? 0 : time.everyDay.filter(over).length - model.shownClaims.filter(over).length;
    return [
      centre && make("strong", {}, `${texts.lanesAround(model.label(centre))} `),
      centre && make("button", { type: "button", class: "quiet", onclick: everyone }, texts.lanesOfAll),
      centre ? " " : `${texts.lanesAll} `,
      undated.length > 0 && make("span", { class: "warn" }, `${texts.undated(texts.claims(undated.length))} `),
      left > 0 && make("button", { type: "button", class: "quiet", onclick: () => state.change({ past: true }) }, texts.lanesPast(left)),
      left > 0 && " ",
      make("details", {}, make("summary", {}, texts.lanesRead), make("p", {}, texts.lanesHow), facts.length > 0 && make("p", {}, texts.lanesFacts)),
    ];
  }

  /** Whether it is one of the ties that the rows are about. @param {any} claim */
  const touches = ({ from, to }) => !centre || from === centre || to === centre;

  function everyone() {
    centre = null;
    state.change({ selection: null, ...(state.current.focus ? { focus: null } : {}) });
    refresh();
  }

  /** Who is in the centre: the selected actor; with a tie of it selected it stays there. */
  function choose() {
    const { selection, focus } = state.current;
    const claim = selection?.type === "tie" ? (model.claims.get(selection.id) ?? model.facts.get(selection.id)) : null;
    if (selection?.type === "actor") return model.actors.has(selection.id) ? selection.id : null;
    if (claim && centre && [claim.from, claim.to].includes(centre)) return centre;
    return focus?.id ?? null;
  }

  function refresh() {
    if (root.hidden || !scale.first) return;
    const held = document.activeElement?.closest("#timeline .lanes") && (document.activeElement.getAttribute("data-id") ?? document.activeElement.getAttribute("data-actor"));
    centre = choose();
    const around = model.shownClaims.filter(touches);
    const all = centre ? [...model.factsOf(/** @type {any} */ (model.actors.get(centre))), ...around] : around;
    const shown = all.filter(lanes.dated);
    const lane = coarse.matches ? 22 : 14;
    width = Math.round((room || measure()) * ZOOMS[zoom]);
    leave();
    const { top, grid } = isgraph.axis.build(width);
    const rows = lanes.rows(shown, time.everyDay.filter(touches), centre, model.label);
    let sum = 0;
    const drawn = rows.filter(({ claims }) => (sum += claims.length) <= most || sum === claims.length);
    const rest = rows.length - drawn.length;
    head.replaceChildren(make("div", { class: "label" }, centre ? texts.lanesWith(texts.actors(rows.filter(({ id }) => id !== centre).length)) : texts.actors(rows.length)), top);
    known = new Map(drawn.map((row) => [row.id, swim(row, lane)]));
    ground.firstElementChild?.replaceWith(grid);
    arrange([...[...known.values()].map(({ element }) => element), ...(rest ? [more(rest)] : [])]);
    words.replaceChildren(.../** @type {Node[]} */ (explain(all.filter((claim) => !lanes.dated(claim))).filter(Boolean)));
    zoomOut.toggleAttribute("disabled", zoom === 0);
    zoomIn.toggleAttribute("disabled", zoom === ZOOMS.length - 1);
    mark();
    const again = held && [...stops()].find((stop) => stop.getAttribute("data-id") === held || stop.getAttribute("data-actor") === held);
    if (again) /** @type {HTMLElement} */ (again).focus({ preventScroll: true });
  }

  /** Put the rows in their order, and touch none that is in its place. @param {Element[]} wanted */
  function arrange(wanted) {
    const kept = new Set(wanted);
    for (const element of Array.from(list.children)) if (!kept.has(element)) element.remove();
    let at = list.firstElementChild;
    for (const element of wanted) {
      if (element === at) at = at.nextElementSibling;
      else list.insertBefore(element, at);
    }
  }

  /** @param {number} rest Rows that are not drawn yet. */
  const more = (rest) => make("li", {}, make("button", {
    type: "button", class: "more", onclick: () => {
      most *= 3;
      refresh();
    },
  }, texts.lanesMore(rest)));

  /** Show which mark is selected, without drawing anew unless the rows change. */
  function mark() {
    if (root.hidden) return;
    if (choose() !== centre) return refresh();
    const { selection } = state.current;
    let first = list.querySelector("[data-id], [data-actor]");
    let found = false;
    for (const element of list.querySelectorAll("[data-id]")) {
      const chosen = selection?.type === "tie" && element.getAttribute("data-id") === selection.id;
      element.classList.toggle("chosen", chosen);
      if (chosen && !found) [first, found] = [element, true];
    }
    reach(first);
    if (found && selection?.id !== revealed && !document.activeElement?.closest(".lanes")) first?.scrollIntoView({ block: "nearest", inline: "nearest" });
    revealed = found ? selection?.id : null;
  }

  /** Let the tab key come to this mark. @param {Element|null} stop */
  function reach(stop) {
    list.querySelector("[tabindex='0']")?.setAttribute("tabindex", "-1");
    stop?.setAttribute("tabindex", "0");
  }

  /** The width that the axis has beside the names, before it is made wider. */
  function measure() {
    const label = head.querySelector(".label")?.clientWidth || (innerWidth > 800 ? 180 : 112);
    room = Math.max(280, scroller.clientWidth - label - 18);
    return room;
  }

  /** What the arrow keys stop at. @param {ParentNode} [inside] */
  const stops = (inside = list) => /** @type {NodeListOf<HTMLElement>} */ (inside.querySelectorAll("[data-actor], .mark"));

  /** @param {number} wanted */
  function scaleTo(wanted) {
    const middle = (scroller.scrollLeft + scroller.clientWidth / 2) / (width || 1);
    zoom = Math.max(0, Math.min(ZOOMS.length - 1, wanted));
    refresh();
    // What one looks at stays; at the first step that is the latest time.
    scroller.scrollLeft = zoom === 1 && middle < 0.7 ? width : middle * width - scroller.clientWidth / 2;
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    const here = /** @type {HTMLElement} */ (event.target);
    const row = here.closest("li");
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") {
      if (!here.classList.contains("mark")) return;
      event.preventDefault();
      evidence.go({ type: "tie", id: here.dataset.id });
      return;
    }
    const all = [...stops(row)];
    const at = all.indexOf(here);
    const beside = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    const other = event.key === "ArrowDown" ? row.nextElementSibling : event.key === "ArrowUp" ? row.previousElementSibling : null;
    const next = beside !== undefined ? all[beside] : other && nearest(here, [...stops(other)]);
    if (beside === undefined && !/^Arrow(Up|Down)$/.test(event.key)) return;
    event.preventDefault();
    next?.focus();
  }

  /** @param {HTMLElement} here @param {HTMLElement[]} others In another row. */
  function nearest(here, others) {
    if (here.dataset.actor) return others[0];
    const left = (/** @type {Element} */ element) => element.getBoundingClientRect().left;
    const from = left(here);
    return others.slice(1).reduce((best, other) => (Math.abs(left(other) - from) < Math.abs(left(best) - from) ? other : best), others[1] ?? others[0]);
  }

  /** @param {Event} event */
  function open(event) {
    const stop = /** @type {Element} */ (event.target).closest("[data-id], [data-actor]");
    const [id, actor] = [stop?.getAttribute("data-id"), stop?.getAttribute("data-actor")];
    if (id) evidence.go({ type: "tie", id });
    else if (actor) evidence.go({ type: "actor", id: actor });
  }

  /** Say a mark in words. @param {Event} event */
  function hover(event) {
    const stop = /** @type {Element} */ (event.target).closest(".mark, [data-actor]");
    if (event.type === "focusin") {
      reach(stop);
      stop?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    told = stop?.matches(".mark") ? stop : null;
    tell(event.type === "pointerover" ? /** @type {PointerEvent} */ (event).clientX + 12 : null);
  }

  /** Put the words beside their mark. @param {number|null} at Where the pointer is, if it is there. */
  function tell(at = null) {
    tip.hidden = !told;
    if (!told) return;
    tip.textContent = told.getAttribute("aria-label");
    const box = told.getBoundingClientRect();
    const near = at ?? Math.max(box.left, scroller.getBoundingClientRect().left);
    tip.style.left = `${Math.max(6, Math.min(near, innerWidth - tip.offsetWidth - 8))}px`;
    tip.style.top = `${box.bottom + tip.offsetHeight + 10 < innerHeight ? box.bottom + 4 : box.top - tip.offsetHeight - 4}px`;
  }

  function leave() {
    told = null;
    tell();
  }

  scroller.addEventListener("scroll", () => tell());
  addEventListener("keydown", (event) => event.key === "Escape" && leave());
  new ResizeObserver(() => {
    const before = room;
    if (!root.hidden && measure() !== before) refresh();
  }).observe(scroller);

  return { refresh, mark };
})();
