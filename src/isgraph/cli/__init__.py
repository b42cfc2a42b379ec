"""The command line: one command, one public verb; parse, call, print."""

from __future__ import annotations

import gc
import sys
from typing import Any

import click

from isgraph.cli import (
    asking,
    comparing,
    curating,
    loading,
    measuring,
    seeing,
    serving,
    tracing,
    weighing,
)
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


_LONG = ("ask", "balance", "camps", "conflicts", "measure", "path", "query")
"""Commands in which a library may work long without listening."""


class _Group(click.Group):
    """The commands; errors of isgraph become one message and exit code 1."""

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


for _command in (
    asking.ask,
    asking.query,
    asking.show,
    asking.list_,
    seeing.draw,
    seeing.site,
    seeing.conflicts,
    measuring.measure,
    measuring.roles,
    measuring.series,
    tracing.path,
    serving.serve,
    loading.load,
    weighing.balance,
    weighing.camps,
    comparing.diff,
    comparing.suppose,
    comparing.speakers,
    curating.coverage,
    curating.check,
    curating.fmt,
    curating.locate,
    curating.import_,
    curating.export,
):
    main.add_command(_command)
