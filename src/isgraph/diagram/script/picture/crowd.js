/** Boxes already taken, in a grid for quick asking. */
isgraph.crowd = (() => {
  const ROW = 1 << 20;

  /** @param {number} cell Width of a cell of the grid. */
  function make(cell) {
    /** @type {Map<number, Box[]>} */ const grid = new Map();

    /** @param {Box} box @param {(key: number) => void} visit */
    function cells(box, visit) {
      const right = Math.floor((box.x + box.w) / cell);
      const bottom = Math.floor((box.y + box.h) / cell);
      for (let i = Math.floor(box.x / cell); i <= right; i++)
        for (let j = Math.floor(box.y / cell); j <= bottom; j++) visit(i * ROW + j);
    }

    /** @param {Box} box */
    function take(box) {
      cells(box, (key) => {
        const some = grid.get(key);
        if (some) some.push(box);
        else grid.set(key, [box]);
      });
    }

    /** How many boxes it would lie over. @param {Box} box */
    function hits(box) {
      /** @type {Box[]} */ const met = [];
      cells(box, (key) => {
        for (const other of grid.get(key) ?? [])
          if (box.x < other.x + other.w && other.x < box.x + box.w && box.y < other.y + other.h
            && other.y < box.y + box.h && !met.includes(other)) met.push(other);
      });
      return met.length;
    }

    return { take, hits };
  }

  return { make };
})();
