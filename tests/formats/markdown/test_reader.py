"""Our own Markdown read back: what an export says, with every sign in its texts."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from braidtui.episode.model import Episode, Quote, Segment, Source, Speaker, Turn
from braidtui.formats.imported import FormatRefused
from braidtui.formats.markdown.document import markdown_body, write_markdown
from braidtui.formats.markdown.form import MarkdownForm
from braidtui.formats.markdown.manuscript import Manuscript
from braidtui.formats.markdown.own.footnotes import source_told
from braidtui.formats.markdown.own.reader import claims_own, read_own_markdown
from braidtui.formats.markdown.reader import claims, read_markdown
from braidtui.formats.reading.order import in_order
from braidtui.library.export.documents import documents, documents_by_segment
from braidtui.library.opened import Opened
from tests.formats.given_text import claimed_by, read_by
from tests.formats.markdown.hostile_text import BODIES, LINES

A, B = Source("https://a.example/?q=1", "On *rails*"), Source(site="b.example")
EPISODE = Episode(
    title="Night Trains #7",
    show="Rails",
    number=7,
    speakers=(
        Speaker("moor", "Ada Moor", "host", "m/1", "v/1"),
        Speaker("lund", "Tom (Bo) Lund", "", "m/2", "v/2"),
    ),
    segments=(
        Segment("Tickets", 0, (Turn("moor", "All [tsk] aboard.\n\n1. Now", 0, (A, B)),)),
        Segment("Night", 60_000, (Turn("lund", "Hm!", 60_000, (B,)), Turn("moor", "Yes"))),
    ),
    note="Retold.",
)
DAY = date(2026, 2, 1)
PLAIN = MarkdownForm()
NO_PARENTHESES = LINES.map(lambda text: text.replace("(", "[").replace(")", "]").strip())
URLS = st.integers(0, 3).map("https://example.org/a_b?c={}".format) | st.just("")
SITES = st.sampled_from(["", "b.example", "news.example/a_b"])
TITLES = LINES.map(lambda text: text.replace(":", ";")) | st.just("")
SOURCES = st.builds(Source, URLS, TITLES, SITES, st.none() | st.dates())
SPEAKERS = st.tuples(
    *(
        st.builds(Speaker, st.just(id), NO_PARENTHESES, NO_PARENTHESES | st.just(""), LINES, LINES)
        for id in "ab"
    )
)
STARTS = st.none() | st.integers(0, 9_999).map(lambda seconds: seconds * 1000)
TURNS = st.builds(
    Turn, st.sampled_from("ab"), BODIES, STARTS, st.lists(SOURCES, max_size=2).map(tuple)
)
SEGMENTS = st.builds(
    Segment,
    LINES,
    STARTS,
    st.lists(TURNS, min_size=1, max_size=3).map(tuple),
    st.lists(SOURCES, max_size=1).map(tuple),
)
FORMS = st.builds(
    MarkdownForm,
    st.sampled_from(["turn", "none"]),
    st.sampled_from(["footnotes", "list", "none"]),
    st.sampled_from(["commonmark", "obsidian"]),
    st.booleans(),
)


@st.composite
def episodes(draw: st.DrawFn) -> Episode:
    """Episodes whose every field may be a trap, their times in order."""
    segments = tuple(draw(st.lists(SEGMENTS, min_size=1, max_size=3)))
    told = [start for it in segments for start in (it.start, *(turn.start for turn in it.turns))]
    starts = iter(in_order(told))
    timed = tuple(
        replace(
            segment,
            start=next(starts),
            turns=tuple(turn._replace(start=next(starts)) for turn in segment.turns),
        )
        for segment in segments
    )
    return Episode(
        title=draw(LINES),
        speakers=draw(SPEAKERS),
        segments=timed,
        show=draw(LINES | st.just("")),
        number=draw(st.none() | st.integers(0, 999)),
        date=draw(st.none() | st.dates()),
        duration=draw(STARTS),
        summary=draw(BODIES | st.just("")),
        note=draw(BODIES | st.just("")),
        quotes=tuple(draw(st.lists(st.builds(Quote, BODIES), max_size=2))),
        sources=tuple(draw(st.lists(SOURCES, max_size=2))),
    )


def opened(episode: Episode) -> Opened:
    return Opened(Path("008.yaml"), "008", "008", episode, (), ())


def exported(episode: Episode, form: MarkdownForm = PLAIN) -> str:
    return documents(opened(episode), None, form)[0].text


def said(episode: Episode) -> list[tuple[str, str, str, int | None, str]]:
    """Segment, name, role, start and words of each turn."""
    return [
        (
            segment.title.strip(" \t"),
            episode.speakers_by_id[turn.speaker].name.strip(),
            episode.speakers_by_id[turn.speaker].role.strip(" \t"),
            turn.start,
            "\n\n".join(line.strip(" \t") for line in turn.text.split("\n") if line),
        )
        for segment in episode.segments
        for turn in segment.turns
    ]


def test_an_export_of_the_whole_comes_back_whole() -> None:
    text = exported(EPISODE)
    assert claimed_by(claims_own, text)
    assert read_by(read_markdown, text) == (EPISODE, ())


def test_what_show_prints_comes_back_without_what_it_does_not_tell() -> None:
    text = write_markdown(EPISODE)
    assert claimed_by(claims, text)
    episode = read_by(read_markdown, text).episode
    assert said(episode) == said(EPISODE)
    assert [turn.sources for turn in episode.turns] == [turn.sources for turn in EPISODE.turns]
    assert [speaker.model for speaker in episode.speakers] == ["", ""]


def test_a_segment_alone_comes_back() -> None:
    document = documents_by_segment(opened(EPISODE), None, MarkdownForm())[1]
    episode = read_by(read_markdown, document.text).episode
    assert said(episode) == said(EPISODE)[1:]
    assert episode.title == "Night Trains #7"


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(episodes(), FORMS)
@example(EPISODE, MarkdownForm(flavor="obsidian"))
@example(EPISODE, MarkdownForm("none", "list"))
def test_whatever_is_said_is_read_back(episode: Episode, form: MarkdownForm) -> None:
    text = exported(episode, form)
    read, notices = read_by(read_markdown, text)
    assert not notices
    expected = said(episode)
    if form.timestamps == "none" and form.flavor != "obsidian":
        expected = [(*turn[:3], None, turn[4]) for turn in expected]
    assert said(read) == expected
    assert _body(read, form) == _body(episode, form)


def _body(episode: Episode, form: MarkdownForm) -> str:
    return markdown_body(Manuscript(episode, form, "008"), None)


def test_what_stands_around_the_block_is_the_readers_and_said() -> None:
    before, block = exported(EPISODE).split("<!-- ", 1)
    text = f"{before}My own words\n\n<!-- {block}\n**Ada Moor:** Mine, too\n"
    episode, notices = read_by(read_markdown, text)
    assert episode == EPISODE
    assert [(it.line, it.message) for it in notices] == [
        (
            before.count("\n") + 1,
            "a line outside the block of braidtui is the reader's own and left out"
            " (2 times; here first)",
        )
    ]


def test_keys_of_the_reader_in_the_front_matter_do_no_harm() -> None:
    text = exported(EPISODE).replace("---\n", "---\nmine: {a: [b\n  - c\nrating: '5'\n", 1)
    assert read_by(read_markdown, text).episode == EPISODE


def test_parentheses_of_a_name_are_told_from_a_role_by_the_front_matter() -> None:
    cast = (Speaker("moor", "Ada (Moor)"), Speaker("lund", "Tom", "guest (late)"))
    episode = replace(EPISODE, speakers=cast)
    names = [
        (it.name, it.role) for it in read_by(read_markdown, exported(episode)).episode.speakers
    ]
    assert names == [("Ada (Moor)", ""), ("Tom", "guest (late)")]


def test_two_people_of_one_name_stay_two() -> None:
    cast = (Speaker("a", "Ada", "host"), Speaker("b", "Ada", "guest"))
    turns = (Turn("a", "One"), Turn("b", "Two"), Turn("a", "Three"))
    episode = Episode("T", cast, (Segment("S", 0, turns),))
    read = read_by(read_markdown, exported(episode)).episode
    assert said(read) == said(episode)


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("<https://a.example/b>", Source("https://a.example/b")),
        (
            "A, b and c, a.example, <https://a.example/>",
            Source("https://a.example/", "A, b and c", "a.example"),
        ),
        ("a.example", Source(site="a.example")),
        ("On \\*rails\\*", Source(title="On *rails*")),
        ("1 \\< 2, 2026-02-01", Source(title="1 < 2", date=DAY)),
        ("ftp://a.example/b", Source("ftp://a.example/b")),
        ("", Source()),
    ],
)
def test_a_footnote_tells_its_source(told: str, source: Source) -> None:
    assert source_told(told) == source


def test_notes_are_no_transcript() -> None:
    text = "---\ntype: podcast-notes\ngenerator: braidtui\n---\n\n# T\n\n> x\n"
    assert claimed_by(claims_own, text)
    with pytest.raises(
        FormatRefused, match="no transcript: this is an export of type podcast-notes"
    ):
        read_by(read_markdown, text)


def test_a_document_without_a_turn_is_refused() -> None:
    with pytest.raises(FormatRefused, match="no turn in it"):
        read_by(read_markdown, exported(replace(EPISODE, segments=(Segment("S"),))))


def test_a_footnote_without_its_definition_is_said() -> None:
    text = write_markdown(EPISODE).replace("[^007-1]: ", "Gone: ")
    messages = [notice.message for notice in read_by(read_markdown, text).notices]
    assert messages == ["a footnote is defined nowhere"]


@pytest.mark.parametrize(
    "text",
    [
        "# T\n\n## S\n\n**Ann:** Some *words*\n",
        "# T\n\n## S\n\n**Ann:** A [link](https://a.example)\n",
        "# T\n**Ann:** x\n\n**Bo:** y\n",
        "**Ann:** x\n\n**Bo:** y\n",
    ],
)
def test_markdown_of_others_is_not_taken_for_our_own(text: str) -> None:
    assert not claimed_by(claims_own, text)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data(), FORMS)
def test_whatever_becomes_of_a_document_it_is_refused_or_read(
    data: st.DataObject, form: MarkdownForm
) -> None:
    lines = exported(EPISODE, form).split("\n")
    strange = ["---", "> ", "> [!quote] ", "[^1]", "[^1]: ", "## ", "# ", "**[00:00:01] :** ", "- "]
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(lines)))
        new = data.draw(st.sampled_from(strange + lines) | st.text(max_size=12))
        lines[at : at + data.draw(st.integers(0, 2))] = [new]
    text = "\n".join(lines)
    assume(claimed_by(claims_own, text))
    try:
        episode = read_by(read_own_markdown, text).episode
    except FormatRefused as refusal:
        assert "\n" not in str(refusal)
        return
    assert all(turn.text and turn.speaker in episode.speakers_by_id for turn in episode.turns)
