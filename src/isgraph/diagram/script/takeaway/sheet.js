/**
 * What one takes away of a view: title, day and filters, the picture, its legend, the edition and
 * how to cite it, as one SVG. The light theme, unless the reader chose the dark one.
 */
isgraph.sheet = (() => {
  const { choices, cite, dom, evidence, key, model, picture, painter, state, texts, tracing, vector } = isgraph;
  const { about, look } = model;
  const PAPER = "#ffffff";
  const MARGIN = 16;
  /** A sheet is not narrower than its texts need. */
  const LEAST = 480;
  /** Views that are drawn as the page shows them. @type {Record<string, string>} */
  const TRACED = { timeline: "#timeline .field", matrix: "#matrix table" };
  const SIZES = { title: 17, words: 12, foot: 11 };
  const stage = dom.get("canvas");

  /** Whole words in lines of a width. @param {any} ctx @param {string} text @param {number} width */
  function wrap(ctx, text, width) {
    /** @type {string[]} */ const lines = [];
    let line = "";
    for (const word of vector.clean(text).split(" ")) {
      const longer = line ? `${line} ${word}` : word;
      if (line && ctx.measureText(longer).width > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return line ? [...lines, line] : lines;
  }

  /** A paragraph, laid out. @param {any} ctx @param {string} text @param {number} width @param {number} size
   * @param {number} weight @param {string} fill */
  function paragraph(ctx, text, width, size, weight, fill) {
    const font = `${weight} ${size}px ${look.font}`;
    const step = size * 1.4;
    ctx.font = font;
    const lines = wrap(ctx, text, width);
    return {
      height: lines.length * step,
      /** @param {any} ctx @param {number} x @param {number} y */
      paint(ctx, x, y) {
        ctx.font = font;
        ctx.fillStyle = fill;
        ctx.textBaseline = "alphabetic";
        ctx.textAlign = "left";
        lines.forEach((line, i) => ctx.fillText(line, x, y + i * step + size));
      },
    };
  }

  /** Name the groups of the picture. @param {any} ctx */
  function hooks(ctx) {
    const claims = (/** @type {any} */ line) => line.claims.map((/** @type {any} */ { id }) => id).join(" ");
    const doubt = (/** @type {any} */ line) => [...new Set(line.claims.flatMap((/** @type {any} */ { status, modality }) => [status, modality]))].filter((word) => word !== "actual").join(", ");
    const open = /** @type {Record<string, (thing: any) => void>} */ ({
      area: (camp) => ctx.open({ id: `area-${camp.id}` }, camp.label),
      line: (line) => ctx.open({ id: `tie-${line.claims[0].id}`, "data-claims": claims(line) }, `${evidence.headline(line)} (${doubt(line)})`),
      actor: (actor) => ctx.open({ id: actor.id, "data-actor": actor.id }, `${actor.label} · ${actor.kind_label} · ${texts.claims(model.degree(actor.id))}`),
      name: () => ctx.open(),
      words: () => ctx.open(),
    });
    return { begin: (/** @type {string} */ kind, /** @type {any} */ thing) => (open[kind] ?? open.name)(thing), end: () => ctx.close() };
  }

  /** The picture as it is seen now, into a box. @param {any} ctx @param {number} top @param {number} width @param {number} height
   * @param {{palette: any, dark: boolean}} theme */
  function paintPicture(ctx, top, width, height, theme) {
    const { x, y, scale } = picture.view();
    ctx.save();
    ctx.beginPath();
    ctx.rect(0, top, width, height);
    ctx.clip();
    ctx.translate(width / 2, top + height / 2);
    ctx.scale(scale, scale);
    ctx.translate(-x, -y);
    const [w, h] = [width / scale, height / scale];
    painter.paint({
      ...picture.scene(ctx), hovered: null, ...theme,
      frame: { x: x - w / 2, y: y - h / 2, w, h }, ...hooks(ctx),
    });
    ctx.restore();
  }

  /**
   * Do something while a view stands whole, unscrolled and in the colours of the sheet.
   * @template T @param {HTMLElement} root @param {boolean} dark @param {() => T} act @returns {T}
   */
  function still(root, dark, act) {
    const page = document.documentElement;
    const { theme } = page.dataset;
    const scrolled = [...document.querySelectorAll(".view, .view .scroller")].map((element) => ({ element, left: element.scrollLeft, top: element.scrollTop }));
    page.dataset.theme = dark ? "dark" : "light";
    root.classList.add("traced");
    for (const { element } of scrolled) element.scrollTo(0, 0);
    try {
      return act();
    } finally {
      root.classList.remove("traced");
      if (theme) page.dataset.theme = theme;
      else delete page.dataset.theme;
      for (const { element, left, top } of scrolled) element.scrollTo(left, top);
    }
  }

  /** What is drawn of the view that is open, if it is not the picture. @returns {HTMLElement|null} */
  const traced = () => (state.current.view in TRACED ? document.querySelector(TRACED[state.current.view]) : null);

  /**
   * @param {{bare?: boolean, dark?: boolean}} [how] `bare`: the picture and its legend alone,
   *   on white, for a printed page that says the rest itself.
   * @returns {{markup: string, width: number, height: number}} In pixels.
   */
  function draw({ bare = false, dark = !bare && state.current.theme === "dark" } = {}) {
    const root = bare ? null : traced();
    return root ? still(root, dark, () => compose(root, bare, dark)) : compose(null, bare, dark);
  }

  /** @param {HTMLElement|null} root Drawn instead of the picture. @param {boolean} bare @param {boolean} dark */
  function compose(root, bare, dark) {
    const theme = dark ? look.dark : look.light;
    const palette = bare ? { ...theme, canvas: PAPER } : root ? { ...theme, canvas: theme.panel } : theme;
    const { canvas, ink, muted, rule } = palette;
    const width = Math.max(LEAST, root ? root.scrollWidth + 2 * MARGIN : stage.clientWidth);
    const room = width - 2 * MARGIN;
    const tall = root ? root.scrollHeight + MARGIN : stage.clientHeight;
    const ruler = vector.record(0, 0, look.font);
    const head = bare ? [] : [
      paragraph(ruler, about.title, room, SIZES.title, 650, ink),
      paragraph(ruler, choices.words().join(" "), room, SIZES.words, 400, muted),
    ];
    const legend = key.lay(ruler, room, { palette, dark });
    const foot = bare ? [] : [
      paragraph(ruler, texts.foot, room, SIZES.foot, 650, ink),
      paragraph(ruler, cite.view().plain, room, SIZES.foot, 400, muted),
    ];
    const high = (/** @type {{height: number}[]} */ parts) => parts.reduce((sum, part) => sum + part.height, 0);
    const top = bare ? 0 : MARGIN + high(head) + 8;
    const below = top + tall + 10;
    const height = Math.ceil(below + legend.height + (bare ? 0 : 8 + high(foot) + MARGIN));

    const ctx = vector.record(width, height, look.font);
    ctx.fillStyle = canvas;
    ctx.fillRect(0, 0, width, height);
    ctx.open({ id: "picture" });
    if (root) tracing.trace(root, ctx, MARGIN, top);
    else paintPicture(ctx, top, width, tall, { palette, dark });
    ctx.close();
    ctx.fillStyle = rule;
    ctx.fillRect(0, top + tall, width, 1);
    let y = MARGIN;
    const stack = (/** @type {any[]} */ parts) => {
      for (const part of parts) {
        part.paint(ctx, MARGIN, y);
        y += part.height;
      }
    };
    ctx.open({ id: "heading" });
    stack(head);
    ctx.close();
    ctx.open({ id: "legend" });
    legend.paint(ctx, MARGIN, below);
    ctx.close();
    y = below + legend.height + 8;
    ctx.open({ id: "foot" });
    stack(foot);
    ctx.close();
    const summary = [texts.shownNow(texts.actors(model.shownActors.length), texts.claims(model.shownClaims.length)), ...choices.words(), texts.foot].join(" ");
    return { markup: ctx.svg(about.title, summary), width, height };
  }

  return { draw, traced };
})();
