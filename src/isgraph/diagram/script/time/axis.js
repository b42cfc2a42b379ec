/** Years and months above the timeline, lines behind it, and the days of the view in both. */
isgraph.axis = (() => {
  const { dates, dom, scale, state, texts } = isgraph;
  const { draw } = dom;
  /** Room that a month's and a year's name take. */
  const MONTHS = 26;
  const YEARS = 36;

  /**
   * @param {number} width In pixels.
   * @returns {{top: Element, grid: Element}} The names above, and the lines behind the rows.
   */
  function build(width) {
    const { on, since } = state.current;
    const months = scale.months.filter(({ left, right }) => (right - left) * width >= MONTHS);
    const days = /** @type {[string, string][]} */ ([["since", since], ["on", on]].filter(([, day]) => day));
    const top = draw("svg", { width, height: 36, "aria-hidden": "true" },
      ...scale.named(scale.years, width, YEARS).map(({ day, left, right }) => draw("text", { x: ((left + right) / 2) * width, y: 14 }, day.slice(0, 4))),
      ...months.map(({ day, left }) => draw("text", { class: "month", x: left * width + 2, y: 29 }, texts.months[Number(day.slice(5, 7)) - 1].slice(0, 3))),
      ...scale.years.map(({ left }) => draw("line", { x1: left * width, x2: left * width, y1: 20, y2: 36 })));
    const grid = draw("svg", { class: "grid", width, height: "100%", "aria-hidden": "true" },
      ...months.map(({ left }) => draw("line", { class: "month", x1: left * width, x2: left * width, y1: 0, y2: "100%" })),
      ...scale.years.map(({ left }) => draw("line", { x1: left * width, x2: left * width, y1: 0, y2: "100%" })),
      ...days.map(([name, day]) => draw("line", { class: name, x1: scale.place(day) * width, x2: scale.place(day) * width, y1: 0, y2: "100%" })));
    for (const [name, day] of days) {
      const x = scale.place(day) * width;
      // The earlier day is named before its line, the later after it, where there is room.
      const right = name === "since" ? x > 110 : x > width - 110;
      top.append(draw("text", { class: `day ${right ? "before" : "after"}`, x: right ? x - 4 : x + 4, y: 30 }, dates.inWords(day)),
        draw("line", { class: name, x1: x, x2: x, y1: 16, y2: 36 }));
    }
    return { top, grid };
  }

  return { build };
})();
