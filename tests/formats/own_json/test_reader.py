"""What `show --format json` prints reads back equal, and what is wrong with a text is one line."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from braidtui.episode.model import Episode, Quote, Source
from braidtui.formats.imported import FormatRefused
from braidtui.formats.json_form import episode_json
from braidtui.formats.own_json import nodes
from braidtui.formats.own_json.reader import claims, read_own_json
from tests.episode.episodes import episodes
from tests.formats.given_text import claimed_by, read_by

EPISODE = """\
{
  "title": "Night Trains",
  "speakers": {"moor": {"name": "Ada Moor"}},
  "segments": [
    {"title": "Tickets", "turns": [
      {"speaker": "moor", "start": 1.5, "text": "All aboard."},
      {"speaker": "moor", "start": 3, "text": "Doors close."}
    ]}
  ]
}
"""


def with_more(**keys: object) -> str:
    return json.dumps(json.loads(EPISODE) | keys)


def read(text: str) -> Episode:
    return read_by(read_own_json, text).episode


def refusals(text: str) -> list[str]:
    with pytest.raises(FormatRefused) as refused:
        read_by(read_own_json, text)
    return [
        f"{it.line}:{it.column}: {it.message}" for it in refused.value.problems if not it.is_warning
    ]


@settings(deadline=None)
@given(episodes(), st.sampled_from([None, 2]), st.booleans(), st.booleans())
def test_what_is_written_reads_back_equal(
    episode: Episode, indent: int | None, ascii_only: bool, sort_keys: bool
) -> None:
    document = {"id": "008", "path": "/008.yaml", **episode_json(episode)}
    text = json.dumps(document, indent=indent, ensure_ascii=ascii_only)
    assert claimed_by(claims, text)
    found, notices = read_by(read_own_json, text)
    assert found == episode
    assert all("cleaned" not in notice.message for notice in notices)


def test_a_quote_says_what_it_stated_and_else_what_it_says() -> None:
    quotes = [
        {"text": "A", "speaker": "moor", "start": 1.5, "stated": {"speaker": None, "start": None}},
        {"text": "B", "speaker": None, "start": None, "stated": {"speaker": "moor", "start": 9}},
        {"text": "C", "speaker": "moor", "start": 1.5, "stated": {}},
        {"text": "D", "speaker": "moor", "start": "0:03", "stated": None},
        {"text": "E", "start": 3},
    ]
    assert read(with_more(quotes=quotes)).quotes == (
        Quote("A"),
        Quote("B", "moor", 9_000),
        Quote("C"),
        Quote("D", "moor", 3_000),
        Quote("E", "", 3_000),
    )


def test_what_nobody_has_to_write_may_be_left_out_and_sources_may_be_addresses() -> None:
    bare = read(EPISODE)
    assert [turn.start for turn in bare.turns] == [1_500, 3_000]
    assert bare.segments[0].start == 1_500
    sources = ["https://example.org/a", {"site": "justice.gov"}]
    assert read(with_more(sources=sources)).sources == (
        Source("https://example.org/a"),
        Source(site="justice.gov"),
    )


def test_a_time_may_be_a_sum_of_floats_and_a_number_stands_for_a_text() -> None:
    told = read(EPISODE.replace("1.5", "1.1000000000000003").replace('"All aboard."', "4.10"))
    assert told.turns[0] == ("moor", "4.10", 1_100, ())


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        (('"Night Trains"', "[]"), "2:12: title must be text, not a list"),
        (('"Night Trains"', "null"), "1:1: title is missing"),
        (
            ('"title": "Night', '"titel": "Night'),
            '2:3: unknown key "titel" (did you mean "title"?)',
        ),
        (('{\n  "title"', '{"title": 1,\n  "title"'), '2:3: the key "title" is given twice'),
        (
            ('"moor", "start": 3', '"mor", "start": 3'),
            'unknown speaker "mor" (did you mean "moor"?)',
        ),
        (("3,", "1,"), '7:36: turn 2 of "Tickets": starts at 00:00:01, before the start above it'),
        (("3,", "1e3,"), 'start "1e3" is not a time'),
        (("3,", "3" * 5_000 + ","), '7:36: turn 2 of "Tickets": start "3333'),
        (("3,", "NaN,"), '7:36: JSON syntax: a value is expected here, not "NaN"'),
        (("3,", "-Infinity,"), 'JSON syntax: a value is expected here, not "-Infinity"'),
        (("3,", "03,"), '7:37: JSON syntax: a comma or } is expected here, not "3"'),
        (("boar", "bo\nar"), "6:57: JSON syntax: inside a text, a line break or a control"),
        (("boar", "bo\\qar"), "JSON syntax: unknown escape: a backslash is written"),
        (("boar", "bo\\u12"), "JSON syntax: this escape lacks hexadecimal digits"),
        (('aboard."', "aboard."), "JSON syntax: "),
        (('"moor": {', "moor: {"), 'a key in double quotes is expected here, not "moor"'),
        (('"moor": {', '"moor" {'), "3:23: JSON syntax: a colon is expected here"),
        (("    ]}\n", "    ]},\n"), '9:3: JSON syntax: a value is expected here, not "]"'),
        (("  ]\n}", ""), "10:1: JSON syntax: the text ends here: is it whole?"),
        (("  ]\n}", "  ]\n} {}"), "10:3: JSON syntax: text after the end of the document"),
        (("Tickets", "x" * (1 << 20) + "x"), "5:15: a text longer than 1 MiB"),
    ],
)
def test_what_is_wrong_is_told_with_line_and_column(change: tuple[str, str], refusal: str) -> None:
    told = refusals(EPISODE.replace(*change, 1))
    assert any(refusal in line for line in told)
    assert all("\n" not in line and len(line) < 320 for line in told)


@pytest.mark.parametrize("stated", [5, "moor", [], {"text": "A"}, {"speaker": "eve"}])
def test_a_stated_that_is_none_is_refused(stated: object) -> None:
    (only,) = refusals(with_more(quotes=[{"text": "A", "stated": stated}]))
    assert "quote 1: stated must be" in only or 'unknown speaker "eve"' in only


def test_every_problem_is_told_and_the_cleaned_are_warnings() -> None:
    text = EPISODE.replace("1.5", "-1").replace('moor", "start": 3', 'eve", "start": 3')
    assert len(refusals(text)) == 2
    hidden = EPISODE.replace("Night", "\\ud800\\u001b\u009bNight")
    episode, notices = read_by(read_own_json, hidden)
    assert episode.title == "\ufffd␛\ufffdNight Trains"
    assert [notice.located("f") for notice in notices] == [
        "f:2:12: warning: title: 3 characters were cleaned away (U+D800, U+001B, U+009B)"
    ]


@pytest.mark.parametrize("text", ["", "null", "[]", '"text"', "7", " " * 9_999, "{", "{}", "'{}'"])
def test_what_is_no_episode_is_refused(text: str) -> None:
    assert refusals(text)
    assert not claimed_by(claims, text)


@pytest.mark.parametrize(("deep", "column"), [("[", 25), ('{"a":', 121), ('{"a": [', 85)])
def test_deep_nesting_is_refused_at_once(deep: str, column: int) -> None:
    assert refusals(deep * 100_000) == [f"1:{column}: nested deeper than 24 levels"]


def test_too_many_values_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "MAX_VALUES", 15)
    assert refusals(EPISODE) == ["7:36: more than 15 values in the file"]


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_whatever_python_writes_is_an_episode_or_refused(document: object) -> None:
    assert refusals(json.dumps(document))
    assert refusals(with_more(speakers=document))


@settings(deadline=None)
@given(st.data())
def test_a_text_with_a_stretch_taken_out_or_put_in_is_read_or_refused(data: st.DataObject) -> None:
    at, to = sorted(data.draw(st.lists(st.integers(0, len(EPISODE)), min_size=2, max_size=2)))
    text = EPISODE[:at] + data.draw(st.text('{}[]:,"\\ 1e.-\n', max_size=4)) + EPISODE[to:]
    try:
        read(text)
    except FormatRefused as refused:
        assert all(problem.line <= text.count("\n") + 1 for problem in refused.problems)
