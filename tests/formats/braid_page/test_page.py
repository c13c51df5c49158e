"""Braid's page as text: what it gives, whole, in another dress, or in part."""

from datetime import date

import pytest

from braidtui.episode.model import Quote, Speaker
from braidtui.formats.braid_page.reader import claims, read_braid_page
from braidtui.formats.imported import FormatRefused
from tests.formats.braid_page.conftest import HEAD, HOSTS, PAGE, SEGMENTS, TURNS, told
from tests.formats.given_text import claimed_by, read_by


def test_a_whole_page_gives_all_it_says() -> None:
    episode = read_by(read_braid_page, PAGE).episode
    assert (episode.show, episode.number, episode.date) == ("Braid", 12, date(2026, 6, 3))
    assert episode.title == "The Lighthouse Keeps Its Own Hours"
    assert episode.duration == 250_000
    assert episode.speakers == (
        Speaker("dune", "Mara Dune", "moderator", "claude/claude-opus-4-7", "grok/ara"),
        Speaker("kell", "Ivo Kell", "builder", "codex/gpt-5.5", "grok/sal"),
    )
    assert episode.quotes == (
        Quote("A lamp that nobody tends is only a rumor of land.", "kell", 31_000),
    )
    assert [(s.title, s.start, len(s.turns)) for s in episode.segments] == [
        ("Who lights it", 0, 2),
        ("Who pays", 125_000, 2),
    ]
    assert [(turn.speaker, turn.start) for turn in episode.turns] == [
        ("dune", 0),
        ("kell", 31_000),
        ("dune", 125_000),
        ("kell", 129_000),
    ]
    assert episode.turns[1].text.startswith("[sighs] I asked")


def test_a_paragraph_cut_by_a_page_break_is_whole_again_and_that_is_said() -> None:
    imported = read_by(read_braid_page, PAGE)
    assert imported.episode.turns[0].text.endswith("and the lamp went on without her.")
    assert imported.episode.turns[3].text == (
        "From the dues. Version 2.0 of the tariff says so.\n\nIt was raised twice."
    )
    assert told(imported) == [
        f"{line}: a paragraph that a page break had cut is whole again"
        for line in (
            PAGE[: PAGE.index("went on")].count("\n") + 1,
            PAGE[: PAGE.index("2.0 of")].count("\n") + 1,
        )
    ]


@pytest.mark.parametrize(
    "page",
    [
        PAGE.replace("\n", "\r\n"),
        "\ufeff" + PAGE,
        PAGE.replace("\n", " \t\u00a0\n"),
        PAGE.replace("\n■", "\n\f■"),
        PAGE.replace("■ ", ""),
        PAGE.replace("■ ", "■\u00a0").replace("Mara Dune", "Mara\u00a0Dune"),
        PAGE.replace("**", ""),
        PAGE.replace("Transcript", "## TRANSCRIPT"),
        PAGE.replace("Hosts on", "### Hosts on"),
        PAGE.replace("’", "'").replace("“", '"').replace("”", '"'),
        PAGE.replace("rumor of land.”", "rumor\n\nof land.”"),
        PAGE.replace("\n\n\n", "\n"),
        HEAD + HOSTS + SEGMENTS + TURNS,
        "Transcript\n\nSegments\n" + PAGE,
    ],
    ids=[
        "CRLF",
        "BOM",
        "trailing blanks",
        "form feeds",
        "no glyphs",
        "NBSP",
        "bare names",
        "other heading",
        "heading mark",
        "straight quotes",
        "quote cut",
        "fewer blanks",
        "hosts first",
        "links on top",
    ],
)
def test_the_same_page_in_another_dress_gives_the_same_episode(page: str) -> None:
    assert read_by(read_braid_page, page).episode == read_by(read_braid_page, PAGE).episode


def test_a_page_without_anything_but_turns_gives_them_and_says_what_it_lacks() -> None:
    imported = read_by(read_braid_page, "Mara Dune\n00:00:05\nGood night.")
    assert imported.episode.segments[0].title == imported.episode.title == "Untitled"
    assert imported.episode.turns[0].start == 5_000
    assert told(imported) == [
        "1: the page has no date",
        "1: the page has no duration",
        "1: the page has no hosts: roles, models and voices are not known",
        "1: the page has no list of segments: the turns are one segment",
        "1: the page has no number (a line DISPATCH 008)",
        "1: the page has no pull quote",
        "1: the page has no title",
    ]


@pytest.mark.parametrize(
    ("part", "instead", "lacks"),
    [
        (SEGMENTS, "\n", "no list of segments"),
        (HOSTS, "", "no hosts"),
        (HEAD, "", "no number"),
        (" · 2026-06-03", "", ""),
        ("2026-06-03 / 00:04:10\n\n", "", "no duration"),
        ("Transcript\n", "\n", ""),
    ],
)
def test_a_page_without_a_part_gives_the_rest(part: str, instead: str, lacks: str) -> None:
    imported = read_by(read_braid_page, PAGE.replace(part, instead, 1))
    assert len(imported.episode.turns) == 4
    assert lacks in "".join(told(imported))


def test_what_has_no_place_is_said() -> None:
    page = (
        PAGE.replace("SEGMENTS", "Listen\n\nShare\n\nSEGMENTS\n\nPlay all")
        + "\nAll rights kept\n\n■\n\nB"
    )
    messages = "".join(told(read_by(read_braid_page, page.replace("And the money?", ""))))
    assert '2 lines, the first of the head left out: "Listen"' in messages
    assert 'a line of the segment list left out: "Play all"' in messages
    assert '3 lines, the first of the hosts left out: "All rights kept"' in messages
    assert "a turn without words left out" in messages


def test_only_a_page_is_claimed_and_a_page_without_turns_is_refused_in_one_line() -> None:
    assert (
        claimed_by(claims, PAGE)
        and claimed_by(claims, SEGMENTS + TURNS)
        and claimed_by(claims, HEAD)
    )
    assert (
        not claimed_by(claims, "")
        and not claimed_by(claims, TURNS)
        and not claimed_by(claims, "WEBVTT\n\nTranscript\n")
    )
    for text in ("", HEAD + SEGMENTS, "Some words.\n\nAnd more."):
        with pytest.raises(FormatRefused) as refusal:
            read_by(read_braid_page, text)
        assert str(refusal.value) == "no page of Braid: no turn in it (a name, a time, the words)"
