"""Commands that ask: the shipped questions, and any SPARQL."""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path
from typing import Any

import click

from isgraph import questions
from isgraph.cli import choices, explaining, options
from isgraph.errors import FormatError
from isgraph.questions import Question
from isgraph.rows import FORMATS, Rows
from isgraph.store import RESULTS, TRIPLES, Store, rows_from

_STANDARD = {
    "sparql-json": "application/sparql-results+json",
    "sparql-xml": "application/sparql-results+xml",
    "tsv": "text/tab-separated-values",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
}
"""Formats of the standards, exact to the byte; those of `Rows` are for readers."""

_SHORT = 500
"""Length in bytes up to which an answer may hold nothing, whatever its format."""

_draw = click.option("--draw", "picture", metavar="PATH", callback=options.drawn,
                     help="Draw what the rows name as PATH.")  # fmt: skip


class _Questions(click.Group):
    """Each shipped question as a command of its own, with its parameters as options."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return questions.names()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        return _command(questions.question(cmd_name))


@click.group(cls=_Questions, invoke_without_command=True, subcommand_metavar="NAME [OPTIONS]")
@options.form
@click.pass_context
def ask(ctx: click.Context, form: str) -> None:
    """Answer a shipped question; without a NAME, list them.

    Each has its own parameters: isgraph ask troops --help

    Example: isgraph ask troops --in Syria --on 2025-03
    """
    if ctx.invoked_subcommand is None:
        rows = ((name, questions.title(name)) for name in questions.names())
        options.show_rows(Rows(("name", "question"), rows), form)


def _command(asked: Question) -> click.Command:
    """Return a question as a command; the explanation and the parameters are its help."""

    def answer(data: str | None, form: str, picture: Path | None, **which: Any) -> None:
        given = {p.column: which.pop(p.column) for p in asked.parameters}
        telling = explaining.Telling(data, **which)
        text = questions.spelled(telling.whole, asked.name, **given)
        rows = telling.rows(text)
        if form == "table":
            click.echo(textwrap.fill(asked.title, 80) + "\n", err=True)
        with telling.printing(text, rows):
            options.show_rows(rows, form)
        if picture:
            _save(rows, picture)

    answer.__doc__ = f"{asked.title}\n\n{asked.explanation}\n\nExample: {asked.example}"
    command = options.selection(options.form(_draw(explaining.option(options.data(answer)))))
    for parameter in reversed(asked.parameters):
        command = click.option(
            f"--{parameter.option}",
            parameter.column,
            metavar="NAME",
            default=parameter.default,
            show_default=parameter.default is not None,
            help=f"{parameter.meaning[:1].upper()}{parameter.meaning[1:]}.",
            shell_complete=_choices(asked, parameter.column),
        )(command)
    return click.command(asked.name, short_help=asked.title)(command)


def _choices(asked: Question, column: str) -> choices.Complete:
    return choices.among(lambda store: questions.choices(store, asked, column))


@click.command()
@click.argument("sparql", metavar="TEXT")
@options.selection
@click.option("--format", "form", type=click.Choice((*FORMATS, *_STANDARD)), default="table",
              show_default=True)  # fmt: skip
@_draw
@click.option("--engine", type=click.Choice(("oxigraph", "rdflib")), default="oxigraph",
              show_default=True, help="Who answers; rdflib does so within limits.")  # fmt: skip
@click.option("--seconds", type=click.FloatRange(0.1), default=60.0, show_default=True,
              help="Longest time for rdflib.")  # fmt: skip
@explaining.option
@options.data
def query(
    sparql: str,
    form: str,
    picture: Path | None,
    engine: str,
    seconds: float,
    explains: bool,
    data: str | None,
    **which: Any,
) -> None:
    """Answer a SPARQL query; - reads it from standard input.

    Example: isgraph query 'SELECT ?who ?whom WHERE { ?who isg:detains ?whom }'
    """
    text = sys.stdin.read() if sparql == "-" else sparql
    if explains and (engine == "rdflib" or form in _STANDARD):
        raise click.UsageError(
            f"--explain goes with oxigraph and the formats {', '.join(FORMATS)}."
        )
    telling = explaining.Telling(data, explains=explains, **which)
    if engine == "rdflib":
        rows = _by_rdflib(telling.kept, text, seconds, form)
        options.show_rows(rows, form)
        telling.say_why(text, rows)
        return
    if form in _STANDARD:
        media_type, store = _STANDARD[form], telling.kept
        try:
            body = store.respond(text, results=media_type, triples=media_type)[1]
        except FormatError as error:
            if type(store) is not Store:  # an endpoint may lack a format that we have
                raise
            raise FormatError(_other_formats(form)) from error
        click.echo(body, nl=not body.endswith(b"\n"))
        if len(body) < _SHORT:
            telling.say_why(text, store.query(text))
        return
    rows = telling.rows(text)
    with telling.printing(text, rows):
        options.show_rows(rows, form)
    if picture:
        _save(rows, picture)


def _other_formats(form: str) -> str:
    """Say how a query is answered that has no answer in a format of the standards."""
    asked, kinds = ("SELECT or ASK", RESULTS) if _STANDARD[form] in TRIPLES else (
        "CONSTRUCT or DESCRIBE", TRIPLES
    )  # fmt: skip
    names = [*FORMATS, *(name for name, kind in _STANDARD.items() if kind in kinds)]
    return f"The answer to a {asked} has no format {form}. Use --format with: {', '.join(names)}."


def _by_rdflib(store: Store, text: str, seconds: float, form: str) -> Rows:
    """Answer a query with rdflib, in a process that is ended when it takes too long."""
    from isgraph.server.limits import Limits
    from isgraph.server.reference import ask_rdflib

    if form in _STANDARD:
        raise click.UsageError(f"rdflib answers here as one of: {', '.join(FORMATS)}.")
    return rows_from(*ask_rdflib(store, text, Limits(seconds=seconds)), store)


def _save(rows: Rows, path: Path) -> None:
    rows.draw().save(path)
    click.echo(f"{path} written. Open it in a browser.", err=True)
