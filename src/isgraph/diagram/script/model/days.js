/** Days written `YYYY-MM-DD`: counted, moved and completed; it says none in words. */
isgraph.days = (() => {
  const LENGTH = 86_400_000;
  const WRITTEN = /^(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?$/;

  /** @param {string} day @returns {number} Days since 1970. */
  const number = (day) => Date.parse(`${day}T00:00:00Z`) / LENGTH;

  /** @param {number} number @returns {string} */
  const text = (number) => new Date(number * LENGTH).toISOString().slice(0, 10);

  /** @param {string} day @param {number} step */
  const move = (day, step) => text(number(day) + step);

  /** @param {number} year @param {number} month From 1; it may run over. */
  const lastOf = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

  /** The same day of another month, or that month's last. @param {string} day @param {number} step */
  function moveMonths(day, step) {
    const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + step;
    const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
    return write(year, month, Math.min(Number(day.slice(8)), lastOf(year, month)));
  }

  /** @param {number} year @param {number} month @param {number} day */
  const write = (year, month, day) =>
    `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

  /** The first day of its month. @param {string} day */
  const monthOf = (day) => `${day.slice(0, 7)}-01`;

  /**
   * Make a day of what a reader wrote.
   * @param {string} written A year, a month or a day.
   * @param {"first"|"last"} end Which day a year or a month stands for.
   * @returns {string|null} Null: it is no day of the calendar.
   */
  function complete(written, end) {
    const parts = WRITTEN.exec(written.trim());
    if (!parts) return null;
    const year = Number(parts[1]);
    const month = Number(parts[2] ?? (end === "first" ? 1 : 12));
    if (year < 1 || month < 1 || month > 12) return null;
    const last = lastOf(year, month);
    const day = Number(parts[3] ?? (end === "first" ? 1 : last));
    return day < 1 || day > last ? null : write(year, month, day);
  }

  return { number, text, move, moveMonths, monthOf, complete };
})();
