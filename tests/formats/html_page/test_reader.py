"""Transcripts as HTML: the form of the podcast namespace, and pages that differ from it."""

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from braidtui.episode.model import Source
from braidtui.formats.html_page.reader import claims, read_html
from braidtui.formats.imported import FormatRefused
from tests.formats.given_text import claimed_by, read_by
from tests.formats.html_page.pages import FORM, episode_of, messages, told


@pytest.mark.parametrize(
    "text",
    [
        FORM,
        f"<!DOCTYPE html>\n<title>x</title>{FORM}",
        f"\n<!-- saved from url=(0020)https://a.example/ -->\n<html><head></head><body>{FORM}",
        f'<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="x"><body>{FORM}',
        "<p>0:01 </p><p>words</p>",
        "<time>0:00</time><p>x</p>",
    ],
)
def test_pages_and_parts_of_pages_are_claimed(text: str) -> None:
    assert claimed_by(claims, text)


@pytest.mark.parametrize(
    "text",
    [
        '<tt xmlns="x"><body><div><p begin="1s">x</p></div></body></tt>',
        '<transcript><text start="0">x</text></transcript>',
        '<timedtext><body><p t="0">x</p></body></timedtext>',
        '<?xml version="1.0"?><rss><channel><p>x</p></channel></rss>',
        '<pst:transcripts xmlns:pst="x"><pst:speech/></pst:transcripts>',
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<p>x</p>",
        "**Ann:** <p>x</p>",
        "1 < 2",
        "",
    ],
)
def test_what_is_no_page_is_not_claimed(text: str) -> None:
    assert not claimed_by(claims, text)


def test_name_time_and_words_of_the_namespace() -> None:
    assert told(FORM) == [(0, "Ann", "Doors 'open'."), (3_723_000, "Bo", "They\xa0close.")]


def test_who_speaks_goes_on_where_only_the_time_is_told() -> None:
    text = (
        "<time>0:00</time><p>a</p><cite>Ann:</cite><time>0:05</time><p>b</p>"
        "<time>0:09</time><p>c</p>"
    )
    assert [turn[1:] for turn in told(text)][1:] == [("Ann", "b"), ("Ann", "c")]
    assert [turn[0] for turn in told(text)] == [0, 5000, 9000]


def test_paragraphs_without_name_and_time_go_on_with_the_turn_above() -> None:
    assert told(f"{FORM}<p>Well.</p>")[1:] == [(3_723_000, "Bo", "They\xa0close.\n\nWell.")]
    assert len(told(f"{FORM}<p>Well.</p>", join=False)) == 2


def test_a_page_with_names_and_no_times() -> None:
    text = "<html><body><cite>Ann:</cite><p>One.</p><cite>Bo:</cite><p>Two.</p></body></html>"
    assert told(text) == [(None, "Ann", "One."), (None, "Bo", "Two.")]


def test_links_are_the_sources_of_their_turn() -> None:
    text = (
        '<cite>A:</cite><p>See <a href="https://a.example/b">the page</a>, <a href="/c">c</a>, '
        '<a href="javascript:x">d</a>.</p><cite>B:</cite><p>No.</p>'
    )
    sources = [turn.sources for turn in episode_of(text).turns]
    assert sources == [(Source("https://a.example/b", "the page"),), ()]


def test_the_title_of_a_source_is_one_line_without_control_characters() -> None:
    text = '<cite>A:</cite><p>See <a href="https://a.example/b">the\x1e<br>pa\u00adge</a>.</p>'
    title = episode_of(text).turns[0].sources[0].title
    assert title.isprintable()
    assert title.startswith("the")


def test_what_a_page_tells_of_itself() -> None:
    episode = episode_of(
        '<html lang="de-CH"><head><title>Rails | A Show</title>'
        '<meta property="og:title" content="R">'
        '<meta property="article:published_time" content="2026-02-01T10:00:00Z">'
        '<link rel="canonical" href="https://a.example/7"></head><body>' + FORM
    )
    assert (episode.title, episode.language, episode.url) == ("R", "de-CH", "https://a.example/7")
    assert episode.date == date(2026, 2, 1)


def test_headings_begin_segments_and_the_first_one_is_the_title() -> None:
    text = f"<h1>Night Trains</h1><h2>Tickets</h2>{FORM}<h2>Beds</h2><cite>Ann:</cite><p>Hm.</p>"
    episode = episode_of(text)
    assert episode.title == "Night Trains"
    assert [(it.title, len(it.turns)) for it in episode.segments] == [("Tickets", 2), ("Beds", 1)]


def test_a_name_without_words_is_said_with_its_line() -> None:
    assert messages(f"{FORM}<cite>Cy:</cite>") == [(7, "a name without words after it is left out")]


def test_strict_holds_a_page_to_the_namespace() -> None:
    assert len(told(FORM, strict=True)) == 2
    for text, line in ((f"{FORM}<p>x</p>", 7), (f"{FORM}\n<div>x</div>", 8)):
        with pytest.raises(FormatRefused) as refusal:
            read_by(read_html, text, strict=True)
        assert refusal.value.problems[0].line == line


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("<html></html>", "no words"),
        ("<div>" * 100_000, "too deep"),
        ("<p>x" * 250_000, "hardly a word"),
        ("<p>" + "x" * (17 << 20), "longer than"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_line(text: str, why: str) -> None:
    with pytest.raises(FormatRefused, match=why):
        read_by(read_html, text)


@pytest.mark.parametrize(
    "flood",
    [
        *("<!--" * 100_000, "<a " * 100_000, "<![CDATA[" * 50_000, "<" * (1 << 20)),
        *(
            "</div>" * 100_000,
            "<p>" + "</p>" * 200_000,
            "<p>x" + "<cite>x</cite>" * 50_000,
            "<p a='" * 100_000,
        ),
        *("<span>" * 4_000 + "</div>" * 100_000, "<div><svg><title></div></title></svg>" * 20_000),
    ],
)
def test_a_flood_ends(flood: str) -> None:
    claimed_by(claims, flood)
    try:
        read_by(read_html, flood)
    except FormatRefused as refusal:
        assert "\n" not in str(refusal)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *(*FORM.split("\n"), "<div class='transcript'>", "</div>", "<b>Cy:</b>", "<br>"),
                *("<p>", "</p>", "<dt>", "<a href='#t=5'>", "</a>", "<svg>", "<table>", "<h2>"),
                *("<!--", "-->", "<time>", "<cite>", "</cite>", "<script>", "&#x0;", "&#xD800;"),
                *("0:01", "(1:2", "<p l=x>"),
            ]
        )
        | st.text(max_size=8),
        max_size=20,
    ).map("".join)
    | st.integers(0, len(FORM)).map(lambda end: FORM[:end])
)
def test_whatever_a_page_holds_it_is_refused_or_read(text: str) -> None:
    claimed_by(claims, text)
    try:
        episode = episode_of(text)
    except FormatRefused as refusal:
        assert "\n" not in str(refusal)
        return
    assert all(turn.speaker in episode.speakers_by_id for turn in episode.turns)


def test_the_parser_is_imported_only_for_a_page() -> None:
    code = (
        "import sys; from braidtui.formats.html_page.reader import claims;"
        "from braidtui.formats.given import Given;"
        "claims(Given('<p>x</p>')); sys.exit('selectolax' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_paragraph_may_have_its_time_as_an_attribute() -> None:
    text = '<h4>Ann</h4><p begin="00:00:09.02">One.</p><p begin="00:01:00.17">Two.</p>'
    assert [start for start, _, _ in told(text)] == [9_020, 60_170]
