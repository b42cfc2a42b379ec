"""Paths: how two actors are connected, through ties that can hold together on one day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import islice, pairwise

from isgraph.analysis.paths import absence
from isgraph.analysis.paths.found import Hop, Path, Paths
from isgraph.analysis.paths.links import Web, at_the_latest, join
from isgraph.analysis.paths.search import Search
from isgraph.analysis.paths.stretches import as_days
from isgraph.dates import When, given
from isgraph.entities import Entity, find, nearest
from isgraph.errors import NameNotFoundError
from isgraph.network import Network, project
from isgraph.store import Store

SORTS = {"shortest": 5, "all": 100, "strongest": 5}
"""Orders of paths, with how many are given if nobody says otherwise."""


def find_paths(
    store: Store,
    start: str,
    goal: str,
    *,
    on: When | str | None = None,
    known_by: date | str | None = None,
    certainly: bool = False,
    kinds: Iterable[str] = (),
    statuses: Iterable[str] = (),
    sort: str = "shortest",
    longest: int | None = None,
    most: int | None = None,
    prospective: bool = False,
) -> Paths:
    """Find paths between two actors, through ties that can hold together on one day.

    What is denied or negated connects nobody. What is planned, pledged or
    expected connects where it is asked for, or where no actual ties do, which
    is then said. Which way a tie points is not asked. Of equal paths that is
    first whose weakest hop is better attested, by the rule of
    `isgraph.analysis.paths.strength`.

    Parameters
    ----------
    start, goal
        Labels, aliases, slugs or IRIs of actors.
    on
        A day on which all of a path has to hold, or a month or year on one
        day of which it has to; else any one day will do.
    known_by, certainly, kinds, statuses
        Which claims; see `isgraph.evidence.restrict`.
    sort
        `shortest`: only those with the fewest hops. `all`: up to `longest`,
        shortest first. `strongest`: up to `longest`, that first whose weakest
        hop is strongest.
    longest
        How many hops a path may have; else as many as the shortest and,
        unless `sort` is `shortest`, one more.
    most
        How many paths are given at most; else five, or a hundred of all.
    prospective
        Whether planned, pledged and expected ties connect beside actual ones.

    Returns
    -------
    Paths
        Without a path it says why: `reason`.

    Raises
    ------
    NameNotFoundError
        If nothing has a name, or there is no such order, kind or status.

    Examples
    --------
    >>> paths = find_paths(tiny, "Person P", "Country X")
    >>> str(paths[0]), paths[0].weakest
    ('Person P – Group A – Country X', [1, 2])
    """
    if sort not in SORTS:
        raise NameNotFoundError(
            f"No order {sort!r} of paths.{nearest(sort, SORTS)} There are: {', '.join(SORTS)}.",
            name=sort,
            nearest=list(SORTS),
        )
    on, known_by = given(on, known_by, certainly=certainly)
    ends = find(store, start), find(store, goal)
    chosen = {
        "known_by": known_by,
        "certainly": certainly,
        "kinds": list(kinds),
        "statuses": list(statuses),
    }
    network = project(store, on=on, **chosen)  # type: ignore[arg-type]
    paths = trace(
        network, ends, on=on, sort=sort, longest=longest, most=most, prospective=prospective
    )
    if not paths and not paths.reason:
        paths.reason = absence.reason(store, ends, on=on, longest=longest, chosen=chosen)
    return paths


def trace(
    network: Network,
    ends: tuple[Entity, Entity],
    *,
    on: When | None = None,
    sort: str = "shortest",
    longest: int | None = None,
    most: int | None = None,
    prospective: bool = False,
) -> Paths:
    """Find paths in a network that is at hand, as `find_paths` does; no reason is given for none.

    Examples
    --------
    >>> from isgraph.entities import find
    >>> ends = find(tiny, "Person P"), find(tiny, "Group B")
    >>> [str(path) for path in trace(project(tiny), ends)]
    ['Person P – Group A – Group B']
    """
    one, other = (str(end.iri) for end in ends)
    for even_prospective in sorted({prospective, True}):
        web = join(network, as_days(on), prospective=even_prospective)
        search = Search(web, one, other)
        fewest = search.fewest
        allowed = (fewest or 0) + (sort != "shortest") if longest is None else longest
        if not fewest or fewest > allowed:
            continue
        limit = fewest if sort == "shortest" else allowed
        wanted = most or SORTS[sort]
        routes = search.routes(longest=limit, strongest=sort == "strongest")
        found = [_path(web, *route) for route in islice(routes, wanted + 1)]
        return Paths(
            found[:wanted],
            network,
            *ends,
            on=on,
            order=sort,
            longest=limit,
            are_all=len(found) <= wanted and not search.is_cut,
            only_prospective=even_prospective and not prospective,
            reason="" if found else "The search was given up: allow fewer hops.",
        )
    return Paths([], network, *ends, on=on, order=sort)


def _path(web: Web, actors: tuple[str, ...], days: int) -> Path:
    pairs = list(pairwise(actors))
    links = [web.links[one][other] for one, other in pairs]
    told, shared = at_the_latest(links, days, web.cut)
    return Path([Hop(*pair, claims) for pair, claims in zip(pairs, told, strict=True)], shared)


__all__ = ["SORTS", "Hop", "Path", "Paths", "find_paths", "trace"]
