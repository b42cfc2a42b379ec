"""Magics: SPARQL and the shipped questions in a notebook: `%load_ext isgraph`."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Any

import click
from IPython.core.completer import CompletionContext, SimpleCompletion, context_matcher
from IPython.core.error import UsageError
from IPython.core.magic import Magics, cell_magic, line_magic, magics_class, no_var_expand

from isgraph.cells import COMMANDS, Cell, answer
from isgraph.completion import in_command, in_query
from isgraph.errors import IsgraphError
from isgraph.profile import Profile
from isgraph.rows import Rows

if TYPE_CHECKING:
    from rdflib import Graph

_CALL = re.compile(r"(?:^|=)\s*(%%sparql|%ask|%show)\s+(.*)$")
_MANY = 200


def load_ipython_extension(ipython: Any) -> None:
    """Add `%%sparql`, `%ask` and `%show` to IPython, with completion.

    Examples
    --------
    >>> from IPython import get_ipython
    >>> if get_ipython():  # this is what `%load_ext isgraph` does
    ...     load_ipython_extension(get_ipython())
    """
    magics = _Magics(ipython)
    ipython.register_magics(magics)
    matcher = context_matcher(identifier="isgraph")(lambda context: magics.complete(context))
    known = ipython.Completer.custom_matchers
    known[:] = [one for one in known if getattr(one, "matcher_identifier", "") != "isgraph"]
    known.append(matcher)
    printed = ipython.display_formatter.formatters["text/plain"]
    printed.for_type_by_name("rdflib.graph", "Graph", _print_graph)


@magics_class
class _Magics(Magics):  # type: ignore[misc]
    """The magics as IPython has them; each hands its line to a command."""

    @no_var_expand  # type: ignore[untyped-decorator]
    @cell_magic  # type: ignore[untyped-decorator]
    def sparql(self, line: str, cell: str) -> Rows | Graph | bool | None:
        """Answer a SPARQL query; the prefixes of isgraph are known.

        SELECT gives rows, ASK True or False, CONSTRUCT and DESCRIBE an rdflib
        graph. The text is taken as it stands: `$x` in it is a variable of
        SPARQL. What a variable is to be is said by an option: `--let x=2`.
        All options: `%%sparql --help`, above any text.
        """
        found: Rows | Graph | bool | None = self._run("%%sparql", line, cell)
        return found

    @no_var_expand  # type: ignore[untyped-decorator]
    @line_magic  # type: ignore[untyped-decorator]
    def ask(self, line: str) -> Rows | None:
        """Answer a shipped question, as rows; without a name, list them.

        The parameters of a question are options, as in
        `rows = %ask troops --in Syria`. All of them: `%ask troops --help`.
        """
        found: Rows | None = self._run("%ask", line)
        return found

    @no_var_expand  # type: ignore[untyped-decorator]
    @line_magic  # type: ignore[untyped-decorator]
    def show(self, line: str) -> Profile | None:
        """Show all that is claimed about a name, with its evidence.

        All options: `%show --help`.
        """
        found: Profile | None = self._run("%show", line)
        return found

    def _run(self, name: str, line: str, text: str = "") -> Any:
        """Run a command; what it refuses is one message without a traceback."""
        try:
            words = shlex.split(line)
        except ValueError as error:
            raise UsageError(f'{error} in: {line}. Quote what has spaces: "Middle East"') from error
        try:
            return answer(name, words, Cell(self.shell.user_ns, text))
        except click.ClickException as error:
            raise UsageError(error.format_message()) from error
        except IsgraphError as error:
            raise UsageError(str(error)) from error

    def complete(self, context: CompletionContext) -> dict[str, Any]:
        """Return what can stand at the cursor, for IPython's matchers."""
        line, text = context.text_until_cursor, context.full_text
        cell = Cell(self.shell.user_ns, text)
        if context.cursor_line and text.lstrip().startswith("%%sparql"):
            start, found = in_query(cell.known(), text, line)
        elif called := _CALL.search(line):
            start, found = in_command(cell.known(), COMMANDS[called[1]], called[2])
        else:
            return {"completions": []}
        completions = [SimpleCompletion(text, type=kind) for text, kind in found]
        return {"completions": completions, "matched_fragment": start, "suppress": True}


def _print_graph(graph: Graph, printer: Any, cycle: bool) -> None:
    """Print a graph that a query made as Turtle, and of a large one only the size."""
    if len(graph) <= _MANY:
        printer.text(graph.serialize(format="turtle").strip())
    else:
        printer.text(f"{len(graph):,} triples; print(graph.serialize()) shows them")
