/**
 * The two clocks: the day on which something held, with an earlier one to compare with, and the
 * day by which it was published; below them how many claims stand how on the day.
 */
isgraph.time = (() => {
  const { data, dates, days, dayfield, dom, filters, model, moments, scale, state, texts } = isgraph;
  const { make, draw, get } = dom;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const PACE = 500;
  const CALM_PACE = 1500;
  const root = get("time");
  const { current } = state;

  /** @type {any} */ let slider = null;
  /** @type {{refresh: () => void}[]} */ let fields = [];
  /** @type {any[]} What legend, publication and hiding leave, whenever it held. */ let everyDay = [];
  /** @type {number|null} */ let playing = null;
  /** @type {string|null} The day that the player has set. */ let played = null;
  let counted = "";
  const standing = make("p", { id: "standing" });
  const player = make("button", { type: "button", id: "play", onclick: () => (playing ? pause() : play()) });

  /** The day that is taken where one is needed and none chosen: of the newest document. */
  const newest = () => scale.publications[scale.publications.length - 1] ?? scale.last ?? "";

  /** @param {"on"|"since"} key @param {string} day @param {boolean} first */
  function turn(key, day, first) {
    state.change({ [key]: day }, { passing: !first });
  }

  /** @param {string|null} day */
  function compare(day) {
    state.change(day && !current.on ? { since: day, on: newest() } : { since: day });
  }

  /** The first of a month by which some claim stands otherwise than before. @param {string|null} day */
  function following(day) {
    const turns = everyDay.flatMap(({ begin_earliest, begin_latest, end_earliest, end_latest }) => [
      begin_earliest, begin_latest, end_earliest && days.move(end_earliest, 1), end_latest && days.move(end_latest, 1),
    ]).filter((turn) => turn && (!day || turn > day)).sort();
    const next = turns.find((turn) => turn <= (scale.last ?? ""));
    if (!next) return null;
    return next === days.monthOf(next) ? next : days.moveMonths(days.monthOf(next), 1);
  }

  function play() {
    const start = following(current.on) ? current.on : null;
    step(start, true);
  }

  /** @param {string|null} day @param {boolean} [first] */
  function step(day, first = false) {
    const next = following(day);
    if (!next || next > (scale.last ?? "")) return pause();
    played = next;
    playing = window.setTimeout(() => step(next), calm.matches ? CALM_PACE : PACE);
    turn("on", next, first);
    showPlayer();
  }

  function pause() {
    if (playing) clearTimeout(playing);
    playing = null;
    showPlayer();
  }

  function showPlayer() {
    player.textContent = playing ? "❚❚" : "▶";
    player.setAttribute("aria-label", playing ? texts.pause : texts.play);
    player.title = playing ? texts.pause : texts.playTitle;
  }

  /** A short line as the picture draws it. @param {string} name */
  const sample = (name) => draw("svg", { viewBox: "0 0 24 8", width: 24, height: 8, class: `sample ${name}`, "aria-hidden": "true" },
    draw("line", { x1: 1, y1: 4, x2: 23, y2: 4 }));

  /** @param {string} name @param {number} n @param {string} words */
  const tally = (name, n, words) => make("span", { class: "tally" }, sample(name), make("b", {}, n.toLocaleString("en-GB")), ` ${words}`);

  /** How the claims stand on the day, counted and in words. */
  function stand() {
    const { on, since, past } = current;
    if (!on) return [make("span", {}, texts.everyDay(texts.claims(everyDay.length)))];
    const sums = { certain: 0, possible: 0, past: 0, begun: 0, ended: 0 };
    for (const claim of model.shownClaims) {
      const { certainty, change } = moments.stand(claim, current);
      if (certainty) sums[certainty]++;
      if (change) sums[change]++;
    }
    const rest = everyDay.length - sums.certain - sums.possible;
    return [
      make("span", {}, texts.standOn(dates.inWords(on))),
      tally("certain", sums.certain, texts.standCertain),
      tally("possible", sums.possible, texts.standPossible),
      tally(past ? "past" : "none", rest, past ? texts.standPastShown : since ? texts.standPastEnded : texts.standPast),
      since && make("span", { class: "tally" }, texts.standSince(dates.inWords(since), sums.begun, sums.ended)),
    ];
  }

  function build() {
    root.setAttribute("aria-label", texts.time);
    root.setAttribute("role", "group");
    root.hidden = !scale.first;
    if (!scale.first) return;
    slider = isgraph.slider.slider([
      {
        key: "on", label: texts.sliderOn, value: () => current.on,
        least: () => (current.since ? days.move(current.since, 1) : scale.first ?? ""), most: () => scale.last ?? "",
      },
      {
        key: "since", label: texts.sliderSince, value: () => current.since,
        least: () => scale.first ?? "", most: () => (current.on ? days.move(current.on, -1) : scale.last ?? ""),
      },
    ], turn, newest);
    const on = dayfield.field({
      id: "on", label: texts.onLabel, title: texts.onTitle, end: "first", off: texts.allDays,
      value: () => current.on, take: (day) => state.change(day ? { on: day } : { on: null, since: null }),
      refuse: (day) => (current.since && day <= current.since ? texts.notAfter(dates.inWords(current.since)) : undefined),
    });
    const since = dayfield.field({
      id: "since", label: texts.sinceLabel, title: texts.sinceTitle, end: "first", off: texts.sinceOff,
      value: () => current.since, take: compare,
      refuse: (day) => (day >= (current.on ?? newest()) ? texts.notBefore(dates.inWords(current.on ?? newest())) : undefined),
    });
    const known = dayfield.field({
      id: "known", label: texts.knownLabel, title: texts.knownTitle, end: "last", off: texts.knownOff,
      value: () => current.knownBy, take: (day) => state.change({ knownBy: day }), suggested: scale.publications,
    });
    fields = [on, since, known];
    root.append(
      make("div", { id: "axis" }, player, slider.element),
      make("div", { id: "clocks" }, on.element, since.element, known.element),
      standing,
    );
    showPlayer();
  }

  function refresh() {
    if (!slider) return;
    if (playing && current.on !== played) pause();
    everyDay = [...data.claims.values()].filter((claim) => filters.passes(claim, { ...current, on: null, since: null }));
    if (current.focus) everyDay = filters.near(everyDay, current.focus);
    const ids = everyDay.map(({ id }) => id).join(" ");
    if (ids !== counted || !ids) slider.count(everyDay);
    counted = ids;
    slider.refresh();
    for (const field of fields) field.refresh();
    standing.replaceChildren(.../** @type {Node[]} */ (stand().filter(Boolean)));
  }

  return {
    build, refresh,
    /** What legend, publication and hiding leave, whenever it held. @returns {any[]} */
    get everyDay() { return everyDay; },
  };
})();
