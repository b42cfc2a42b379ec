/**
 * What the reader has chosen, kept in one object and mirrored by the address; it draws nothing.
 *
 * @typedef {{type: "actor"|"tie", id: string}} Selection
 * @typedef {{selection: Selection|null, off: Set<string>, refuted: boolean,
 *   view: "picture"|"table", theme: "auto"|"light"|"dark"}} State
 * `off` holds what is hidden, written `kind:detains`, `status:alleged`, `modality:planned`,
 * `class:State`, or `lone`.
 */
isgraph.state = (() => {
  const VIEWS = ["picture", "table"];
  const THEMES = ["auto", "light", "dark"];

  /** @type {State} */
  const current = { selection: null, off: new Set(), refuted: false, view: "picture", theme: "auto" };
  /** @type {((changed: Set<string>) => void)[]} */
  const listeners = [];
  /** @type {(selection: Selection) => boolean} */
  let known = () => true;

  /** @param {Partial<State>} patch */
  function change(patch) {
    apply(patch);
    const address = write();
    if (address === location.hash.slice(1)) return;
    try {
      history.pushState(null, "", `#${address}`);
    } catch {
      // A frame without an address, as in a notebook: the page works, the link does not.
    }
  }

  /** @param {Partial<State>} patch */
  function apply(patch) {
    Object.assign(current, patch);
    const changed = new Set(Object.keys(patch));
    for (const listener of listeners) listener(changed);
  }

  function write() {
    const parts = new URLSearchParams();
    if (current.selection) parts.set(current.selection.type, current.selection.id);
    if (current.off.size) parts.set("off", [...current.off].sort().join(","));
    if (current.refuted) parts.set("refuted", "1");
    if (current.view !== "picture") parts.set("view", current.view);
    if (current.theme !== "auto") parts.set("theme", current.theme);
    return parts.toString();
  }

  /** Take the address over; what is not known is ignored. */
  function read() {
    const parts = new URLSearchParams(location.hash.slice(1));
    /** @type {Selection|null} */
    let selection = null;
    for (const type of /** @type {("actor"|"tie")[]} */ (["actor", "tie"])) {
      const id = parts.get(type);
      if (id !== null && known({ type, id })) selection = { type, id };
    }
    const view = /** @type {State["view"]} */ (parts.get("view"));
    const theme = /** @type {State["theme"]} */ (parts.get("theme"));
    apply({
      selection,
      off: new Set((parts.get("off") ?? "").split(",").filter(Boolean)),
      refuted: parts.get("refuted") === "1",
      view: VIEWS.includes(view) ? view : "picture",
      theme: THEMES.includes(theme) ? theme : "auto",
    });
  }

  /** @param {Selection|null} selection */
  function select(selection) {
    const { selection: before } = current;
    if (before?.type === selection?.type && before?.id === selection?.id) return;
    change({ selection });
  }

  return {
    current,
    change,
    select,
    read,
    /** @param {(changed: Set<string>) => void} listener */
    listen: (listener) => void listeners.push(listener),
    /** @param {(selection: Selection) => boolean} test */
    knows: (test) => void (known = test),
  };
})();

addEventListener("popstate", () => isgraph.state.read());
