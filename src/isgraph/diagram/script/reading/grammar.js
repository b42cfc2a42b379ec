/** As much English grammar as labels need to become sentences; it knows nothing of claims. */
isgraph.grammar = (() => {
  const { prose: say } = isgraph.texts;

  /** The plain form of a verb that stands with he, she or it. @param {string} verb */
  function plain(verb) {
    if (verb === "has") return "have";
    if (/[^aeou]ies$/.test(verb)) return `${verb.slice(0, -3)}y`;
    return verb.slice(0, /(ss|us|sh|ch|x|z|o)es$/.test(verb) ? -2 : -1);
  }

  /** Whether a name is that of many, as far as its words show: “militias in Iraq”. @param {string} name */
  function many(name) {
    const [head] = name.split(/ (?:of|in|on|to|from|with|under|for|at|against|held|led|formed) /);
    return /(?:^|[ -])[a-z][^ ]*[^s ]s$/.test(head.replace(/ \(.*$/, ""));
  }

  /**
   * A relation and its object, as the rest of a sentence.
   * @param {string} label @param {string} object
   * @param {{negated: boolean, plural: boolean, wished: boolean}} form `wished`: that it be so.
   */
  function predicate(label, object, { negated, plural, wished }) {
    const [first, ...rest] = label.split(" ");
    const isVerb = first !== "is" && first.endsWith("s");
    if (isVerb) {
      const lead = negated ? [wished ? say.not : plural ? say.doNot : say.doesNot] : [];
      const word = negated || plural || wished ? plain(first) : first;
      // “regards as a threat” takes its object in its middle.
      return [...lead, word, ...(rest[0] === "as" ? [object, ...rest] : [...rest, object])].join(" ");
    }
    const be = wished ? "be" : plural ? "are" : "is";
    const noun = first === "is" ? rest : say.roles.includes(first) ? [...role(first, plural), ...rest] : [first, ...rest];
    return [...(negated && wished ? [say.not, be] : negated ? [be, say.not] : [be]), ...noun, object].join(" ");
  }

  /** “a member”, or “members”. @param {string} noun @param {boolean} plural */
  function role(noun, plural) {
    if (plural) return [noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`];
    return [/^[aeiou]/.test(noun) ? "an" : "a", noun];
  }

  return { many, predicate };
})();
