"""Every command as a user types it, on the tiny world."""

from __future__ import annotations

import csv
import io
import json
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import click
import pytest
from click.testing import Result

from isgraph import questions
from isgraph.cli import main
from isgraph.lists import NAMES
from isgraph.store import Store

TINY = str(Path(__file__).with_name("tiny.ttl"))
Cli = Callable[..., Result]

ROWS = [
    "ask detentions",
    "ask figures",
    "query 'SELECT ?who ?whom { ?who isg:detains ?whom }'",
    "list actors",
    "list kinds",
]
ANSWERS = [
    *ROWS,
    *(f"ask {name}" for name in questions.names()),
    *(f"list {what}" for what in NAMES),
    "show 'Group A'",
    "show 'Country X' --on 2024-06-15",
    "conflicts",
]


@pytest.fixture
def run(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Run a line on the tiny world, in an empty folder, without the source texts."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ISGRAPH_SOURCES", str(tmp_path / "no-sources"))

    def line(text: str, data: str = TINY, **options: object) -> Result:
        return cli(*shlex.split(text), "--data", data, **options)

    return line


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the tiny world that may be written."""
    return Path(shutil.copy(TINY, tmp_path / "copy.ttl"))


# --- what a user sees ---------------------------------------------------------------------------


def test_alone_it_says_what_to_type_next(cli: Cli) -> None:
    """Without a command all are shown, with one to try first."""
    result = cli()

    assert result.exit_code == 0
    assert "Try first: isgraph ask detentions" in result.stdout
    for name in main.every:
        assert f"isgraph {name}" in result.stdout


@pytest.mark.parametrize("line", ANSWERS)
def test_answers(run: Cli, line: str) -> None:
    """An answer ends with 0, says something and fits 80 columns."""
    result = run(line)

    assert result.exit_code == 0, result.output
    assert result.stdout.strip()
    assert max(map(len, result.output.splitlines())) <= 80


@pytest.mark.parametrize("name", [None, *main.every])
def test_help(cli: Cli, name: str | None) -> None:
    """Help is one sentence, an empty line and an example, within 80 columns."""
    result = cli(*([name] if name else []), "--help")
    example = f"Example: isgraph {name}" if name else "Commands:"

    assert result.exit_code == 0
    assert example in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_rows_go_to_output_and_messages_to_error(run: Cli) -> None:
    """What is counted and asked does not stand among the rows."""
    result = run("ask detentions")

    assert "c0001" in result.stdout
    assert "1 row" in result.stderr
    assert questions.title("detentions") in " ".join(result.stderr.split())
    assert "c0001" not in result.stderr


@pytest.mark.parametrize("line", [*ROWS, "show 'Group A'", "conflicts"])
def test_formats(run: Cli, line: str) -> None:
    """CSV, JSON and Markdown parse, hold the same rows, and nothing goes to standard error."""
    results = {form: run(f"{line} --format {form}") for form in ("csv", "json", "md")}
    found = json.loads(results["json"].stdout)
    records = list(csv.DictReader(io.StringIO(results["csv"].stdout)))
    table = results["md"].stdout.splitlines()

    assert {result.exit_code for result in results.values()} == {0}
    assert {result.stderr for result in results.values()} == {""}
    assert found
    assert [list(record) for record in records] == [list(record) for record in found]
    assert len(records) == len(found) == len(table) - 2
    assert set(table[1]) == set("| -")


def test_the_questions_are_listed(cli: Cli) -> None:
    """Alone, `ask` names each question with what it asks."""
    expected = len(questions.names())
    result = cli("ask", "--format", "json")

    assert result.exit_code == 0
    assert len(json.loads(result.stdout)) == expected


def test_a_question_has_its_parameters_as_options(run: Cli) -> None:
    """A parameter keeps the rows that have it, by label or by alias, and its help names it."""
    assert "Group A" in run("ask detentions --by 'Group A'").stdout
    assert "Group A" in run("ask detentions --by GA").stdout
    assert "Who detains." in run("ask detentions --help", data=TINY).stdout


def test_parameters_are_completed(shipped: Store) -> None:
    """A shell is offered what a parameter can be, whatever the capitals."""
    command = cast(click.Group, main.every["ask"]).get_command(cast(Any, None), "troops")
    assert command
    option = next(param for param in command.params if param.name == "deployer")
    offered = option.shell_complete(click.Context(command), "united")

    assert "united-states" in [item.value for item in offered]


@pytest.mark.parametrize(
    ("options", "rows"),
    [
        ("", 1),
        ("--on 2024-06-15", 1),
        ("--on 2024-06-15 --certainly", 0),
        ("--on 2024-07 --certainly", 1),
        ("--on 2023", 0),
    ],
)
def test_a_plain_query_is_asked_of_a_day(run: Cli, options: str, rows: int) -> None:
    """The direct triples are those of the day, the month or the year, certain or possible."""
    result = run(f"query 'SELECT ?x ?y {{ ?x isg:backs ?y }}' --format json {options}")

    assert len(json.loads(result.stdout)) == rows


def test_a_query_is_answered_in_the_formats_of_the_standards(run: Cli) -> None:
    """JSON, XML and TSV for a SELECT, Turtle for a CONSTRUCT; one that does not fit is refused."""
    select = "query 'SELECT ?x { ?x isg:detains ?y }'"
    construct = "query 'CONSTRUCT WHERE { ?x isg:detains ?y }'"

    assert json.loads(run(f"{select} --format sparql-json").stdout)["head"] == {"vars": ["x"]}
    assert run(f"{select} --format tsv").stdout.startswith("?x\n<https://")
    assert run(f"{select} --format sparql-xml").stdout.startswith("<?xml")
    assert "detains" in run(f"{construct} --format ttl").stdout
    assert run(f"{select} --format ttl").exit_code == 1


def test_what_rows_name_is_drawn(run: Cli, tmp_path: Path) -> None:
    """An answer can be had as a page of the claims that it names."""
    result = run("ask detentions --draw held.html")

    assert result.exit_code == 0, result.output
    assert "c0001" in (tmp_path / "held.html").read_text("utf-8")


def test_several_names_are_shown_one_after_another(run: Cli) -> None:
    """Words that are one name together are that name; else each is shown, in one table of rows."""
    one = run("show Group A")
    both = run("show c0001 'Person P'")
    rows = json.loads(run("show c0001 c0003 --format json").stdout)

    assert one.stdout == run("show 'Group A'").stdout
    assert both.stdout.startswith("c0001 (relation claim)")
    assert "\n\n\nPerson P (person)" in both.stdout
    assert [row["claim"] for row in rows] == ["c0001", "c0003"]


# --- what a user gets wrong ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("ask detention", 1, "No question 'detention'. Nearest: 'detentions'"),
        ("show 'Grup A'", 1, "Nothing is named 'Grup A' in the graph. Nearest: 'Group A'"),
        ("show 'actor:Group A'", 1, "Nothing is named 'actor:Group A'"),
        ("draw 'Grup A'", 1, "Nearest: 'Group A'"),
        ("list actor", 1, "No list of 'actor'. Nearest: 'actors'"),
        ("ask detentions --kind detain", 1, "No kind 'detain'. Nearest: 'detains'"),
        ("show GA --status planed", 1, "No status 'planed'. Nearest: 'planned'"),
        ("ask detentions --on 2024-02-30", 2, "'2024-02-30' is not a day"),
        ("ask detentions --on May", 2, "not a day, a month or a year. Example: 2025-03-18"),
        ("draw --on May", 2, "not a day, a month or a year. Example: 2025-03-18"),
        ("ask detentions --by 'Group Z'", 1, "No answer to 'detentions' has 'Group Z'"),
        ("draw --known-by 2024", 2, "'2024' is not a day"),
        ("ask detentions --format xml", 2, "'xml' is not one of"),
        ("draw --hops 0", 2, "0 is not in the range"),
        ("show", 2, "Missing argument 'NAME…'"),
        ("show c9999", 1, "Nothing is named 'c9999' in the graph. The answers name claims"),
        ("show claim:c9999", 1, "Nothing is named 'claim:c9999'"),
        ("show GA --certainly", 1, "--certainly needs --on"),
        ("ask detentions --certainly", 1, "--certainly needs --on"),
        ("query 'ASK {}' --certainly", 1, "--certainly needs --on"),
        ("path GA GB --certainly", 1, "--certainly needs --on"),
        ("measure degree --certainly", 1, "--certainly needs --on"),
        ("query", 2, "Missing argument 'TEXT'"),
        ("export claims.xls", 2, "the name has to end in .csv or .ttl"),
        ("query 'SELECT ?x {'", 1, "at line 1, column 12: it has to be one whole SELECT"),
        ("query 'DELETE WHERE { ?s ?p ?o }'", 1, "DELETE at line 1, column 1, is an update"),
        (
            "query 'SELECT ?x { ?x ?y ?z }' --format ttl",
            1,
            "Use --format with: table, csv, json, md, sparql-json",
        ),
        ("query 'DESCRIBE actor:group-a' --format tsv", 1, "json, md, ttl, nt, jsonld."),
        ("ask detentions --by Mars", 1, "as its custodian. There are: 'Group A'."),
        ("ask detentions --kind nonsense", 1, "No kind 'nonsense'. `isgraph list kinds`"),
        ("draw Institute", 1, "Institute has no tie to draw here"),
        ("draw -o missing/a.html", 1, "missing is not a folder"),
        ("draw -o a.pdf", 1, ".pdf is no form of a figure"),
        ("ask detentions --draw missing/a.html", 1, "missing is not a folder"),
        ("query 'ASK {}' --draw a.pdf", 1, ".pdf is no form of a figure"),
        ("export missing/claims.csv", 1, "No such file or directory"),
        ("import missing.csv", 1, "missing.csv cannot be read"),
        ("locate 'some words'", 1, "ISGRAPH_SOURCES"),
        ("locate 'some words' --doc huge", 1, "No document 'huge'. There are: tiny-2025-01-31"),
        ("coverage", 1, "ISGRAPH_SOURCES"),
    ],
)
def test_refusals(run: Cli, tmp_path: Path, line: str, code: int, message: str) -> None:
    """What is refused is named with what is nearest or needed; nothing is printed or written."""
    result = run(line)

    assert result.exit_code == code, result.output
    assert "Error: " in result.stderr
    assert message in result.stderr
    assert "Traceback" not in result.output
    assert result.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_command(cli: Cli) -> None:
    """A misspelt command is wrong usage."""
    result = cli("aks")

    assert result.exit_code == 2
    assert "No such command 'aks'" in result.stderr


@pytest.mark.parametrize(
    "line",
    ["ask detentions", "query 'ASK { ?a ?b ?c }'", "show GA", "list actors", "draw", "check",
     "fmt", "fmt --check", "locate x", "export a.csv", "conflicts", "coverage"],
)  # fmt: skip
def test_a_missing_file_is_named(run: Cli, tmp_path: Path, line: str) -> None:
    """Every command that reads says which file is not there."""
    result = run(line, data="missing.ttl")

    assert result.exit_code == 1
    assert "missing.ttl cannot be read: No such file" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_broken_file_is_named_with_its_place(run: Cli, tmp_path: Path) -> None:
    """A file that is not Turtle is refused with line and column, and left as it is."""
    path = tmp_path / "broken.ttl"
    path.write_text("<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b> .\n", "utf-8")
    before = path.read_bytes()
    for line in ("ask detentions", "fmt", "check"):
        result = run(line, data=str(path))

        assert result.exit_code == 1
        assert "broken.ttl, line 2, column" in result.stderr
        assert path.read_bytes() == before


@pytest.mark.parametrize("line", ["fmt", "import sheet.csv", "ask detentions", "check"])
def test_a_folder_of_other_files_is_left_alone(run: Cli, tmp_path: Path, line: str) -> None:
    """A folder given by mistake is refused, and no store is made in it."""
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "notes.txt").write_text("x", "utf-8")
    result = run(line, data=str(folder))

    assert result.exit_code == 1
    assert "folder" in result.stderr
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]


# --- commands -----------------------------------------------------------------------------------


def test_options_restrict_an_answer(run: Cli) -> None:
    """Day, publication, kind and status mean the same to every command."""
    count = "query 'SELECT (COUNT(*) AS ?n) { ?c isg:predicate ?p }' --format csv "
    numbers = {
        options: int(run(count + options).stdout.split()[-1])
        for options in ("", "--on 2024-04-15", "--known-by 2025-01-30", "--kind fights",
                        "--status denied --status alleged")
    }  # fmt: skip

    assert list(numbers.values()) == [16, 12, 0, 1, 2]


def test_query_reads_standard_input(run: Cli) -> None:
    """A dash stands for what is piped in."""
    result = run("query - --format csv", input="SELECT ?l { actor:group-a rdfs:label ?l }")

    assert result.stdout == "l\nGroup A\n"


def test_draw_writes_one_page(run: Cli, tmp_path: Path) -> None:
    """The page is written where it is asked for, and the message says what is in it."""
    result = run("draw 'Group A' --hops 2 -o page.html")
    page = (tmp_path / "page.html").read_text("utf-8")

    assert result.exit_code == 0
    assert "page.html: 6 actors, 11 claims" in result.stderr
    assert "Group A" in page
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_draw_writes_the_form_that_the_name_ends_in(run: Cli, tmp_path: Path) -> None:
    """A picture is written as SVG or PNG; a name with another ending is refused."""
    results = [run(f"draw 'Group A' -o picture.{ending}") for ending in ("svg", "png", "pdf")]

    assert [result.exit_code for result in results] == [0, 0, 1]
    assert (tmp_path / "picture.svg").read_text("utf-8").startswith("<svg")
    assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG")
    assert "picture.pdf" in results[2].stderr


def test_draw_opens_at_a_day_and_holds_all(run: Cli, tmp_path: Path) -> None:
    """A day says where the clock of the page stands; no claim is left out of the page."""
    run("draw -o all.html")
    run("draw --on 2025-01-31 --view table -o day.html")
    month = run("draw --on 2025-01 --view table -o month.html")
    everything, day = ((tmp_path / f"{name}.html").read_text("utf-8") for name in ("all", "day"))

    assert '"on": "2025-01-31"' in day
    assert '"view": "table"' in day
    assert day.count('"paraphrase"') == everything.count('"paraphrase"')
    assert (tmp_path / "month.html").read_text("utf-8") == day
    assert "here 2025-01-31, the last one" in month.stderr


def test_draw_refuses_an_unknown_view(run: Cli, tmp_path: Path) -> None:
    """A view that is not there is named, with those that are; no file is written."""
    result = run("draw --view cinema -o page.html")

    assert result.exit_code == 1
    assert "No view 'cinema'. There are: picture, timeline" in result.stderr
    assert not list(tmp_path.iterdir())


def test_site_is_written_and_a_foreign_folder_refused(run: Cli, tmp_path: Path) -> None:
    """The pages are there; a folder of someone else is left alone."""
    done = run("site pages")
    (tmp_path / "pages" / "mine.txt").write_text("mine")
    refused = run("site pages")

    assert (done.exit_code, refused.exit_code) == (0, 1)
    assert (tmp_path / "pages" / "index.html").exists()
    assert (tmp_path / "pages" / "mine.txt").read_text() == "mine"
    assert "mine.txt" in refused.stderr


def test_check_says_what_it_could_not_check(run: Cli) -> None:
    """Sound data end with 0, and a check that was skipped is never passed silently."""
    result = run("check")

    assert result.exit_code == 0, result.output
    assert "locators: not checked" in result.stderr
    assert "ok: shapes, derived triples" in result.stderr
    assert "locators and paraphrases" not in result.stderr


def test_check_skips_texts_that_are_not_in_the_folder(
    run: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder of sources without this text is as good as none, and that is said."""
    monkeypatch.setenv("ISGRAPH_SOURCES", str(tmp_path))
    result = run("check")

    assert result.exit_code == 0, result.output
    assert "locators: not checked. The text tiny.txt is not at hand" in result.stderr


def test_check_finds_what_is_wrong(run: Cli, copy: Path) -> None:
    """Data that break a rule end with 1, and rule and claim are named."""
    text = copy.read_text("utf-8")
    copy.write_text(text.replace("    isg:modality isg:actual ;\n", "", 1), "utf-8")
    result = run("check", data=str(copy))

    assert result.exit_code == 1
    assert "c0001" in result.stdout
    assert "Error: " in result.stderr


def test_fmt_leaves_canonical_data(run: Cli, copy: Path) -> None:
    """What is canonical is not touched."""
    before = (copy.read_bytes(), copy.stat().st_mtime_ns)
    for line in ("fmt", "fmt --check"):
        result = run(line, data=str(copy))

        assert result.exit_code == 0
        assert "is in canonical form" in result.stderr
        assert (copy.read_bytes(), copy.stat().st_mtime_ns) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"    isg:backs actor:group-a ;\n", b""),
        (b"actor:group-b a isg:", b"actor:group-b  a  isg:"),
        (b"\n", b"\r\n"),
        (b'isg:beginLatest "2025-01-31"', b'isg:beginLatest "2025-01-30"'),
    ],
)
def test_fmt_mends_what_is_not_canonical(run: Cli, copy: Path, old: bytes, new: bytes) -> None:
    """--check shows the difference and writes nothing; without it the file is made anew."""
    expected = copy.read_bytes()
    copy.write_bytes(expected.replace(old, new))
    before = copy.read_bytes()
    checked = run("fmt --check", data=str(copy))

    assert before != expected
    assert checked.exit_code == 1
    assert "Run `isgraph fmt`" in checked.stderr
    assert copy.read_bytes() == before

    assert run("fmt", data=str(copy)).exit_code == 0
    assert copy.read_bytes() == expected


def test_export_and_import_are_the_identity(run: Cli, tmp_path: Path, copy: Path) -> None:
    """What is exported as a sheet and imported again leaves the file as it was."""
    expected = copy.read_bytes()

    assert run("export claims.csv", data=str(copy)).exit_code == 0
    result = run("import claims.csv", data=str(copy))

    assert result.exit_code == 0, result.output
    assert result.stdout.count("\n") == 18
    assert copy.read_bytes() == expected
    assert sorted(path.name for path in tmp_path.iterdir()) == ["claims.csv", "copy.ttl"]


def test_export_writes_turtle(run: Cli, tmp_path: Path) -> None:
    """The canonical text of the tiny world is its file."""
    assert run("export out.ttl").exit_code == 0
    assert (tmp_path / "out.ttl").read_bytes() == Path(TINY).read_bytes()


def test_import_writes_what_it_says(run: Cli, tmp_path: Path, copy: Path) -> None:
    """A dry run says what was understood and writes nothing; without it the file has the rows."""
    sheet = tmp_path / "entities.csv"
    sheet.write_text("entity,class,label\nactor:country-y,State,Country Y\n", "utf-8")
    before = copy.read_bytes()
    dry = run("import entities.csv --dry-run", data=str(copy))

    assert (dry.exit_code, copy.read_bytes()) == (0, before)
    assert "actor:country-y: Country Y (State)" in dry.stdout

    wet = run("import entities.csv", data=str(copy))

    assert (wet.exit_code, wet.stdout) == (0, dry.stdout)
    assert b'rdfs:label "Country Y"@en' in copy.read_bytes()
    assert run("fmt --check", data=str(copy)).exit_code == 0


def test_a_sheet_with_a_wrong_row_writes_nothing(run: Cli, tmp_path: Path, copy: Path) -> None:
    """One wrong row refuses all rows: the message names it, and the file is as it was."""
    sheet = tmp_path / "entities.csv"
    sheet.write_text(
        "entity,class,label\nactor:country-y,State,Country Y\nactor:country-z,Sate,Z\n", "utf-8"
    )
    before = (copy.read_bytes(), copy.stat().st_mtime_ns)
    result = run("import entities.csv", data=str(copy))

    assert result.exit_code == 1
    assert "1 row is refused; nothing was written" in result.stderr
    assert "row 3, column class: no class of entity 'Sate'" in result.stderr
    assert result.stdout == ""
    assert (copy.read_bytes(), copy.stat().st_mtime_ns) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.ttl", "entities.csv"]


def test_locate_does_not_repeat_the_phrase(
    run: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, copy: Path
) -> None:
    """A place is given by section, paragraph and offsets."""
    text = "A tiny report\n\n1 First\n\nWords that nobody wrote.\n"
    (tmp_path / "tiny.txt").write_text(text, "utf-8")
    monkeypatch.setenv("ISGRAPH_SOURCES", str(tmp_path))
    lines = copy.read_text("utf-8").splitlines(keepends=True)
    kept = "".join(line for line in lines if "isg:sha256" not in line)
    copy.write_text(kept.replace("isg:charCount 900 ;", "isg:charCount 900 ."), "utf-8")
    result = run("locate 'that nobody'", data=str(copy))
    start = text.index("that nobody")

    assert result.exit_code == 0, result.output
    assert f"{start}-{start + 11}" in result.stdout
    assert "nobody" not in result.output
