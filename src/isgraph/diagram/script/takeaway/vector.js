/**
 * A 2D context that writes down what is painted as SVG: attributes and text, no style, no script.
 * It knows as much of a context as our painters use. Places and lengths are written as they come
 * out, so no transform stays behind; a scale has to be the same along both axes, as ours are.
 *
 * @typedef {{name: string, attributes: Record<string, string|number|undefined>, text?: string}} Mark
 */
isgraph.vector = (() => {
  const SPACE = "http://www.w3.org/2000/svg";
  const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/gu;
  const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
  const ENTITIES = /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" });
  const PEN = {
    fillStyle: "#000000", strokeStyle: "#000000", globalAlpha: 1, lineWidth: 1, lineCap: "butt", lineJoin: "miter",
    lineDashOffset: 0, font: "10px sans-serif", textAlign: "start", textBaseline: "alphabetic",
  };
  /** From the line of writing down to the alphabetic one, in sizes of the font. */
  const DROPS = /** @type {Record<string, number>} */ ({ top: 0.8, hanging: 0.8, middle: 0.35, bottom: -0.2, ideographic: -0.2 });
  const ANCHORS = /** @type {Record<string, string>} */ ({ center: "middle", right: "end", end: "end" });
  const FONT = /^(?:(?:italic|oblique|normal)\s+)?(?:(\d+|bold|normal)\s+)?([\d.e-]+)px\s+(.+)$/;

  /**
   * A text in one line that XML allows and that turns no neighbour around, as in Python's
   * `isgraph.diagram.still.svg.clean`.
   * @param {any} text
   */
  const clean = (text) => String(text).replace(TURNING, "").replace(FORBIDDEN, "\ufffd").replace(/\s+/g, " ").trim();

  /** @param {any} text */
  const escape = (text) => clean(text).replace(/[&<>"']/g, (found) => ENTITIES[found]);

  /** @param {number} value */
  const number = (value) => String(Math.round(value * 100) / 100 + 0);

  /** @param {Record<string, any>} attributes Numbers are rounded, what is undefined is left out. */
  const written = (attributes) => Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${typeof value === "number" ? number(value) : escape(value)}"`).join("");

  /** @param {Mark} mark */
  const markup = ({ name, attributes, text }) => `<${name}${written(attributes)}${text === undefined ? "/>" : `>${escape(text)}</${name}>`}`;

  /** What may stand as an id, near enough to the text to be recognised. @param {string} text */
  function identifier(text) {
    const ending = text.replaceAll("#", "/").replace(/\/+$/, "").split("/").slice(-2).join("-");
    const plain = ending.replace(/[^A-Za-z0-9_.-]+/g, "-").replace(/^[-.]+|[-.]+$/g, "");
    return /^[A-Za-z]/.test(plain) ? plain : `n-${plain}`;
  }

  /**
   * @param {number} width @param {number} height Of the whole, in pixels.
   * @param {string} family The font of most of the text, named once.
   * @returns {any} As much of a CanvasRenderingContext2D as we use; `open` and `close` make
   *   groups, `svg` gives the file.
   */
  function record(width, height, family) {
    const ruler = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
    /** @type {string[]} */ const before = [];
    /** @type {(Mark|string)[]} */ const marks = [];
    /** @type {any[]} */ const saved = [];
    /** @type {Set<string>} */ const ids = new Set();
    let [a, b, c, d, e, f] = [1, 0, 0, 1, 0, 0];
    /** @type {number[]} */ let dash = [];
    let path = "";
    let clips = 0;
    let open = 0;

    const size = () => Math.hypot(a, b);
    /** @param {number} x @param {number} y */
    const point = (x, y) => `${number(a * x + c * y + e)} ${number(b * x + d * y + f)}`;
    /** @param {string} letter @param {...number} places */
    function step(letter, ...places) {
      const points = [];
      for (let i = 0; i < places.length; i += 2) points.push(point(places[i], places[i + 1]));
      path += letter + points.join(" ");
    }

    /** @param {string} id One that no other part has. */
    function unique(id) {
      let name = id;
      for (let times = 2; ids.has(name); times++) name = `${id}-${times}`;
      ids.add(name);
      return name;
    }

    const pen = () => ({
      stroke: context.strokeStyle,
      "stroke-width": context.lineWidth * size(),
      "stroke-dasharray": dash.length ? dash.map((part) => number(part * size())).join(" ") : undefined,
      "stroke-dashoffset": dash.length && context.lineDashOffset ? context.lineDashOffset * size() : undefined,
      "stroke-linecap": context.lineCap === "butt" ? undefined : context.lineCap,
      "stroke-linejoin": context.lineJoin === "miter" ? undefined : context.lineJoin,
    });
    /** @param {string} name */
    const faint = (name) => (context.globalAlpha < 1 ? { [name]: context.globalAlpha } : {});

    /** What was just filled, if it is the same and has no outline yet. @param {string} name @param {(mark: Mark) => boolean} same */
    function last(name, same) {
      const mark = marks.at(-1);
      return mark && typeof mark !== "string" && mark.name === name && same(mark) ? mark : null;
    }

    /** @param {string} text @param {number} x @param {number} y */
    function placed(text, x, y) {
      const [, weight = "400", pixels = "10", name = ""] = FONT.exec(context.font) ?? [];
      const tall = Number(pixels);
      const [left, top] = [x, y + (DROPS[context.textBaseline] ?? 0) * tall];
      const [px, py] = [a * left + c * top + e, b * left + d * top + f];
      const turn = Math.atan2(b, a);
      return {
        x: px, y: py, "font-size": tall * size(),
        "font-weight": weight === "400" || weight === "normal" ? undefined : weight,
        "font-family": name === family ? undefined : name,
        "text-anchor": ANCHORS[context.textAlign],
        transform: Math.abs(turn) > 1e-6 ? `rotate(${number((turn * 180) / Math.PI)} ${number(px)} ${number(py)})` : undefined,
      };
    }

    const context = {
      ...PEN,
      save: () => void saved.push({ pen: Object.fromEntries(Object.keys(PEN).map((key) => [key, /** @type {any} */ (context)[key]])), matrix: [a, b, c, d, e, f], dash, open }),
      restore() {
        const kept = saved.pop();
        if (!kept) return;
        Object.assign(context, kept.pen);
        ({ matrix: [a, b, c, d, e, f], dash } = kept);
        while (open > kept.open) context.close();
      },
      translate: (/** @type {number} */ x, /** @type {number} */ y) => void ([e, f] = [a * x + c * y + e, b * x + d * y + f]),
      scale: (/** @type {number} */ x, /** @type {number} */ y) => void ([a, b, c, d] = [a * x, b * x, c * y, d * y]),
      rotate(/** @type {number} */ angle) {
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        [a, b, c, d] = [a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin];
      },

      beginPath: () => void (path = ""),
      closePath: () => void (path += path ? "Z" : ""),
      moveTo: (/** @type {number} */ x, /** @type {number} */ y) => step("M", x, y),
      lineTo: (/** @type {number} */ x, /** @type {number} */ y) => step(path ? "L" : "M", x, y),
      quadraticCurveTo: (/** @type {number[]} */ ...places) => step("Q", ...places),
      bezierCurveTo: (/** @type {number[]} */ ...places) => step("C", ...places),
      rect(/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ w, /** @type {number} */ h) {
        step("M", x, y);
        step("L", x + w, y, x + w, y + h, x, y + h);
        path += "Z";
      },
      arc(/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ r, /** @type {number} */ from, /** @type {number} */ to, back = false) {
        const full = 2 * Math.PI;
        const way = back ? -1 : 1;
        let angle = (to - from) * way;
        angle = angle >= full - 1e-9 ? full : ((angle % full) + full) % full;
        const at = (/** @type {number} */ turn) => [x + r * Math.cos(turn), y + r * Math.sin(turn)];
        step(path ? "L" : "M", .../** @type {[number, number]} */ (at(from)));
        // Two parts, since an arc of SVG cannot end where it began.
        for (const part of [angle / 2, angle]) {
          path += `A${number(r * size())} ${number(r * size())} 0 0 ${back ? 0 : 1} `;
          step("", .../** @type {[number, number]} */ (at(from + way * part)));
        }
      },

      fill: (rule = "nonzero") => path && void marks.push({ name: "path", attributes: { d: path, fill: context.fillStyle, ...faint("fill-opacity"), "fill-rule": rule === "nonzero" ? undefined : rule } }),
      stroke() {
        if (!path) return;
        const filled = last("path", ({ attributes }) => attributes.d === path && attributes.stroke === undefined);
        if (filled) Object.assign(filled.attributes, pen(), faint("stroke-opacity"));
        else marks.push({ name: "path", attributes: { d: path, fill: "none", ...pen(), ...faint("stroke-opacity") } });
      },
      clip() {
        const id = unique(`clip-${++clips}`);
        before.push(`<clipPath id="${id}"><path d="${path}"/></clipPath>`);
        context.open({ "clip-path": `url(#${id})` });
      },
      fillRect(/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ w, /** @type {number} */ h) {
        context.beginPath();
        context.rect(x, y, w, h);
        context.fill();
      },
      setLineDash: (/** @type {number[]} */ parts) => void (dash = [...parts]),
      getLineDash: () => [...dash],

      measureText(/** @type {string} */ text) {
        ruler.font = context.font;
        return ruler.measureText(clean(text));
      },
      strokeText: (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) =>
        void marks.push({ name: "text", text, attributes: { ...placed(text, x, y), fill: "none", ...pen(), ...faint("opacity") } }),
      fillText(/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) {
        const where = placed(text, x, y);
        const halo = last("text", (mark) => mark.text === text && mark.attributes.fill === "none" && mark.attributes.x === where.x && mark.attributes.y === where.y);
        if (halo) Object.assign(halo.attributes, { fill: context.fillStyle, "paint-order": "stroke" });
        else marks.push({ name: "text", text, attributes: { ...where, fill: context.fillStyle, ...faint("opacity") } });
      },

      /** An element of SVG as it is. @param {string} name @param {Record<string, any>} attributes @param {string} [text] */
      put: (name, attributes, text) => void marks.push({ name, attributes, text }),
      /** Begin a group. @param {Record<string, any>} [attributes] An `id` is made unique. @param {string} [title] Read out for the group. */
      open(attributes = {}, title) {
        const { id, ...more } = attributes;
        marks.push(`<g${written({ id: id === undefined ? undefined : unique(identifier(id)), ...more })}>`);
        if (title) marks.push({ name: "title", attributes: {}, text: title });
        open += 1;
      },
      close() {
        // A group in which nothing was painted is dropped.
        const from = marks.findLastIndex((mark) => typeof mark === "string");
        const empty = marks[from] !== "</g>" && marks.slice(from + 1).every((mark) => typeof mark !== "string" && mark.name === "title");
        if (empty) marks.length = from;
        else marks.push("</g>");
        open -= 1;
      },

      /** The whole as a file. @param {string} title @param {string} summary */
      svg: (title, summary) => [
        `<svg xmlns="${SPACE}"${written({ width, height, viewBox: `0 0 ${number(width)} ${number(height)}`, role: "img", "font-family": family })}>`,
        markup({ name: "title", attributes: {}, text: title }),
        markup({ name: "desc", attributes: {}, text: summary }),
        ...(before.length ? [`<defs>${before.join("")}</defs>`] : []),
        ...marks.map((mark) => (typeof mark === "string" ? mark : markup(mark))),
        "</svg>",
      ].join("\n") + "\n",
    };
    return context;
  }

  return { clean, identifier, number, record };
})();
