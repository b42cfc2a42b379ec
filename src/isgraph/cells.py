"""Cells: what a cell of a notebook asks, by commands with the options of the command line.

They answer instead of printing, and all ask the variable `store`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from isgraph import completion, questions
from isgraph.cli import asking, explaining, options, showing
from isgraph.dates import day
from isgraph.entities import find
from isgraph.plan import explain
from isgraph.profile import Profile
from isgraph.reasons import finds_nothing, why_empty
from isgraph.rows import Rows
from isgraph.store import Store, bound, load
from isgraph.store.answers import N_TRIPLES
from isgraph.store.spelling import blanked
from isgraph.terms import PREFIXES, Iri, Literal, expand

if TYPE_CHECKING:
    from rdflib import Graph

_STORE = "store"
_SHARED = {"data", "on", "known_by", "certainly", "kind", "status"}
_KIND = re.compile(r"(?i)(?<![?$\w:-])(SELECT|ASK|CONSTRUCT|DESCRIBE)\b(?!:)")


class Cell(NamedTuple):
    """A cell that a command answers, in its notebook."""

    names: dict[str, Any]
    """The variables of the notebook."""
    text: str = ""

    def store(self, place: str | None) -> Store:
        """Return the variable `store`; `--data` or the shipped data fill it."""
        there = self.names.get(_STORE)
        if there is not None and not isinstance(there, Store):
            raise click.UsageError(
                f"The variable `{_STORE}` is no store of isgraph, and the magics ask that one. "
                f"Give it another name, then write: {_STORE} = isgraph.load()"
            )
        if place is None and there is not None:
            return there
        held = self.names.get(place) if place else None
        opened = self.names[_STORE] = held if isinstance(held, Store) else load(place)
        if place is None:
            print(f"{_STORE} = isgraph.load()")
        return opened

    def known(self) -> Store:
        """Return a store whose names can be completed; an endpoint would keep Tab waiting."""
        there = self.names.get(_STORE)
        return there if type(there) is Store else load()


def answer(name: str, words: list[str], cell: Cell) -> Any:
    """Answer a cell by one of `COMMANDS`.

    Raises
    ------
    click.ClickException
        If the words do not fit the command.
    IsgraphError
        If isgraph refuses what they ask.

    Examples
    --------
    >>> answer("%ask", ["detentions", "--by", "Group A"], Cell({"store": tiny}))[0].held
    'members of Group B held'
    """
    command = COMMANDS[name]
    try:
        with command.make_context(name, words, obj=cell) as ctx:
            return command.invoke(ctx)
    except click.exceptions.Exit:  # it has printed its help
        return None


def _variable(ctx: click.Context, _: click.Parameter, name: str | None) -> str | None:
    if name is not None and not name.isidentifier():
        raise click.BadParameter(f"{name!r} is no name of a variable.", ctx)
    return name


def _given(ctx: click.Context, _: click.Parameter, texts: tuple[str, ...]) -> dict[str, Any]:
    """Return what variables of a query are to be, as `Store.query` takes it."""
    given: dict[str, Any] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals:
            raise click.BadParameter(f"{text!r} says no value. Example: --let who=actor:sdf", ctx)
        if re.fullmatch(rf"({'|'.join(PREFIXES)}):[\w.-]+", value):
            given[name] = expand(value)
        elif re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", value):
            given[name] = Iri(value)
        elif re.fullmatch(r"-?\d+", value):
            given[name] = int(value)
        elif re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            given[name] = day(value)
        else:
            given[name] = [Literal(value, None, "en"), Literal(value)]
    return given


@click.command("%%sparql")
@click.option("-o", "keep", metavar="NAME", callback=_variable,
              help="Keep the answer as a variable instead of showing it.")  # fmt: skip
@click.option("--let", "values", multiple=True, metavar="X=VALUE", callback=_given,
              help="What ?x is to be: a prefixed name, a number, a day or a text.")  # fmt: skip
@explaining.option
@options.selection
@options.data
@click.pass_obj
def _sparql(
    cell: Cell, /, data: str | None, keep: str | None, values: dict[str, Any], **which: Any
) -> Rows | Graph | bool | None:
    """Answer the SPARQL query that the cell holds, of the variable `store`."""
    query = bound(cell.text, values)
    rows = _rows(cell.store(data), query, **which)
    found = _KIND.search(blanked(query))
    kind = found[1].upper() if found else ""
    answer: Rows | Graph | bool = rows
    if kind == "ASK":
        answer = rows[0].answer == "true"
    elif kind in ("CONSTRUCT", "DESCRIBE"):
        answer = _graph(rows.store, query)
    if keep is None:
        return answer
    cell.names[keep] = answer
    return None


def _rows(whole: Store, query: str, *, explains: bool, **which: Any) -> Rows:
    """Answer a query; above the answer print its plan, or why there is nothing."""
    if explains:
        choices = {name: which[name] for name in ("on", "known_by", "certainly")}
        plan = explain(whole, query, kinds=which["kind"], statuses=which["status"], **choices)
        print(plan)
        rows = plan.rows
    else:
        rows = options.kept(whole, **which).query(query)
    if finds_nothing(rows):
        chosen = {name: which[name] for name in ("on", "known_by")}
        kept = whole if rows.store is None else rows.store
        print(*why_empty(kept, query, whole=whole, **chosen), sep="\n")
    return rows


def _graph(store: Store | None, query: str) -> Graph:
    """Return what a query constructs, as rdflib has it."""
    from rdflib import Graph

    assert store is not None
    graph = Graph()
    for prefix, iri in PREFIXES.items():
        graph.bind(prefix, iri)
    _, body = store.respond(query, results=None, triples=N_TRIPLES)
    return graph.parse(data=body, format="nt")


class _Questions(click.Group):
    """Each shipped question as a command, with the options that it has in the shell."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return questions.names()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        columns = {parameter.column for parameter in questions.question(cmd_name).parameters}

        @click.pass_obj
        def run(cell: Cell, /, data: str | None, **given: Any) -> Rows:
            whole = cell.store(data)
            asked = {column: given.pop(column) for column in columns}
            return _rows(whole, questions.spelled(whole, cmd_name, **asked), **given)

        return _like(asking.ask.get_command(ctx, cmd_name), cmd_name, run, {"explains"} | columns)


def _like(shell: click.Command | None, name: str, run: Any, kept: set[str]) -> click.Command:
    """Return a command of the shell under another name, which answers instead of printing."""
    assert shell is not None
    params = [parameter for parameter in shell.params if parameter.name in _SHARED | kept]
    return click.Command(name, callback=run, params=params, help=shell.help)


@click.group("%ask", cls=_Questions, invoke_without_command=True)
@click.pass_context
def _ask(ctx: click.Context) -> Rows | None:
    """Answer a shipped question; without its name, list them."""
    if ctx.invoked_subcommand:
        return None
    return Rows(("name", "question"), ((name, questions.title(name)) for name in questions.names()))


@click.pass_obj
def _told(cell: Cell, /, name: tuple[str, ...], data: str | None, **which: Any) -> Profile:
    whole = cell.store(data)
    return options.profile(whole, find(whole, " ".join(name)), **which)


_show = _like(showing.show, "%show", _told, set())
_show.params.insert(
    0, click.Argument(["name"], nargs=-1, required=True, shell_complete=completion.names)
)

COMMANDS = {"%%sparql": _sparql, "%ask": _ask, "%show": _show}
