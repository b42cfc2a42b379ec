"""Commands that curate: what the data hold, whether it holds together, and how it is written."""

from __future__ import annotations

from pathlib import Path

import click

from isgraph.cli import options
from isgraph.errors import LocatorError
from isgraph.files import replace, sources_path
from isgraph.store import Store, load


@click.command()
@options.data
def coverage(data: str | None) -> None:
    """Report which paragraphs, notes and names of the texts carry no claim.

    Example: isgraph coverage
    """
    from isgraph.analysis.coverage import coverage as hold

    click.echo(str(hold(load(data))))


@click.command()
@options.data
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
        options.refuse(f"{errors} findings; mend the claims named above.")
    where = "" if skipped else ", locators and paraphrases"
    click.echo(f"ok: shapes, derived triples{where}", err=True)


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 if it would.")
@options.data
def fmt(only_check: bool, data: str | None) -> None:
    """Rewrite the data in canonical form, with direct triples and bounds made anew.

    Example: isgraph fmt --check
    """
    import difflib

    from isgraph.claims import canonical

    path = options.data_file(data)
    store = load(path)
    old, new = path.read_bytes().decode("utf-8"), canonical(store)
    if old == new:
        click.echo(f"{path.name} is in canonical form", err=True)
        return
    if only_check:
        lines = difflib.unified_diff(old.splitlines(), new.splitlines(), "as it is", "canonical",
                                     lineterm="", n=1)  # fmt: skip
        click.echo("\n".join(list(lines)[:200]))
        options.refuse(f"{path.name} is not in canonical form. Run `isgraph fmt`.")
    replace(path, new)
    click.echo(f"{path.name} rewritten", err=True)


@click.command()
@click.argument("phrase")
@click.option("--doc", default=None, metavar="NAME", help="The document; else all are searched.")
@options.data
def locate(phrase: str, doc: str | None, data: str | None) -> None:
    """Find where a PHRASE stands; … stands for words left out. The phrase is not stored.

    Example: isgraph locate --doc cl-2025-03-18 "key factor of stabilisation"
    """
    from isgraph.sources import places

    options.show_rows(places(load(data), phrase, doc), "table")


@click.command("import")
@click.argument("sheet", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what was understood and write nothing.")
@options.data
def import_(sheet: Path, dry_run: bool, data: str | None) -> None:
    """Write the rows of a SHEET of claims, entities, works or documents, all or none.

    Example: isgraph import claims.csv --dry-run
    """
    from isgraph.claims import canonical
    from isgraph.sheets import import_sheet

    path = options.data_file(data)
    store = load(path) if path.exists() else Store()
    for sentence in import_sheet(store, sheet):
        click.echo(sentence)
    if not dry_run:
        replace(path, canonical(store))
        click.echo(f"{path.name} written; read `git diff` before you commit", err=True)


@click.command()
@click.argument("out", metavar="PATH", type=click.Path(path_type=Path))
@options.data
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
