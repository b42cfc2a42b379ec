/** What a printed page has instead of controls; it is there while it is printed. */
isgraph.paper = (() => {
  const { choices, cite, dom, sheet, state } = isgraph;
  const { make } = dom;
  /** @type {Element[]} */ let parts = [];
  let theme = "";

  /** The picture as a drawing, which is sharp on paper whatever the screen. */
  function drawing() {
    const { markup, width, height } = sheet.draw({ bare: true });
    const picture = new DOMParser().parseFromString(markup, "image/svg+xml").documentElement;
    for (const side of ["width", "height"]) picture.setAttribute(side, "100%");
    const frame = make("div", { class: "paper", id: "paper-picture" });
    frame.style.setProperty("--aspect", String(width / height));
    // Its ids are those of a file of its own, and must not meet those of the page.
    frame.attachShadow({ mode: "open" }).append(document.adoptNode(picture));
    return frame;
  }

  function lay() {
    if (parts.length) return;
    const root = document.documentElement;
    theme = root.dataset.theme ?? "";
    root.dataset.theme = "light";
    const figure = state.current.view === "picture" ? [drawing()] : [];
    const clocks = make("p", { class: "paper" }, choices.words().join(" "));
    const citation = make("p", { class: "paper", id: "paper-citation" }, cite.view().plain);
    dom.get("top").after(clocks, ...figure);
    dom.get("evidence").after(citation);
    parts = [clocks, ...figure, citation];
  }

  function clear() {
    for (const part of parts) part.remove();
    parts = [];
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  }

  addEventListener("beforeprint", lay);
  addEventListener("afterprint", clear);
  return {};
})();
