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


def test_published_questions_run_as_they_stand(shipped: Store) -> None:
    """Each is a SHACL executable that another tool can read, and its text needs nothing else."""
    graph = Graph().parse(data=published(), format="turtle")
    texts = {
        str(question).rsplit("/", 1)[-1]: str(text)
        for question, text in graph.subject_objects(SH.select)
    }

    assert sorted(texts) == questions.names()
    for kind in (SH.SPARQLExecutable, SH.SPARQLSelectExecutable):
        assert set(graph.subjects(RDF.type, kind)) == set(graph.subjects(SH.select))
    for name, text in texts.items():
        assert "PREFIX isg:" in text or "isg:" not in text
        given = {p.column: None for p in questions.question(name).parameters}
        assert shipped.query(text) == questions.ask(shipped, name, **given)


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
