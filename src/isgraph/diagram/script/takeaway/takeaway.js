/** What one can take away: the link, the picture, the claims, a citation, a printed page. */
isgraph.takeaway = (() => {
  const { cite, csv, dom, link, model, sheet, state, texts } = isgraph;
  const { make } = dom;
  /** Pixels that every browser lets a canvas have. */
  const MOST = 16_777_216;
  const FINE = 2;

  const result = make("div", { class: "result" });
  const list = make("ul");
  const panel = make("div", { id: "takeaway", hidden: true }, list, result);
  const opener = make("button", { type: "button", id: "take", "aria-expanded": "false", "aria-controls": "takeaway", onclick: () => show(Boolean(panel.hidden)) }, texts.takeAway);

  /** @param {boolean} open */
  function show(open) {
    panel.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    result.replaceChildren();
    if (open) list.querySelector("button")?.focus();
  }

  /** @param {string} text @param {...Node} more */
  function tell(text, ...more) {
    result.replaceChildren(make("p", {}, text), ...more);
    isgraph.start.say(text);
  }

  /** What a file of the view is called. @param {string} ending */
  function name(ending) {
    const title = model.about.title.normalize("NFD").replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "").toLowerCase().slice(0, 60) || "isgraph";
    return [title, state.current.on ?? "all-days"].join("-") + ending;
  }

  /** @param {string} file @param {Blob} blob */
  function deliver(file, blob) {
    const url = URL.createObjectURL(blob);
    make("a", { href: url, download: file }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    return file;
  }

  /** @param {string} file @param {...(string|false)} more */
  const tellSaved = (file, ...more) => tell([texts.saved(file), ...more].filter(Boolean).join(". "));

  /** Table and text are not drawn, so the picture of the same claims is. */
  const elsewhere = () => state.current.view !== "picture" && !sheet.traced() && texts.pictureOnly;

  async function takeLink() {
    const text = link.full();
    if (!/^(https?|file):/.test(text)) return tell(texts.noAddress);
    const field = /** @type {HTMLInputElement} */ (make("input", { readonly: true, "aria-label": texts.linkLabel }));
    field.value = text;
    const said = make("p", {});
    result.replaceChildren(said, field);
    said.textContent = await link.copy(text, field);
  }

  function takeSvg() {
    const { markup } = sheet.draw();
    tellSaved(deliver(name(".svg"), new Blob([markup], { type: "image/svg+xml" })), elsewhere());
  }

  async function takePng() {
    const { markup, width, height } = sheet.draw();
    const fine = Math.min(FINE, Math.sqrt(MOST / (width * height)));
    const canvas = /** @type {HTMLCanvasElement} */ (make("canvas", { width: Math.floor(width * fine), height: Math.floor(height * fine) }));
    const url = URL.createObjectURL(new Blob([markup], { type: "image/svg+xml" }));
    try {
      const image = new Image(canvas.width, canvas.height);
      image.src = url;
      await image.decode();
      canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
      if (!blob) return tell(texts.tooLarge);
      tellSaved(deliver(name(".png"), blob), elsewhere(), fine < FINE && texts.coarser);
    } catch {
      tell(texts.tooLarge);
    } finally {
      URL.revokeObjectURL(url);
    }
  }

  const takeCsv = () => tellSaved(deliver(name(".csv"), new Blob([csv.write()], { type: "text/csv;charset=utf-8" })));

  const takeCitation = () => tell(texts.citeView, ...cite.fields(cite.view()));

  function takePrint() {
    show(false);
    opener.focus();
    print();
  }

  function build() {
    const actions = /** @type {[string, string, () => void][]} */ ([
      ["link", texts.copyLink, takeLink], ["svg", texts.viewSvg, takeSvg], ["png", texts.viewPng, takePng],
      ["csv", texts.claimsCsv, takeCsv], ["cite", texts.citeView, takeCitation], ["print", texts.print, takePrint],
    ]);
    for (const [id, text, act] of actions) list.append(make("li", {}, make("button", { type: "button", id: `take-${id}`, class: "item", onclick: act }, text)));
    panel.setAttribute("aria-label", texts.takeAway);
    panel.setAttribute("role", "group");
    dom.arrows(list, "button");
    const holder = make("div", { class: "holder" }, opener, panel);
    holder.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || panel.hidden) return;
      event.stopPropagation();
      show(false);
      opener.focus();
    });
    addEventListener("pointerdown", ({ target }) => {
      if (!panel.hidden && !holder.contains(/** @type {Node} */ (target))) show(false);
    });
    return [holder];
  }

  return { build };
})();
