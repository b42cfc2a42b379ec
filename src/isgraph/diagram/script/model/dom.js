/** Elements made without markup, so that text from the data stays text. */
isgraph.dom = (() => {
  const SVG = "http://www.w3.org/2000/svg";

  /**
   * @param {string} tag
   * @param {Record<string, any>} [settings] `on…` listens, `class` and others are attributes.
   * @param {...(Node|string|null|undefined|false)} children Strings become text nodes.
   * @returns {HTMLElement}
   */
  function make(tag, settings = {}, ...children) {
    return /** @type {HTMLElement} */ (fill(document.createElement(tag), settings, children));
  }

  /** The same for the shapes of SVG. @param {string} tag @param {Record<string, any>} settings
   * @param {...(Node|string)} children */
  function draw(tag, settings = {}, ...children) {
    return fill(document.createElementNS(SVG, tag), settings, children);
  }

  /** @param {Element} element @param {Record<string, any>} settings @param {any[]} children */
  function fill(element, settings, children) {
    for (const [name, value] of Object.entries(settings)) {
      if (value === undefined || value === null || value === false) continue;
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (name === "checked") /** @type {any} */ (element).checked = value;
      else if (name === "colour") /** @type {any} */ (element).style.setProperty("--colour", value);
      else element.setAttribute(name, value === true ? "" : String(value));
    }
    element.append(...children.filter((child) => child || child === "0"));
    return element;
  }

  /** @param {string} id */
  const get = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

  /**
   * Let the arrow keys move among the focusable rows of a list.
   * @param {HTMLElement} list @param {string} rows Selector of what can be focused.
   */
  function arrows(list, rows) {
    list.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
      if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
      const all = /** @type {HTMLElement[]} */ ([...list.querySelectorAll(rows)]);
      const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
      if (at < 0) return;
      event.preventDefault();
      all[Math.max(0, Math.min(all.length - 1, at + step))].focus();
    });
  }

  /**
   * Scroll a part into view, and nothing around its frame: `scrollIntoView` would move the page.
   * @param {Element} part @param {Element} frame @param {number} covered Pixels at the top that are hidden.
   */
  function bring(part, frame, covered) {
    const [one, all] = [part.getBoundingClientRect(), frame.getBoundingClientRect()];
    if (one.top < all.top + covered || one.bottom > all.bottom) frame.scrollTop += one.top - all.top - all.height / 2;
  }

  return { bring, make, draw, get, arrows };
})();
