/** The address of the view, with where the reader looks; the address bar holds all but that. */
isgraph.link = (() => {
  const { dom, texts } = isgraph;
  const stage = dom.get("canvas");
  const KEY = /(?:^|&)at=([^&]*)/;

  /** The choices as they stand in the address, without the camera. */
  const choices = () => location.hash.slice(1).replace(KEY, "").replace(/^&/, "");

  /** Middle of what is seen, and the width and height that it takes in the picture's measure. */
  function camera() {
    const { x, y, scale } = isgraph.picture.view();
    return [x, y, stage.clientWidth / scale, stage.clientHeight / scale].map((value) => Math.round(value * 10) / 10).join(",");
  }

  /** The whole address, which shows on another screen what is seen on this one. */
  const full = () => `${location.href.split("#")[0]}#${[choices(), `at=${camera()}`].filter(Boolean).join("&")}`;

  /** The same for a citation: no folder of the reader's own disk, and no camera. */
  function brief() {
    const page = location.href.split("#")[0];
    const name = location.protocol.startsWith("http") ? page : decodeURIComponent(page.split("/").at(-1) ?? "");
    return `${name}${choices() && `#${choices()}`}`;
  }

  /** Look where the address says. @returns {boolean} Whether it says so. */
  function follow() {
    const [x, y, width, height] = (KEY.exec(location.hash.slice(1))?.[1] ?? "").replaceAll("%2C", ",").split(",").map(Number);
    if (![x, y, width, height].every(Number.isFinite) || width <= 0 || height <= 0 || !stage.clientWidth) return false;
    const scale = Math.min(stage.clientWidth / width, stage.clientHeight / height);
    isgraph.picture.look({ x, y, scale: Math.max(0.005, Math.min(50, scale)) });
    return true;
  }

  /**
   * Copy a text; where the browser does not let us, select it for the reader to copy.
   * @param {string} text
   * @param {HTMLTextAreaElement|HTMLInputElement} field Holds the same text.
   * @param {Element} [button] Says how it went.
   */
  async function copy(text, field, button) {
    /** @type {string} */ let said = texts.copied;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      field.hidden = false;
      field.focus();
      field.select();
      said = document.execCommand("copy") ? texts.copied : texts.copyYourself;
    }
    if (button) button.textContent = said;
    isgraph.start.say(said);
    return said;
  }

  addEventListener("popstate", follow);
  return { full, brief, follow, copy };
})();
