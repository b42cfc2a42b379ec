/**
 * How a claim, or the view as it is, is cited: as a sentence and as an entry of BibTeX.
 *
 * @typedef {{plain: string, bibtex: string}} Citation
 */
isgraph.cite = (() => {
  const { choices, dates, dom, link, model, state, texts, vector } = isgraph;
  const { about } = model;
  const { make } = dom;
  /** Lines of a field at most, and letters that fit into one. */
  const [MOST, WIDE] = [12, 42];
  const SIGNS = /** @type {Record<string, string>} */ ({ "\\": "\\textbackslash{}", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}" });

  /** A text that LaTeX prints as it is. @param {any} text */
  const harmless = (text) => vector.clean(text).replace(/[\\^~{}$&#%_]/g, (sign) => SIGNS[sign] ?? `\\${sign}`);

  /** @param {string} key @param {Record<string, string|undefined|false>} fields Ready for LaTeX. */
  function entry(key, fields) {
    const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`);
    return `@misc{isgraph-${key.replace(/[^a-zA-Z0-9-]+/g, "-")},\n${lines.join(",\n")}\n}`;
  }

  /** @param {(string|undefined|false|null)[]} parts */
  const joined = (parts, between = ", ") => parts.filter(Boolean).join(between);

  /** @param {string} text */
  const sentence = (text) => (/[.!?”]$/.test(text) ? text : `${text}.`);

  /** The name of a claim on the web, if its actors are named by us. @param {any} claim */
  const iri = (claim) => (about.base && claim.from?.startsWith(about.base) ? `${about.base}claim/${claim.id}` : "");

  /** @param {any} claim */
  function statement(claim) {
    if (claim.fact) return claim.text ?? claim.label ?? claim.id;
    return `${model.label(claim.from)} ${claim.negated ? `${texts.negatedMark} ` : ""}${claim.label} ${model.label(claim.to)}`;
  }

  /** A cited work in one line. @param {any} source */
  function work({ authors = [], work: title, publisher, issued, pinpoint, note }) {
    const lead = authors?.length ? `${authors.join(", ")}: ` : "";
    return lead + joined([title ?? texts.notStated, publisher, dates.inWords(issued), pinpoint, note != null && texts.note(note)]);
  }

  /** Where in the document it stands. @param {any} claim */
  const place = (claim) => joined([
    claim.document && `${claim.document}${claim.document_id ? ` (${claim.document_id})` : ""}`,
    claim.published && texts.published(dates.inWords(claim.published)),
    claim.section && texts.section(claim.section), claim.paragraph != null && texts.paragraph(claim.paragraph),
  ]);

  /** How the claim stands: its status, and what else is not plain. @param {any} claim */
  const standing = (claim) => joined([claim.status, claim.modality !== "actual" && claim.modality, claim.negated && texts.negated]);

  /** @param {any} claim @returns {Citation} */
  function claim(claim) {
    const said = `${statement(claim)} (${standing(claim)})`;
    const who = claim.claimants?.length ? `${texts.saidBy} ${claim.claimants.join(", ")}` : "";
    const works = (claim.sources ?? []).map(work).join("; ");
    const parts = [
      `${texts.author}, ${texts.claim.toLowerCase()} ${claim.id}: ${said}`,
      claim.paraphrase && `${texts.paraphrase}: ${claim.paraphrase}`,
      who, place(claim) && `${texts.statedIn} ${place(claim)}`, works && `${texts.citing} ${works}`,
      about.edition && `${texts.edition}: ${about.edition}`, choices.clocks().join(" "),
    ].filter(Boolean);
    return {
      plain: vector.clean(joined([...parts.map(sentence), iri(claim)], " ")),
      bibtex: entry(claim.id, {
        author: `{${texts.author}}`,
        title: `{${harmless(`${texts.claim} ${claim.id}: ${said}`)}}`,
        howpublished: harmless(about.title),
        note: harmless(parts.slice(1).map(sentence).join(" ")),
        url: iri(claim),
      }),
    };
  }

  /** The view as it is, with its link. @returns {Citation} */
  function view() {
    const what = texts.viewOf(texts.views[state.current.view]);
    const parts = [
      ...choices.words(), texts.shownNow(texts.actors(model.shownActors.length), texts.claims(model.shownClaims.length)),
      about.edition && `${texts.edition}: ${about.edition}`,
    ].filter(Boolean);
    const address = link.brief();
    return {
      plain: vector.clean(joined([`${texts.author}, “${about.title}”, ${what}.`, ...parts.map(sentence), address], " ")),
      bibtex: entry(`view-${state.current.on ?? "all-days"}`, {
        author: `{${texts.author}}`,
        title: `{${harmless(about.title)}}`,
        howpublished: harmless(what.charAt(0).toUpperCase() + what.slice(1)),
        note: harmless(parts.map(sentence).join(" ")),
        url: address.replace(/[\\{}]/g, encodeURIComponent),
      }),
    };
  }

  /** A text to be taken along, with a button that copies it. @param {string} name @param {string} text */
  function field(name, text) {
    const lines = text.split("\n").reduce((sum, line) => sum + Math.ceil(line.length / WIDE), 0);
    const area = /** @type {HTMLTextAreaElement} */ (make("textarea", { readonly: true, rows: Math.min(MOST, lines), "aria-label": name, spellcheck: "false" }));
    area.value = text;
    area.addEventListener("focus", () => area.select());
    const button = make("button", { type: "button", class: "quiet", onclick: () => link.copy(text, area, button), "aria-label": texts.copyOf(name) }, texts.copy);
    return make("div", { class: "quote" }, make("p", {}, make("span", {}, name), button), area);
  }

  /** @param {Citation} citation */
  const fields = ({ plain, bibtex }) => [field(texts.citePlain, plain), field(texts.citeBibtex, bibtex)];

  /** What opens the citation of a claim, and the place where it opens. @param {any} item */
  function disclosure(item) {
    const box = make("div", { class: "citation", hidden: true });
    const button = make("button", {
      type: "button", class: "quiet", "aria-expanded": "false", "aria-label": texts.citeClaim(item.id),
      onclick: () => {
        box.hidden = !box.hidden;
        box.replaceChildren(...(box.hidden ? [] : fields(claim(item))));
        button.setAttribute("aria-expanded", String(!box.hidden));
      },
    }, texts.cite);
    return { button, box };
  }

  return { claim, view, fields, disclosure, iri, work, statement };
})();
