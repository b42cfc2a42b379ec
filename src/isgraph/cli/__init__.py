"""The command line: one command, one public verb; parse, call, print."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from typing import Any

import click

from isgraph.cli.options import interruptible, refuse
from isgraph.errors import IsgraphError

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
           isgraph serve               SPARQL, an editor and the pages over HTTP
           isgraph load --into PLACE   a store directory, or a SPARQL server
Understand isgraph path Iran HTS       how two actors are connected
           isgraph measure             figures of actors, with their ranges
           isgraph roles               who stands between whom, and how
           isgraph balance             supportive and hostile ties, weighed
           isgraph camps               camps, how steady they are
           isgraph series degree       a measure along time
           isgraph diff DAY DAY        what changed between two days or documents
           isgraph suppose             without an actor, or with plans come true
           isgraph speakers            who says what, and who is not heard
Curate     isgraph locate PHRASE       where a phrase stands
           isgraph import SHEET.csv    write the claims of a sheet
           isgraph export CLAIMS.csv   and back
           isgraph coverage            what of the texts carries no claim
           isgraph check               rules, derived triples, locators
           isgraph fmt                 canonical form

Try first: isgraph ask detentions
Each command says more with --help.
"""


_ROOMS = {
    "asking": ("ask", "query"),
    "showing": ("show", "list"),
    "seeing": ("draw", "site", "conflicts"),
    "serving": ("serve",),
    "loading": ("load",),
    "measuring": ("measure", "roles", "series"),
    "tracing": ("path",),
    "weighing": ("balance", "camps"),
    "comparing": ("diff", "suppose", "speakers"),
    "curating": ("coverage", "check", "fmt", "locate", "import", "export"),
}
"""Module → its commands: only that of the command that is run is imported."""

_LONG = ("ask", "balance", "camps", "conflicts", "measure", "path", "query")
"""Commands in which a library may work long without listening."""


class _Group(click.Group):
    """The commands; errors of isgraph become one message and exit code 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(name for names in _ROOMS.values() for name in names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        room = next((room for room, names in _ROOMS.items() if cmd_name in names), None)
        return self._of(room).get(cmd_name) if room else None

    @property
    def every(self) -> dict[str, click.Command]:
        """Every command by its name; this imports them all."""
        return {name: found for room in _ROOMS for name, found in self._of(room).items()}

    def _of(self, room: str) -> dict[str, click.Command]:
        there = vars(import_module(f"isgraph.cli.{room}")).values()
        named = {str(found.name): found for found in there if isinstance(found, click.Command)}
        return {name: named[name] for name in _ROOMS[room]}

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            sys.stderr.close()
            ctx.exit(0)
        except IsgraphError as error:
            refuse(str(error))
        except OSError as error:
            refuse(f"{error.filename or 'A file'}: {error.strerror or error}.")


@click.group(cls=_Group, invoke_without_command=True)
@click.version_option(package_name="isgraph")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Ask, see and curate a cited graph of the actors around Islamic State."""
    gc.freeze()  # what is imported stays: collecting need not look at it again
    if ctx.invoked_subcommand is None:
        click.echo(_COMMANDS, nl=False)
    elif ctx.invoked_subcommand in _LONG:
        ctx.with_resource(interruptible())
