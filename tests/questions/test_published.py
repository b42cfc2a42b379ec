"""The questions as other tools find them."""

from __future__ import annotations

from rdflib import RDF, SH, Graph

from isgraph import questions
from isgraph.files import data_path
from isgraph.questions.published import published
from isgraph.store import Store


def test_the_file_beside_the_data_is_up_to_date() -> None:
    """Who changes a question writes the file anew: make docs."""
    assert data_path().with_name("questions.ttl").read_text("utf-8") == published()


def test_every_question_is_an_executable_that_answers(tiny: Store) -> None:
    """The text in `sh:select` is a whole query, with its prefixes, and gives the question's rows."""
    graph = Graph().parse(data=published(), format="turtle")
    found = {
        str(iri).rpartition("/")[2]: iri for iri in graph.subjects(RDF.type, SH.SPARQLExecutable)
    }

    assert sorted(found) == questions.names()
    for name, iri in found.items():
        text = str(graph.value(iri, SH.select))
        if not any(p.default for p in questions.question(name).parameters):
            assert list(tiny.query(text)) == list(questions.ask(tiny, name)), name


def test_every_parameter_is_described() -> None:
    """Each parameter has its name, its meaning and, if it has one, its default."""
    graph = Graph().parse(data=published(), format="turtle")
    for name in questions.names():
        for parameter in questions.question(name).parameters:
            found = [
                me
                for me in graph.subjects(RDF.type, SH.Parameter)
                if str(me).endswith(f"/{name}/{parameter.column}")
            ]

            assert len(found) == 1
            assert str(graph.value(found[0], SH.name)) == parameter.column
            assert str(graph.value(found[0], SH.description)) == parameter.meaning
            default = graph.value(found[0], SH.defaultValue)
            assert (str(default) if default else None) == parameter.default
