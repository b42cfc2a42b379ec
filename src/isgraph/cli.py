"""The command line: one command, one public verb; parse, call, print."""

from __future__ import annotations

import gc
import sys
import textwrap
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click

from isgraph.dates import day
from isgraph.errors import DateError, IsgraphError, LocatorError, StoreError
from isgraph.evidence import restrict
from isgraph.files import data_path, replace, sources_path
from isgraph.rows import FORMATS, Rows
from isgraph.store import Store, load

_COMMANDS = """\
isgraph: a cited knowledge graph of the actors around Islamic State.

Ask        isgraph ask                 the shipped questions
           isgraph ask detentions      the answer to one
           isgraph query 'SELECT …'    any SPARQL
           isgraph show SDF            all that is claimed about a name
           isgraph conflicts           claims that contradict one another
           isgraph list actors         what there is
See        isgraph draw SDF -o sdf.html
           isgraph site pages          everything as linked pages
Curate     isgraph locate PHRASE       where a phrase stands
           isgraph import SHEET.csv    write the claims of a sheet
           isgraph export CLAIMS.csv   and back
           isgraph coverage            what of the texts carries no claim
           isgraph check               rules, derived triples, locators
           isgraph fmt                 canonical form

Try first: isgraph ask detentions
Each command says more with --help.
"""


class _Day(click.ParamType[date]):
    name = "day"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        if isinstance(value, date):
            return value
        try:
            return day(value)
        except DateError as error:
            self.fail(str(error), param, ctx)


class _Group(click.Group):
    """The commands; errors of isgraph become one message and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            sys.stderr.close()
            ctx.exit(0)
        except IsgraphError as error:
            _refuse(str(error))
        except OSError as error:
            _refuse(f"{error.filename or 'A file'}: {error.strerror or error}.")


def _refuse(message: str) -> NoReturn:
    click.echo(f"Error: {message}", err=True)
    raise SystemExit(1)


def _data(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--data", metavar="PLACE", help="Turtle file or store directory; else the shipped data."
    )(command)


def _times(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option("--known-by", type=_Day(), metavar="DAY", help="What was published by DAY."),
        click.option("--on", type=_Day(), metavar="DAY", help="What may hold on DAY."),
    ):
        command = option(command)
    return command


def _selection(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option("--status", multiple=True, metavar="NAME", help="Only claims of this status."),
        click.option(
            "--kind", multiple=True, metavar="NAME", help="Only claims of this kind or below it."
        ),
    ):
        command = option(command)
    return _times(command)


def _form(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True
    )(command)


def _open(
    data: str | None,
    on: date | None = None,
    known_by: date | None = None,
    kind: tuple[str, ...] = (),
    status: tuple[str, ...] = (),
) -> Store:
    return restrict(load(data), on=on, known_by=known_by, kinds_wanted=kind, statuses=status)


def _file(data: str | None) -> Path:
    path = Path(data) if data else data_path()
    if path.is_dir():
        raise StoreError(
            f"{path} is a store directory, which cannot be reviewed as a diff. "
            "Name a Turtle file with --data.",
            place=str(path),
        )
    return path


def _progress(size: int) -> Callable[[float, str], None] | None:
    """Give a line on standard error that tells how far long work is, where anybody reads it."""
    if size < 500 or not sys.stderr.isatty():
        return None

    def tell(done: float, what: str) -> None:
        click.echo(f"\r{what} {done:4.0%}" + ("\n" if done >= 1 else ""), nl=False, err=True)

    return tell


def _print(rows: Rows, form: str) -> None:
    click.echo(rows.text(form))
    if form == "table":
        click.echo(f"{len(rows)} row{'s' if len(rows) != 1 else ''}", err=True)


@click.group(cls=_Group, invoke_without_command=True)
@click.version_option(package_name="isgraph")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Ask, see and curate a cited graph of the actors around Islamic State."""
    gc.freeze()  # what is imported stays: collecting need not look at it again
    if ctx.invoked_subcommand is None:
        click.echo(_COMMANDS, nl=False)


@main.command()
@click.argument("name", required=False)
@_selection
@_form
@_data
def ask(
    name: str | None,
    on: date | None,
    known_by: date | None,
    kind: tuple[str, ...],
    status: tuple[str, ...],
    form: str,
    data: str | None,
) -> None:
    """Answer a shipped question; without a NAME, list them.

    Example: isgraph ask detentions
    """
    from isgraph import questions

    if name is None:
        _print(
            Rows(("name", "question"), ((n, questions.title(n)) for n in questions.names())), form
        )
        return
    questions.text(name)
    rows = questions.ask(_open(data, on, known_by, kind, status), name)
    if form == "table":
        click.echo(textwrap.fill(questions.title(name), 80) + "\n", err=True)
    _print(rows, form)


@main.command()
@click.argument("sparql", metavar="TEXT")
@_selection
@_form
@_data
def query(
    sparql: str,
    on: date | None,
    known_by: date | None,
    kind: tuple[str, ...],
    status: tuple[str, ...],
    form: str,
    data: str | None,
) -> None:
    """Answer a SPARQL query; - reads it from standard input.

    Example: isgraph query 'SELECT ?who ?whom WHERE { ?who isg:detains ?whom }'
    """
    text = sys.stdin.read() if sparql == "-" else sparql
    _print(_open(data, on, known_by, kind, status).query(text), form)


@main.command()
@click.argument("name")
@_selection
@_form
@_data
def show(
    name: str,
    on: date | None,
    known_by: date | None,
    kind: tuple[str, ...],
    status: tuple[str, ...],
    form: str,
    data: str | None,
) -> None:
    """Show all that is claimed about a name, with its evidence.

    Example: isgraph show SDF
    """
    from isgraph.glance import glance
    from isgraph.profile import show as show_profile

    store, entity = glance(data, name)
    kept = restrict(store, known_by=known_by, kinds_wanted=kind, statuses=status)
    profile = show_profile(kept, entity.iri, on=on)
    click.echo(str(profile) if form == "table" else profile.rows().text(form))


@main.command("list")
@click.argument("what")
@_form
@_data
def list_(what: str, form: str, data: str | None) -> None:
    """List actors, places, events, instruments, works, documents, classes, kinds or statuses.

    Example: isgraph list actors
    """
    from isgraph.lists import rows

    _print(rows(load(data), what), form)


@main.command()
@click.argument("name", required=False)
@click.option("-o", "out", metavar="PATH", default="isgraph.html", show_default=True)
@click.option("--hops", type=click.IntRange(1, 9), default=1, show_default=True,
              help="With a NAME: how many steps around it.")  # fmt: skip
@click.option("--everything", is_flag=True, help="Places, events and instruments as nodes too.")
@click.option("--view", default="picture", metavar="NAME",
              help="Shown first: picture, timeline, matrix, table or text.")  # fmt: skip
@_selection
@_data
def draw(
    name: str | None,
    out: str,
    hops: int,
    everything: bool,
    view: str,
    on: date | None,
    known_by: date | None,
    kind: tuple[str, ...],
    status: tuple[str, ...],
    data: str | None,
) -> None:
    """Draw the diagram, whole or around a NAME, as one file: .html, .svg or .png.

    A page holds all days, and opens at those of --on and --known-by.
    A picture as .svg or .png shows only what they leave.

    Example: isgraph draw SDF --on 2025-03-18 -o sdf.html
    """
    from isgraph.analysis.conflicts import conflicts
    from isgraph.diagram import draw as draw_network
    from isgraph.network import keep_around, project

    path = Path(out)
    if not path.parent.is_dir():
        raise StoreError(
            f"{path.parent} is not a folder. Make it first, or name another file with -o.",
            place=str(path),
        )
    store = load(data)
    network = project(store, kinds=kind, statuses=status, everything=everything)
    if name is not None:
        network = keep_around(network, store, name, hops)
    figure = draw_network(
        network,
        on=on,
        known_by=known_by,
        view=view,
        conflicts=conflicts(store),
        progress=_progress(len(network)),
    )
    figure.save(path)
    click.echo(
        f"{path}: {network.number_of_nodes()} actors, {network.number_of_edges()} claims. "
        "Open it in a browser.",
        err=True,
    )


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Set a DIR with other files aside under another name.")
@_data
def site(folder: Path, force: bool, data: str | None) -> None:
    """Write all of the graph as linked pages in DIR, to be opened without a server.

    Example: isgraph site pages
    """
    from isgraph.site import write_site

    def tell(done: int, total: int) -> None:
        if done % 50 == 0 or done == total:
            click.echo(f"\r{done:,} of {total:,} pages", err=True, nl=done == total)

    write_site(load(data), folder, force=force, progress=tell)
    click.echo(f"{folder / 'index.html'}: open it in a browser.", err=True)


@main.command()
@_selection
@_form
@_data
def conflicts(
    on: date | None,
    known_by: date | None,
    kind: tuple[str, ...],
    status: tuple[str, ...],
    form: str,
    data: str | None,
) -> None:
    """List claims that contradict or overtake one another, side by side.

    Example: isgraph conflicts
    """
    from isgraph.analysis.conflicts import conflicts as find_conflicts

    found = find_conflicts(_open(data, on, known_by, kind, status))
    click.echo(str(found) if form == "table" else found.rows().text(form))


@main.command()
@_data
def coverage(data: str | None) -> None:
    """Report which paragraphs, notes and names of the texts carry no claim.

    Example: isgraph coverage
    """
    from isgraph.analysis.coverage import coverage as hold

    click.echo(str(hold(load(data))))


@main.command()
@_data
def check(data: str | None) -> None:
    """Check shapes, derived triples and, with the source texts at hand, every locator.

    Example: isgraph check
    """
    from isgraph.shapes import check as check_shapes
    from isgraph.sources import verify

    store = load(data)
    report = check_shapes(store)
    findings = [(f.rule, f.focus, f.message, f.severity) for f in report.findings]
    skipped = None
    if sources_path() is None:
        skipped = "The source texts are not at hand. Set ISGRAPH_SOURCES to their folder."
    elif not any(severity == "error" for *_, severity in findings):
        try:
            faults = verify(store)
            findings += [(fault.rule, fault.focus, fault.message, "error") for fault in faults]
        except LocatorError as error:
            skipped = str(error)
    if skipped:
        click.echo(f"locators: not checked. {skipped}", err=True)
    for rule, focus, message, severity in findings:
        click.echo(f"{severity}: {rule}: {focus}: {message}")
    errors = sum(severity == "error" for *_, severity in findings)
    if errors:
        _refuse(f"{errors} findings; mend the claims named above.")
    where = "" if skipped else ", locators and paraphrases"
    click.echo(f"ok: shapes, derived triples{where}", err=True)


@main.command()
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 if it would.")
@_data
def fmt(only_check: bool, data: str | None) -> None:
    """Rewrite the data in canonical form, with direct triples and bounds made anew.

    Example: isgraph fmt --check
    """
    import difflib

    from isgraph.claims import canonical

    path = _file(data)
    store = load(path)
    old, new = path.read_bytes().decode("utf-8"), canonical(store)
    if old == new:
        click.echo(f"{path.name} is in canonical form", err=True)
        return
    if only_check:
        lines = difflib.unified_diff(old.splitlines(), new.splitlines(), "as it is", "canonical",
                                     lineterm="", n=1)  # fmt: skip
        click.echo("\n".join(list(lines)[:200]))
        _refuse(f"{path.name} is not in canonical form. Run `isgraph fmt`.")
    replace(path, new)
    click.echo(f"{path.name} rewritten", err=True)


@main.command()
@click.argument("phrase")
@click.option("--doc", default=None, metavar="NAME", help="The document; else all are searched.")
@_data
def locate(phrase: str, doc: str | None, data: str | None) -> None:
    """Find where a PHRASE stands; … stands for words left out. The phrase is not stored.

    Example: isgraph locate --doc cl-2025-03-18 "key factor of stabilisation"
    """
    from isgraph.sources import places

    _print(places(load(data), phrase, doc), "table")


@main.command("import")
@click.argument("sheet", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what was understood and write nothing.")
@_data
def import_(sheet: Path, dry_run: bool, data: str | None) -> None:
    """Write the rows of a SHEET of claims, entities, works or documents, all or none.

    Example: isgraph import claims.csv --dry-run
    """
    from isgraph.claims import canonical
    from isgraph.sheets import import_sheet

    path = _file(data)
    store = load(path) if path.exists() else Store()
    for sentence in import_sheet(store, sheet):
        click.echo(sentence)
    if not dry_run:
        replace(path, canonical(store))
        click.echo(f"{path.name} written; read `git diff` before you commit", err=True)


@main.command()
@click.argument("out", metavar="PATH", type=click.Path(path_type=Path))
@_data
def export(out: Path, data: str | None) -> None:
    """Write the claims as a claim sheet (.csv), or the data as canonical Turtle (.ttl).

    Example: isgraph export claims.csv
    """
    from isgraph.claims import canonical
    from isgraph.sheets import export_claims

    writers = {".csv": export_claims, ".ttl": canonical}
    if out.suffix not in writers:
        raise click.UsageError(f"{out.name}: the name has to end in {' or '.join(writers)}")
    replace(out, writers[out.suffix](load(data)))
    click.echo(f"{out} written", err=True)
