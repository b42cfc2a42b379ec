"""Speakers: who says what, how much rests on one work, and who is spoken of without speaking."""

from __future__ import annotations

import textwrap
from collections import defaultdict

from isgraph.analysis.selection import advice, chosen
from isgraph.analysis.voices import Claim, claims_of, heard, named, spoken_of, ties_of
from isgraph.errors import EmptyNetworkError
from isgraph.network import NO_LINE, Network, as_network, project
from isgraph.rows import Row, Rows
from isgraph.store import Store
from isgraph.turtle import natural

CAUTION = (
    "Counted is who is named as a speaker in the claims. Who does not speak here may speak "
    f"elsewhere; and a speaker is not more or less to be believed for being one. {NO_LINE}"
)
ROLES = ("claimant", "author", "work", "publisher", "document")
_WIDTH = 80
_MOST = 8


class Speakers:
    """Who is the source of what.

    Attributes
    ----------
    rows
        `role, name, claims, share, ties, claim_ids`: for each claimant,
        author, cited work, publisher and document how many claims come from
        it, their share of all, and how many ties of actors rest on it.
    concentration
        `role, names, index, as_many_as, largest, its_share`: Herfindahl's
        index over the shares of those named in a role, and the number of
        equal sources that would give the same index.
    ties
        `one, other, sign, works, speaks, claim_ids` for each supportive or
        hostile pair: how many works stand behind it, and which of the two, or
        a body of it, is among the speakers of these claims.
    voices
        `actor, spoken_of, speaks, bodies_speak, claim_ids` for each actor in
        such a pair: in how many claims it is an end, in how many it speaks
        itself (as a claimant, author or publisher), in how many a body of it
        does; most spoken of first. The ids are those it is spoken of in.
    """

    def __init__(
        self, rows: Rows, concentration: Rows, ties: Rows, voices: Rows, *, caption: str
    ) -> None:
        self.rows, self.concentration, self.ties, self.voices = rows, concentration, ties, voices
        self.caption = caption

    def claims(self, name: str) -> list[str]:
        """Return the ids of the claims that come from a source.

        Examples
        --------
        >>> speakers(tiny).claims("Atlas of Northland (Institute)")[:2]
        ['c0001', 'c0002']
        """
        found = {c for row in self.rows if row.name == name for c in row.claim_ids.split(", ")}
        return sorted(found, key=natural)

    def unheard(self) -> Rows:
        """Return the rows of `voices` of actors that speak nowhere, nor does a body of theirs."""
        silent = (row for row in self.voices if not row.speaks and not row.bodies_speak)
        return Rows(self.voices.columns, silent)

    def text(self, most: int = _MOST) -> str:
        """Return what there is as text of 80 columns, the first so many of each part."""
        lines = [*textwrap.wrap(self.caption, _WIDTH), ""]
        for role in ROLES:
            named = [row for row in self.rows if row.role == role]
            listed = Rows(
                (role, "claims", "share", "ties"),
                ((row.name, row.claims, f"{row.share:.0%}", row.ties) for row in named[:most]),
            )
            if named:
                lines += [listed.table(_WIDTH), *_more(len(named), most), ""]
        lines += ["Concentration", self.concentration.table(_WIDTH), ""]
        lines += [*textwrap.wrap(self._resting(), _WIDTH), ""]
        if not self.ties:
            return "\n".join([*lines, *textwrap.wrap(CAUTION, _WIDTH)])
        unheard = self.unheard()
        count = f"{len(unheard)} of {len(self.voices)} actors"
        head = f"Spoken of, and not among the speakers ({count})"
        short = Rows(("actor", "spoken_of"), ((row.actor, row.spoken_of) for row in unheard[:most]))
        lines += [head, short.table(_WIDTH), *_more(len(unheard), most), ""]
        return "\n".join([*lines, *textwrap.wrap(CAUTION, _WIDTH)])

    __str__ = __repr__ = text

    def _resting(self) -> str:
        if not self.ties:
            return "No supportive or hostile tie is left here."
        single = sum(1 for row in self.ties if row.works == 1)
        share = f" ({single / len(self.ties):.0%})"
        heard = [row.speaks for row in self.ties]
        return (
            f"Of {len(self.ties)} supportive or hostile ties, {single}{share} rest on one work or "
            f"document. Both ends are among the speakers of {heard.count('both')}, one end alone "
            f"of {heard.count('one') + heard.count('other')}, neither of {heard.count('neither')}."
        )

    def _repr_html_(self) -> str:
        from html import escape

        tables = (self.rows, self.concentration, self.voices)
        shown = "".join(table._repr_html_() for table in tables)
        caption = f"<p>{escape(self.caption)}</p>"
        return f"{caption}{shown}<p>{escape(self._resting())} {escape(CAUTION)}</p>"


def speakers(source: Store | Network) -> Speakers:
    """Tell who is the source of what, and whose voices are missing.

    A claimant is who is reported as saying it; authors and publishers are
    those of the works that the passage cites. A body of an actor is a part of
    it, or who leads or holds an office in it or in such a part, as the claims
    say. A tie of which no work is cited rests on the document itself.

    Parameters
    ----------
    source
        A store; or a network, whose claims alone are counted.

    Raises
    ------
    EmptyNetworkError
        If there is no claim.

    References
    ----------
    The index is the sum of the squared shares: O. C. Herfindahl,
    *Concentration in the Steel Industry*, Columbia University, 1950; A. O.
    Hirschman, "The Paternity of an Index", American Economic Review 54 (5),
    1964, 761-762. Its inverse as a number of equals: M. Laakso and R.
    Taagepera, "'Effective' Number of Parties", Comparative Political Studies
    12 (1), 1979, 3-27.

    Examples
    --------
    >>> found = speakers(tiny)
    >>> [(row.actor, row.spoken_of) for row in found.unheard()][0]
    ('Group A', 9)
    """
    network = project(source, everything=True) if isinstance(source, Store) else as_network(source)
    claims = claims_of(network)
    if not claims:
        raise EmptyNetworkError(
            f"No claim is left of {chosen(network)}, and so nobody speaks.{advice(network)}"
        )
    rests_on = _ties_by_claim(network)
    rows: list[Row] = []
    concentration: list[Row] = []
    for role in ROLES:
        by_name: dict[str, list[str]] = defaultdict(list)
        for claim in claims:
            for name in sorted(set(named(claim, role))):
                by_name[name].append(claim["id"])
        ranked = sorted(by_name.items(), key=lambda item: (-len(item[1]), item[0]))
        for name, ids in ranked:
            pairs = {pair for one in ids for pair in rests_on.get(one, ())}
            share = round(len(ids) / len(claims), 4)
            rows.append((role, name, len(ids), share, len(pairs), ", ".join(ids)))
        if ranked:
            concentration.append((role, *_concentration(ranked)))
    ties = Rows(("one", "other", "sign", "works", "speaks", "claim_ids"), heard(network, claims))
    return Speakers(
        Rows(("role", "name", "claims", "share", "ties", "claim_ids"), rows),
        Rows(("role", "names", "index", "as_many_as", "largest", "its_share"), concentration),
        ties,
        Rows(
            ("actor", "spoken_of", "speaks", "bodies_speak", "claim_ids"),
            spoken_of(network, claims, {end for row in ties for end in (row.one, row.other)}),
        ),
        caption=_caption(network, claims),
    )


def _caption(network: Network, claims: list[Claim]) -> str:
    certain = sum(1 for claim in claims if claim.get("certainty") == "certain")
    is_open = network.graph.get("on") and not network.graph.get("certainly")
    sure = f", of which {certain} certainly held" if is_open else ""
    return f"Speakers of {chosen(network)}: {len(claims)} claims{sure}."


def _concentration(ranked: list[tuple[str, list[str]]]) -> Row:
    total = sum(len(ids) for _, ids in ranked)
    index = sum((len(ids) / total) ** 2 for _, ids in ranked)
    name, most = ranked[0]
    return len(ranked), round(index, 4), round(1 / index, 1), name, round(len(most) / total, 4)


def _ties_by_claim(network: Network) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for one, other, tie in ties_of(network).edges(data=True):
        for claim in tie["claims"]:
            found[claim].add((one, other))
    return found


def _more(count: int, most: int) -> list[str]:
    return [f"and {count - most} more"] if count > most else []
