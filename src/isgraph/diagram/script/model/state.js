/**
 * What the reader has chosen, kept in one object and mirrored by the address; it draws nothing.
 *
 * @typedef {{type: "actor"|"tie", id: string}} Selection
 * @typedef {{
 *   selection: Selection|null, off: Set<string>, refuted: boolean, lone: boolean, past: boolean,
 *   on: string|null, since: string|null, knownBy: string|null,
 *   focus: {id: string, hops: number}|null, path: {from: string, to: string, via?: string[]}|null,
 *   hidden: Set<string>, open: Set<string>, moved: Map<string, [number, number]>,
 *   areas: boolean, by: string, cell: string|null, view: string, theme: string}} State
 * `off` holds what is hidden, written `kind:detains`, `status:alleged`, `modality:planned`,
 * `class:State`, `camp:camp-1`, `document:cl-2025-03-18` or `speaker:Office X`.
 * `past` also shows ties that are not known to hold on the day `on`; `since` is the earlier day
 * of a comparison; `via` are the actors between the ends of the path that was chosen among
 * equally short ones; `open` are the camps that a folded picture has opened; `by` is what the matrix
 * gathers actors by, and `cell` the one that is open in it.
 */
isgraph.state = (() => {
  const { about, actors, camps, claims, facts, short, long } = isgraph.data;
  const VIEWS = ["picture", "timeline", "matrix", "table", "text"];
  const THEMES = ["auto", "light", "dark"];
  /** Browsers slow down a page that writes its address at every step of a slider. */
  const PAUSE_MS = 200;
  let later = 0;
  const ids = (/** @type {string} */ text) => text.split(" ").map(long).filter((id) => actors.has(id));

  /** @param {string} text */
  const day = (text) => (isgraph.days.complete(text, "first") === text ? text : undefined);
  const yes = { read: (/** @type {string} */ text) => text === "1" || undefined, write: (/** @type {boolean} */ value) => (value ? "1" : "") };
  /** @param {string[]} names */
  const one = (names) => ({ read: (/** @type {string} */ text) => (names.includes(text) ? text : undefined), write: (/** @type {string} */ value) => value });
  /** @param {string} name @param {(id: string) => boolean} known */
  const chosen = (name, known) => ({
    read: (/** @type {string} */ text) => (known(long(text)) ? { type: name, id: long(text) } : undefined),
    write: (/** @type {any} */ value) => (value?.type === name ? short(value.id) : ""),
  });

  /**
   * Part of the address → the key it fills, and how it is read and written. What is not known is
   * read as undefined, and ignored.
   * @type {Record<string, {key: keyof State, read: (text: string) => any, write: (value: any) => string}>}
   */
  const PARTS = {
    actor: { key: "selection", ...chosen("actor", (id) => actors.has(id) || camps.has(id)) },
    tie: { key: "selection", ...chosen("tie", (id) => claims.has(id) || facts.has(id)) },
    view: { key: "view", ...one(VIEWS) },
    on: { key: "on", read: (text) => (text === "all" ? null : day(text)), write: (value) => value ?? "all" },
    since: { key: "since", read: day, write: (value) => value ?? "" },
    "known-by": { key: "knownBy", read: (text) => (text === "all" ? null : day(text)), write: (value) => value ?? "all" },
    focus: {
      key: "focus",
      read: (text) => {
        const [id, hops] = text.split(" ");
        return actors.has(long(id)) ? { id: long(id), hops: Math.max(1, Math.min(9, Number(hops) || 1)) } : undefined;
      },
      write: (value) => (value ? `${short(value.id)} ${value.hops}` : ""),
    },
    path: {
      key: "path",
      read: (text) => {
        const [from, to, ...via] = ids(text);
        return from && to && from !== to ? { from, to, ...(via.length > 0 && { via }) } : undefined;
      },
      write: (value) => (value ? [value.from, value.to, ...(value.via ?? [])].map(short).join(" ") : ""),
    },
    off: { key: "off", read: (text) => new Set(text.split("|").filter(Boolean)), write: (value) => [...value].sort().join("|") },
    hidden: { key: "hidden", read: (text) => new Set(ids(text)), write: (value) => [...value].map(short).sort().join(" ") },
    open: { key: "open", read: (text) => new Set(text.split(" ").filter((id) => camps.has(id))), write: (value) => [...value].sort().join(" ") },
    moved: {
      key: "moved",
      read: (text) => new Map(text.split(" ").flatMap((part) => {
        const [, id, x, y] = /^(.+)@(-?\d+)@(-?\d+)$/.exec(part) ?? [];
        return id && actors.has(long(id)) ? [[long(id), [Number(x), Number(y)]]] : [];
      })),
      write: (value) => [...value].map(([id, [x, y]]) => `${short(id)}@${Math.round(x)}@${Math.round(y)}`).sort().join(" "),
    },
    refuted: { key: "refuted", ...yes },
    lone: { key: "lone", ...yes },
    past: { key: "past", ...yes },
    areas: { key: "areas", read: (text) => (text === "0" ? false : undefined), write: (value) => (value ? "" : "0") },
    by: { key: "by", ...one(["camp", "class"]) },
    cell: { key: "cell", read: (text) => text, write: (value) => value ?? "" },
    theme: { key: "theme", ...one(THEMES) },
  };

  /** @returns {State} */
  const initial = () => ({
    selection: null, off: new Set(), refuted: false, lone: false, past: false,
    on: about.on ?? null, since: null, knownBy: about.known_by ?? null,
    focus: null, path: null, hidden: new Set(), open: new Set(), moved: new Map(),
    areas: true, by: "camp", cell: null, view: about.view ?? "picture", theme: "auto",
  });

  const current = initial();
  /** @type {((changed: Set<string>) => void)[]} */
  const listeners = [];

  /**
   * Take a choice over, and write it to the address.
   * @param {Partial<State>} patch
   * @param {{passing?: boolean}} [how] `passing`: a step on the way, which “back” leaps over.
   */
  function change(patch, { passing = false } = {}) {
    apply(patch);
    clearTimeout(later);
    if (passing) later = setTimeout(() => record("replaceState"), PAUSE_MS);
    else record("pushState");
  }

  /** @param {"pushState"|"replaceState"} how */
  function record(how) {
    const address = write();
    if (address === location.hash.slice(1)) return;
    try {
      history[how](null, "", `#${address}`);
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

  /** The address of the view as it is, without its `#`. */
  function write() {
    const start = /** @type {any} */ (initial());
    return Object.entries(PARTS).flatMap(([name, { key, write }]) => {
      const text = write(current[key]);
      if (text === write(start[key]) || !text) return [];
      return [`${name}=${encodeURIComponent(text).replaceAll("%2F", "/").replaceAll("%3A", ":").replaceAll("%40", "@").replaceAll("%7C", "|").replaceAll("%20", "+")}`];
    }).join("&");
  }

  /** Take the address over. */
  function read() {
    const parts = new URLSearchParams(location.hash.slice(1));
    const patch = /** @type {any} */ (initial());
    for (const [name, { key, read }] of Object.entries(PARTS)) {
      const text = parts.get(name);
      const value = text === null ? undefined : read(text);
      if (value !== undefined) patch[key] = value;
    }
    apply(patch);
  }

  /** @param {Selection|null} selection */
  function select(selection) {
    const { selection: before } = current;
    if (before?.type === selection?.type && before?.id === selection?.id) return;
    change({ selection });
  }

  return {
    VIEWS, current, initial, change, select, read,
    /** @param {(changed: Set<string>) => void} listener */
    listen: (listener) => void listeners.push(listener),
  };
})();

addEventListener("popstate", () => isgraph.state.read());
