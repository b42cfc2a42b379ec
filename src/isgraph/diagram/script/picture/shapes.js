/** The outlines of actors and arrowheads, the same on the canvas and in the legend. */
isgraph.shapes = (() => {
  /** @param {number} corners @param {number} from Angle of the first corner, in turns.
   * @param {number} [inner] Radius of the corners between, for a star. */
  function regular(corners, from, inner) {
    const steps = inner ? corners * 2 : corners;
    return Array.from({ length: steps }, (_, i) => {
      const angle = (from + i / steps) * 2 * Math.PI;
      const radius = inner && i % 2 ? inner : 1;
      return [Math.cos(angle) * radius, Math.sin(angle) * radius];
    });
  }

  /** @type {Record<string, number[][]>} Corners about the origin, of about equal area. */
  const CORNERS = {
    circle: regular(28, 0),
    square: [[-0.88, -0.88], [0.88, -0.88], [0.88, 0.88], [-0.88, 0.88]],
    diamond: regular(4, -0.25).map(([x, y]) => [x * 1.2, y * 1.2]),
    hexagon: regular(6, 0).map(([x, y]) => [x * 1.1, y * 1.1]),
    pentagon: regular(5, -0.25).map(([x, y]) => [x * 1.1, y * 1.1]),
    triangle: regular(3, -0.25).map(([x, y]) => [x * 1.28, y * 1.28 + 0.2]),
    triangleDown: regular(3, 0.25).map(([x, y]) => [x * 1.28, y * 1.28 - 0.2]),
    star: regular(5, -0.25, 0.55).map(([x, y]) => [x * 1.3, y * 1.3]),
    cross: [
      [-0.36, -1.1], [0.36, -1.1], [0.36, -0.36], [1.1, -0.36], [1.1, 0.36], [0.36, 0.36],
      [0.36, 1.1], [-0.36, 1.1], [-0.36, 0.36], [-1.1, 0.36], [-1.1, -0.36], [-0.36, -0.36],
    ],
    sheet: [[-0.7, -1.05], [0.3, -1.05], [0.75, -0.6], [0.75, 1.05], [-0.7, 1.05]],
  };

  /**
   * Heads point to +x with the tip at the origin; one unit is the head's length.
   * @type {Record<string, {corners: number[][], closed: boolean, solid: boolean, length: number}>}
   */
  const HEADS = {
    filled: { corners: [[0, 0], [-1, 0.45], [-1, -0.45]], closed: true, solid: true, length: 1 },
    open: { corners: [[-0.9, 0.5], [0, 0], [-0.9, -0.5]], closed: false, solid: false, length: 0.1 },
    diamond: { corners: [[0, 0], [-0.6, 0.4], [-1.2, 0], [-0.6, -0.4]], closed: true, solid: false, length: 1.2 },
    bar: { corners: [[0, 0.6], [0, -0.6], [-0.4, -0.6], [-0.4, 0.6]], closed: false, solid: false, length: 0.4 },
    dot: { corners: regular(14, 0).map(([x, y]) => [x * 0.42 - 0.42, y * 0.42]), closed: true, solid: true, length: 0.84 },
    ring: { corners: regular(14, 0).map(([x, y]) => [x * 0.42 - 0.42, y * 0.42]), closed: true, solid: false, length: 0.84 },
  };

  /** @param {CanvasRenderingContext2D} ctx @param {number[][]} corners @param {boolean} closed */
  function trace(ctx, corners, closed, x = 0, y = 0, size = 1) {
    ctx.beginPath();
    corners.forEach(([dx, dy], i) => ctx[i ? "lineTo" : "moveTo"](x + dx * size, y + dy * size));
    if (closed) ctx.closePath();
  }

  /** @param {number[][]} corners @param {boolean} closed @param {number} x @param {number} y
   * @param {number} size @returns {string} The same as the path of an SVG. */
  function path(corners, closed, x, y, size) {
    const points = corners.map(([dx, dy]) => `${(x + dx * size).toFixed(2)} ${(y + dy * size).toFixed(2)}`);
    return `M${points.join("L")}${closed ? "Z" : ""}`;
  }

  return { CORNERS, HEADS, trace, path };
})();
