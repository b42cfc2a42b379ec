/**
 * The whole picture on a canvas; it keeps no choice and hears no event.
 * Lengths on the screen stay the same at every zoom: `unit` is one pixel in the picture's measure.
 *
 * `isgraph.painter.paint(scene)` paints the whole picture with plain calls of a 2D context, so
 * the context may as well be one that records an SVG. The ground is left as it is, and the
 * context's transform is the caller's: `isgraph.picture.scene(ctx)` makes a scene of what is
 * seen now, and `{...isgraph.picture.scene(ctx), scale, unit: 1 / scale}` one of another size.
 *
 * @typedef {{ctx: CanvasRenderingContext2D, scale: number, unit: number, palette: any,
 *   dark: boolean, selection: any, lit: any, hovered: any, areas?: boolean, compared?: boolean,
 *   edge?: number, frame?: Box, end?: () => void,
 *   begin?: (kind: "area"|"line"|"actor"|"name"|"words", thing: any) => void}} Scene
 * `scale` is the pixels of one step of the picture, `unit` is 1 / `scale`; `areas` whether camps
 * have areas, `compared` whether two days are compared; `edge` is the room for names beside the
 * outermost actors, in pixels; `frame` is the part of the picture to be painted, all of it if
 * left out. `begin` and `end` are called around every mark and are never nested: area → camp,
 * line and words → line, actor → actor, name → actor or camp. With `begin` nothing is batched or
 * simplified, however large the picture.
 */
isgraph.painter = (() => {
  const { areas, curves, lines, model, names, nodes } = isgraph;
  /** Lines in the frame above which they are simplified. */
  const MANY = 1500;

  /**
   * Paint all of the picture.
   * @param {Scene} scene
   * @returns {boolean} Whether lines were simplified, as they are so many.
   */
  function paint(scene) {
    const { frame } = scene;
    const some = frame ? model.lines.filter((line) => curves.touches(line, frame)) : model.lines;
    const actors = frame ? model.shownActors.filter((actor) => within(actor, frame)) : model.shownActors;
    const plain = some.length > MANY && !scene.begin;
    const camps = scene.areas && model.lines.length <= MANY ? areas.all() : [];
    areas.paint(scene, camps);
    if (plain) lines.paintMany(scene, some);
    else lines.paint(scene, some);
    nodes.paint(scene, actors, plain);
    names.paint(scene, actors, some, plain, camps);
    if (scene.hovered) point(scene);
    return plain;
  }

  /** Paint what the pointer is on once more, over all the rest. @param {Scene} scene */
  function point(scene) {
    const { hovered } = scene;
    const quiet = { ...scene, hovered: null, begin: undefined, end: undefined };
    if (hovered.claims) {
      lines.paintOne(quiet, hovered, true, 1);
      for (const end of [hovered.from, hovered.to]) nodes.paintOne(quiet, end, 1);
    } else {
      nodes.paintOne(quiet, hovered, 1);
      nodes.ring(scene, hovered, false);
    }
  }

  /** @param {any} actor @param {Box} box */
  const within = ({ x, y }, box) => x >= box.x && y >= box.y && x <= box.x + box.w && y <= box.y + box.h;

  return { MANY, EDGE: names.EDGE, radius: curves.radius, curve: curves.curve, distance: curves.distance, paint, point };
})();
