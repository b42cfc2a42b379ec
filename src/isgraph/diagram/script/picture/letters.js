/** Text on the canvas: how wide it is, and writing it with a rim in the colour of the paper. */
isgraph.letters = (() => {
  const { look } = isgraph.data;
  const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  /** @type {Map<string, number>} */ const widths = new Map();

  /** @typedef {{weight: number, size: number}} Style Size in pixels. */

  /** Width in pixels, measured once. @param {string} text @param {Style} style */
  function width(text, { weight, size }) {
    const key = `${weight} ${size} ${text}`;
    let found = widths.get(key);
    if (found === undefined) {
      pen.font = `${weight} ${size}px ${look.font}`;
      found = pen.measureText(text).width;
      widths.set(key, found);
    }
    return found;
  }

  /** @param {any} scene @param {string} text @param {Style} style @param {string} ink
   * @param {number} x @param {number} y The left end of the line's middle. */
  function write({ ctx, unit, palette }, text, { weight, size }, ink, x, y) {
    ctx.font = `${weight} ${size * unit}px ${look.font}`;
    ctx.textAlign = "left";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    ctx.strokeStyle = palette.canvas;
    ctx.lineWidth = 3.5 * unit;
    ctx.strokeText(text, x, y);
    ctx.fillStyle = ink;
    ctx.fillText(text, x, y);
  }

  return { width, write };
})();
