/** Claims by month as bars, and on them the thumbs that choose a day: by pointer, touch or keys. */
isgraph.slider = (() => {
  const { dates, days, dom, scale, texts } = isgraph;
  const { make, draw } = dom;
  const HEIGHT = 40;
  const ROOM = 34;

  /**
   * @typedef {{key: "on"|"since", label: string, value: () => string|null,
   *   least: () => string, most: () => string}} Thumb
   * @param {Thumb[]} thumbs
   * @param {(key: "on"|"since", day: string, first: boolean) => void} turn `first`: the step begins
   *   a new movement, to which “back” returns.
   * @param {() => string} start The day from which the keys start where none is chosen.
   */
  function slider(thumbs, turn, start) {
    const held = draw("path", { class: "held" });
    const touched = draw("path", { class: "touched" });
    const bars = draw("svg", { viewBox: `0 0 1000 ${HEIGHT}`, preserveAspectRatio: "none", role: "img" }, touched, held);
    const reach = make("div", { class: "reach" });
    const names = make("div", { class: "names", "aria-hidden": "true" });
    const handles = new Map(thumbs.map((thumb) => [thumb.key, handle(thumb)]));
    const track = make("div", { id: "track" }, bars, reach, ...handles.values());
    const element = make("div", { id: "slider" }, track, names);
    /** @type {{held: number, touched: number}[]} */ let counts = [];
    /** @type {"on"|"since"|null} The thumb that is being drawn along. */ let pulled = null;
    /** @type {(() => void)|null} */ let waiting = null;
    let fresh = true;

    /** @param {Thumb} thumb */
    function handle(thumb) {
      return make("div", {
        class: `thumb ${thumb.key}`, id: `thumb-${thumb.key}`, role: "slider", tabindex: "0", "aria-label": thumb.label, "aria-keyshortcuts": "ArrowLeft ArrowRight ArrowUp ArrowDown PageUp PageDown Home End",
        title: texts.sliderKeys, onkeydown: (/** @type {KeyboardEvent} */ event) => press(thumb, event), onfocus: () => void (fresh = true),
      });
    }

    /** @param {Thumb} thumb @param {string} day */
    function move({ key, value, least, most }, day) {
      const wanted = day < least() ? least() : day > most() ? most() : day;
      if (wanted === value()) return;
      turn(key, wanted, fresh);
      fresh = false;
    }

    /** @param {Thumb} thumb @param {KeyboardEvent} event */
    function press(thumb, event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const now = thumb.value();
      const from = now ?? start();
      /** @type {Record<string, () => string>} */
      const moves = {
        ArrowLeft: () => days.move(from, -1), ArrowRight: () => days.move(from, 1),
        ArrowDown: () => days.moveMonths(from, -1), ArrowUp: () => days.moveMonths(from, 1),
        PageDown: () => days.moveMonths(from, -12), PageUp: () => days.moveMonths(from, 12),
        Home: thumb.least, End: thumb.most,
      };
      const step = moves[event.key];
      if (!step) return;
      event.preventDefault();
      move(thumb, now || event.key === "Home" || event.key === "End" ? step() : from);
    }

    /** The first day of the month under the pointer. @param {PointerEvent} event */
    function under(event) {
      const box = track.getBoundingClientRect();
      return days.monthOf(scale.day(Math.max(0, Math.min(1, (event.clientX - box.left) / box.width))));
    }

    /** @param {PointerEvent} event */
    function nearest(event) {
      const away = (/** @type {Thumb} */ thumb) => {
        const box = /** @type {HTMLElement} */ (handles.get(thumb.key)).getBoundingClientRect();
        return thumb.value() ? Math.abs(event.clientX - (box.left + box.right) / 2) : thumb.key === "on" ? 1e6 : Infinity;
      };
      return [...thumbs].sort((a, b) => away(a) - away(b))[0];
    }

    /** Not more than one step a frame. @param {PointerEvent} event */
    function follow(event) {
      const thumb = thumbs.find(({ key }) => key === pulled);
      if (!thumb) return;
      const day = under(event);
      if (!waiting) requestAnimationFrame(() => { waiting?.(); waiting = null; });
      waiting = () => move(thumb, day);
    }

    track.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      event.preventDefault();
      pulled = nearest(event).key;
      fresh = true;
      track.setPointerCapture(event.pointerId);
      handles.get(pulled)?.focus({ preventScroll: true });
      follow(event);
    });
    track.addEventListener("pointermove", (event) => {
      if (pulled) follow(event);
      const month = scale.months.findIndex(({ day }) => day === under(event));
      if (month >= 0 && counts[month]) track.title = texts.monthCounts(dates.inWords(scale.months[month].day.slice(0, 7)), counts[month].held, counts[month].touched);
    });
    for (const name of ["pointerup", "pointercancel"]) track.addEventListener(name, () => void (pulled = null));
    new ResizeObserver(name).observe(track);

    /** Write the years for which there is room. */
    function name() {
      names.replaceChildren(...scale.named(scale.years, track.clientWidth, ROOM).map(({ day, left, right }) => {
        const year = make("span", {}, day.slice(0, 4));
        year.style.left = `${(50 * (left + right)).toFixed(2)}%`;
        return year;
      }));
    }

    /** Raise the bars for these claims. @param {any[]} claims */
    function count(claims) {
      counts = scale.tally(claims);
      const most = Math.max(1, ...counts.map(({ held, touched }) => held + touched));
      // Square roots, so that a single claim stays visible beside hundreds.
      const height = (/** @type {number} */ n) => (HEIGHT * (1 - Math.sqrt(n / most))).toFixed(1);
      const path = (/** @type {(sum: {held: number, touched: number}) => number} */ of) => scale.months.map(({ left, right }, i) =>
        of(counts[i]) ? `M${(left * 1000).toFixed(2)} ${HEIGHT}V${height(of(counts[i]))}H${(right * 1000 - (right - left) * 120).toFixed(2)}V${HEIGHT}Z` : "").join("");
      held.setAttribute("d", path(({ held }) => held));
      touched.setAttribute("d", path(({ held, touched }) => held + touched));
      const top = counts.reduce((best, sum, i) => (sum.held + sum.touched > counts[best].held + counts[best].touched ? i : best), 0);
      bars.setAttribute("aria-label", texts.histogram(texts.claims(claims.length), dates.inWords(scale.months[top].day.slice(0, 7)), counts[top].held, counts[top].touched));
    }

    /** Put the thumbs where their days are. */
    function refresh() {
      for (const thumb of thumbs) {
        const day = thumb.value();
        const element = /** @type {HTMLElement} */ (handles.get(thumb.key));
        element.hidden = !day && thumb.key !== "on";
        element.classList.toggle("none", !day);
        element.style.left = `${(100 * (day ? scale.place(day) : 1)).toFixed(3)}%`;
        for (const [name, value] of [["min", days.number(thumb.least())], ["max", days.number(thumb.most())], ["now", days.number(day ?? thumb.most())]]) {
          element.setAttribute(`aria-value${name}`, String(value));
        }
        element.setAttribute("aria-valuetext", day ? dates.inWords(day) : texts.allDays);
      }
      const [on, since] = [thumbs[0].value(), thumbs[1].value()];
      reach.hidden = !(on && since);
      if (on && since) {
        const [a, b] = [scale.place(since), scale.place(on)].sort((x, y) => x - y);
        reach.style.left = `${100 * a}%`;
        reach.style.width = `${100 * (b - a)}%`;
      }
    }

    return { element, count, refresh };
  }

  return { slider };
})();
