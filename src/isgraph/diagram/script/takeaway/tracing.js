/**
 * What an element of the page shows, drawn once more: its shapes, texts, grounds and rules, where
 * the page has put them. It knows as much of styles as our own views use; a view box that does
 * not begin at 0 and transforms within a drawing are beyond it.
 */
isgraph.tracing = (() => {
  const { vector } = isgraph;
  const SHAPES = "path, line, circle, rect, text";
  const LENGTHS = ["x", "y", "width", "height", "rx", "cx", "cy", "r", "x1", "y1", "x2", "y2"];
  const PAINT = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "paint-order"];
  const LETTERS = ["font-size", "font-weight", "text-anchor"];
  const USUAL = new Set(["none 0px", "normal", "1", "start", "400", "miter"]);
  const CLEAR = "rgba(0, 0, 0, 0)";

  /**
   * @param {HTMLElement} root With all it can be scrolled to.
   * @param {any} ctx A pen of `isgraph.vector`. @param {number} x @param {number} y In pixels.
   */
  function trace(root, ctx, x, y) {
    const { left, top } = root.getBoundingClientRect();
    const [dx, dy] = [x - left, y - top];
    /** @type {Map<Element, string>} */ const places = new Map();
    visit(root);

    /** @param {Element} element */
    function visit(element) {
      const style = getComputedStyle(element);
      if (style.display === "none" || style.visibility === "hidden" || element.matches(".unseen, .tip")) return;
      const id = element.getAttribute("data-id");
      if (id) ctx.open({ id: `tie-${id}`, "data-claims": id }, element.getAttribute("aria-label") ?? undefined);
      if (element.matches(SHAPES)) shape(/** @type {SVGGraphicsElement} */ (element), style);
      else if (element instanceof HTMLElement) ground(element, style);
      for (const node of element.childNodes) {
        if (node instanceof Element) visit(node);
        else if (node instanceof Text && element instanceof HTMLElement) words(node, element, style);
      }
      if (id) ctx.close();
    }

    /** @param {SVGGraphicsElement} element @param {CSSStyleDeclaration} style */
    function shape(element, style) {
      const seen = (/** @type {string} */ name) => !["none", CLEAR, "transparent"].includes(style.getPropertyValue(name));
      if (!(seen("fill") || seen("stroke"))) return;
      const attributes = /** @type {Record<string, any>} */ ({ d: element.getAttribute("d") ?? undefined });
      for (const name of LENGTHS) {
        const value = /** @type {any} */ (element)[name]?.baseVal;
        // A text has lists of places, of which ours use one.
        const length = value?.value ?? (value?.numberOfItems ? value.getItem(0).value : undefined);
        if (length) attributes[name] = length;
      }
      const letters = element.localName === "text";
      for (const name of letters ? [...PAINT, ...LETTERS] : PAINT) {
        const value = style.getPropertyValue(name);
        if (!USUAL.has(value) && (seen("stroke") || !name.startsWith("stroke") || name === "stroke")) attributes[name] = value.replaceAll("px", "");
      }
      const alpha = opacity(element);
      if (alpha < 1) attributes.opacity = alpha;
      attributes.transform = placed(/** @type {SVGSVGElement} */ (element.ownerSVGElement));
      ctx.put(element.localName, attributes, letters ? (element.textContent ?? "") : undefined);
    }

    /** How a drawing lies on the sheet; the browser's own matrix costs milliseconds a shape. @param {SVGSVGElement} svg */
    function placed(svg) {
      const known = places.get(svg);
      if (known) return known;
      const { left, top, width, height } = svg.getBoundingClientRect();
      const { width: across, height: down } = svg.viewBox.baseVal;
      const scale = across ? Math.min(width / across, height / down) : 1;
      const [x, y] = across ? [(width - across * scale) / 2, (height - down * scale) / 2] : [0, 0];
      const place = `matrix(${[scale, 0, 0, scale, left + dx + x, top + dy + y].map(vector.number).join(" ")})`;
      places.set(svg, place);
      return place;
    }

    /** @param {Element|null} element */
    function opacity(element) {
      let alpha = 1;
      for (; element && element !== root; element = element.parentElement) alpha *= Number(getComputedStyle(element).opacity);
      return alpha;
    }

    /** @param {HTMLElement} element @param {CSSStyleDeclaration} style */
    function ground(element, style) {
      const { left, top, width, height } = element.getBoundingClientRect();
      const fill = (/** @type {string} */ colour, /** @type {number[]} */ [x, y, w, h]) => {
        if (colour === CLEAR || !w || !h) return;
        ctx.fillStyle = colour;
        ctx.fillRect(x + dx, y + dy, w, h);
      };
      fill(style.backgroundColor, [left, top, width, height]);
      const wide = (/** @type {string} */ side) => Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) || 0;
      const rule = (/** @type {string} */ side, /** @type {number[]} */ box) => fill(style.getPropertyValue(`border-${side}-color`), box);
      rule("top", [left, top, width, wide("top")]);
      rule("bottom", [left, top + height - wide("bottom"), width, wide("bottom")]);
      rule("left", [left, top, wide("left"), height]);
      rule("right", [left + width - wide("right"), top, wide("right"), height]);
    }

    /** A text, line by line as it is broken. @param {Text} node @param {HTMLElement} parent @param {CSSStyleDeclaration} style */
    function words(node, parent, style) {
      const text = node.data;
      if (!text.trim()) return;
      /** @type {{text: string, left: number, middle: number}[]} */ const lines = [];
      const range = document.createRange();
      for (const { 0: word, index } of text.matchAll(/\S+\s*/gu)) {
        for (const piece of pieces(word, index)) {
          const last = lines.at(-1);
          if (last && Math.abs(last.middle - piece.middle) < 2) last.text += piece.text;
          else lines.push(piece);
        }
      }
      ctx.save();
      ctx.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      ctx.fillStyle = style.color;
      ctx.globalAlpha = opacity(parent);
      ctx.textBaseline = "middle";
      for (const line of lines) ctx.fillText(style.textOverflow === "ellipsis" ? fitting(line.text, parent.clientWidth) : line.text, line.left + dx, line.middle + dy);
      ctx.restore();

      /** A word, or the parts of it that stand on lines of their own. @param {string} word @param {number} from */
      function pieces(word, from) {
        const found = [];
        for (let at = 0; at < word.length;) {
          let end = word.length;
          range.setStart(node, from + at);
          for (range.setEnd(node, from + end); end > at + 1 && range.getClientRects().length > 1; range.setEnd(node, from + end)) end -= 1;
          const box = range.getBoundingClientRect();
          if (box.width) found.push({ text: word.slice(at, end), left: box.left, middle: box.top + box.height / 2 });
          at = end;
        }
        return found;
      }
    }

    /** @param {string} text @param {number} width */
    function fitting(text, width) {
      let end = text.length;
      const shown = () => (end < text.length ? `${text.slice(0, end)}…` : text);
      while (end > 1 && ctx.measureText(shown()).width > width + 1) end -= 1;
      return shown();
    }
  }

  return { trace };
})();
