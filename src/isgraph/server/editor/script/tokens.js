/** The words of a query: of what sort each is, and where it begins. */
isgraph.tokens = (() => {
  const PATTERN = /(#[^\n]*)|("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(<[^<>\s]*>)|([?$]\w+)|((?<![\w-])[\w-]*:[\w.-]*\w)|\b(select|distinct|reduced|where|optional|union|minus|filter|not|exists|in|values|bind|as|group|by|having|order|asc|desc|limit|offset|ask|construct|describe|prefix|base|a|undef|count|sum|min|max|avg|sample|group_concat)\b/gi;
  const SORTS = ["comment", "string", "iri", "variable", "term", "word"];
  const LONGEST = 50000;
  /** @typedef {{sort: string, word: string, at: number}} Token */

  /** @param {string} text @returns {Token[]} None of a text that is longer than any query may be. */
  function read(text) {
    if (text.length > LONGEST) return [];
    return [...text.matchAll(PATTERN)].map((found) => (
      { sort: SORTS[found.slice(1).findIndex(Boolean)], word: found[0], at: found.index }));
  }

  /** Whether a place is in a comment, a string or an IRI, closed or not. @param {string} text @param {number} place */
  function isQuoted(text, place) {
    let bare = text.slice(0, place);
    for (const { sort, word, at } of read(bare).reverse()) {
      if (sort === "comment" && at + word.length === place) return true;
      if (/comment|string|iri/.test(sort)) bare = bare.slice(0, at) + bare.slice(at + word.length);
    }
    return /["'][^\n]*$|<[^<>\s]*$/.test(bare);
  }

  return { read, isQuoted };
})();
