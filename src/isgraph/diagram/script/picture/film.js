/**
 * The painted picture, kept as an image: while the reader pans and zooms the image is moved, and
 * when she rests it is painted anew. So panning costs the same for ten actors and ten thousand.
 */
isgraph.film = (() => {
  /** Share of the view that is painted beyond each of its sides. */
  const MARGIN = 0.2;
  /** Milliseconds without a movement that count as rest. */
  const REST = 110;
  const image = document.createElement("canvas");
  const pen = /** @type {CanvasRenderingContext2D} */ (image.getContext("2d"));
  let timer = 0;

  /** @typedef {{a: number, e: number, f: number}} Camera Scale and offset in device pixels. */
  /** @type {Camera|null} What the image was painted for, null: it is not to be used. */
  let shot = null;

  /**
   * Put the picture on a context, as the context's transform says.
   * @param {CanvasRenderingContext2D} ctx
   * @param {(pen: CanvasRenderingContext2D, frame: Box) => void} paint Paints what lies in the frame.
   * @param {boolean} patient Painting is slow: wait for rest even where the image does not reach.
   * @param {() => void} wake Called at rest, to show the picture once more.
   */
  function show(ctx, paint, patient, wake) {
    const camera = ctx.getTransform();
    const { width, height } = ctx.canvas;
    const wide = Math.round(width * (1 + 2 * MARGIN));
    const high = Math.round(height * (1 + 2 * MARGIN));
    const [left, top] = [(wide - width) / 2, (high - height) / 2];
    if (image.width !== wide || image.height !== high) {
      Object.assign(image, { width: wide, height: high });
      shot = null;
    }
    let place = shot && lay(shot, camera);
    if (!place || (!patient && (place.x > 0 || place.y > 0 || place.x + place.w < width || place.y + place.h < height))) {
      const { a } = camera;
      shot = { a, e: camera.e + left, f: camera.f + top };
      place = lay(shot, camera);
      pen.setTransform(1, 0, 0, 1, 0, 0);
      pen.clearRect(0, 0, wide, high);
      pen.setTransform(a, 0, 0, a, shot.e, shot.f);
      paint(pen, { x: -shot.e / a, y: -shot.f / a, w: wide / a, h: high / a });
    }
    const { x, y, w, h } = place;
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    if (w === wide) ctx.drawImage(image, Math.round(x), Math.round(y));
    else ctx.drawImage(image, x, y, w, h);
    ctx.restore();
    clearTimeout(timer);
    if (Math.abs(x + left) > 0.01 || Math.abs(y + top) > 0.01 || w !== wide) timer = setTimeout(() => (forget(), wake()), REST);
  }

  /** Where the image lies on the screen, as the camera stands now. @param {Camera} shot @param {Camera} camera @returns {Box} */
  function lay(shot, { a, e, f }) {
    const grown = a / shot.a;
    return { x: e - shot.e * grown, y: f - shot.f * grown, w: image.width * grown, h: image.height * grown };
  }

  /** Paint anew the next time. */
  function forget() {
    shot = null;
  }

  return { show, forget };
})();
