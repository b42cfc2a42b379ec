/** What the pointer is on, in a few words beside it; a click opens the evidence. */
isgraph.tip = (() => {
  const { dom, model, texts } = isgraph;
  const root = dom.get("tip");
  const holder = dom.get("canvas");

  /** @param {any} line */
  function doubts(line) {
    const statuses = [...new Set(line.claims.map((/** @type {any} */ claim) => claim.status))];
    return [
      statuses.length > 1 ? texts.severalStatuses(statuses.join(", ")) : statuses[0],
      line.certainty && { certain: texts.certainly, possible: texts.possibly, past: texts.notKnown }[/** @type {"past"} */ (line.certainty)],
      line.change && texts.changes[/** @type {"begun"} */ (line.change)],
    ].filter(Boolean).join(" · ");
  }

  /** @param {any} actor */
  const about = (actor) => [actor.label, actor.kind_label, texts.claims(model.degree(actor.id))].join(" · ");

  /** @param {any} thing An actor, a line or nothing. @param {MouseEvent} event */
  function show(thing, event) {
    root.hidden = !thing;
    if (!thing) return;
    root.replaceChildren(...(thing.claims
      ? [dom.make("div", {}, isgraph.evidence.headline(thing)), dom.make("div", { class: "doubts" }, doubts(thing))]
      : [about(thing)]));
    const box = holder.getBoundingClientRect();
    const left = event.clientX - box.left + 14;
    root.style.left = `${Math.max(4, Math.min(left, box.width - root.offsetWidth - 6))}px`;
    root.style.top = `${Math.min(event.clientY - box.top + 16, box.height - root.offsetHeight - 6)}px`;
  }

  return { show };
})();
