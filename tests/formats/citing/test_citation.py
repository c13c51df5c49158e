"""What is pasted: the words as they were said, and whose they are."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from braidtui.config import Style
from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.episode.safe_text import clean_line
from braidtui.episode.turn_span import TurnSpan
from braidtui.formats.citing import Excerpt, cite, segment_text
from tests.episode.episodes import clean_body
from tests.formats.citing.conftest import TRAINS, taken

STYLES: tuple[Style, ...] = ("plain", "markdown", "apa", "chicago")


def test_a_turn_in_plain_words() -> None:
    assert cite(taken(1)) == (
        '“He said "no more".\n\n1. It is late.”\n\n'
        "— Tom Lund, Rails No. 7, “Night ‘Trains’”, 2026-02-01, 00:01:05, https://rails.example/7"
    )


def test_several_turns_in_plain_words() -> None:
    assert cite(taken(1, 2)) == (
        '[00:01:05] Tom Lund: He said "no more".\n\n1. It is late.\n\n'
        "Ada Moor: Why?\n\n"
        "— Rails No. 7, “Night ‘Trains’”, 2026-02-01, 00:01:05, https://rails.example/7"
    )


def test_several_turns_tell_from_when_to_when() -> None:
    assert "2026-02-01, 00:00:24–00:01:05, https" in cite(taken(0, 1))


def test_a_turn_in_markdown() -> None:
    assert cite(taken(1), "markdown") == (
        '> He said "no more".\n>\n> 1\\. It is late.\n>\n> — Tom Lund, Rails No. 7, '
        "[“Night ‘Trains’”](<https://rails.example/7>), 2026-02-01, 00:01:05"
    )


def test_several_turns_in_markdown() -> None:
    first, _, second, *_ = cite(taken(0, 1), "markdown").split("\n")
    assert first == "> **[00:00:24] Ada Moor:** Tickets, please. Nobody slept."
    assert second == '> **[00:01:05] Tom Lund:** He said "no more".'


def test_an_address_that_is_none_becomes_no_link() -> None:
    text = cite(taken(0, episode=replace(TRAINS, url="javascript:x")), "markdown")
    assert "](" not in text
    assert text.endswith("00:00:24, javascript:x")


def test_a_host_in_apa() -> None:
    assert cite(taken(0), "apa") == (
        "“Tickets, please. Nobody slept” (Moor, 2026, 0:24).\n\n"
        "Moor, A. (Host). (2026, February 1). Night “Trains” (No. 7) [Audio podcast episode]. "
        "In Rails. https://rails.example/7"
    )


def test_a_guest_of_several_hosts_in_apa() -> None:
    cast = (Speaker("moor", "Ada Moor", "co-host"), Speaker("b", "@bo", "Hosts the night"))
    episode = replace(TRAINS, speakers=(*cast, *TRAINS.speakers[1:]), title="Late?", show="Rails!")
    spans = (TurnSpan(1, 8, 16),)
    assert cite(Excerpt(episode, spans), "apa") == (
        "Tom Lund said: “‘no more” (Moor & @bo, 2026, 1:05).\n\n"
        "Moor, A., & @bo (Hosts). (2026, February 1). Late? (No. 7) [Audio podcast episode]. "
        "In Rails! https://rails.example/7"
    )


def test_several_turns_are_a_block_in_apa() -> None:
    assert cite(taken(0, 1), "apa").startswith(
        "    Ada Moor: Tickets, please. Nobody slept.\n\n"
        '    Tom Lund: He said "no more".\n\n    1. It is late. (Moor, 2026, 0:24)\n\nMoor'
    )


@pytest.mark.parametrize(("style", "most"), [("apa", 40), ("chicago", 100)])
def test_long_words_are_a_block(style: Style, most: int) -> None:
    for count in (most - 1, most):
        words = " ".join(["word"] * count)
        episode = replace(TRAINS, segments=(Segment("A", None, (Turn("lund", words),)),))
        assert ("said: “word" in cite(taken(0, episode=episode), style)) == (count < most)
        assert ("said:\n\n    word" in cite(taken(0, episode=episode), style)) == (count == most)


def test_what_is_not_known_is_left_out_in_apa(bare: Episode) -> None:
    assert cite(taken(0, episode=bare), "apa").endswith(
        "slept” (Moor, n.d.).\n\nMoor, A. (Host). (n.d.). Night “Trains” [Audio podcast episode]."
    )


def test_without_times_a_section_is_told_in_apa() -> None:
    assert "(Moor, 2026, Tickets section)" in cite(taken(2), "apa")
    assert "(Moor, 2026, Tickets section)" in cite(taken(0), "apa", timestamps=False)


def test_without_authors_the_title_leads_in_apa() -> None:
    text = cite(taken(0, episode=replace(TRAINS, speakers=())), "apa")
    assert "(“Night ‘Trains,’” 2026, 0:24)" in text
    assert "\n\nNight “Trains” (No. 7) [Audio podcast episode]. (2026, February 1). In R" in text


def test_more_than_twenty_authors_in_apa() -> None:
    cast = tuple(Speaker(str(n), f"Ada {'ABCDEFGHIJKLMNOPQRSTU'[n]}moor") for n in range(21))
    episode = replace(TRAINS, speakers=cast)
    assert "Smoor, A., . . . Umoor, A. (Speakers)." in cite(taken(0, episode=episode), "apa")
    episode = replace(TRAINS, speakers=cast[:20])
    assert "Smoor, A., & Tmoor, A. (Speakers)." in cite(taken(0, episode=episode), "apa")
    assert "(Amoor et al., 2026, 0:24)" in cite(taken(0, episode=episode), "apa")


def test_a_guest_in_chicago() -> None:
    spans = (TurnSpan(1, 0, 18),)
    assert cite(Excerpt(TRAINS, spans), "chicago") == (
        "Tom Lund said: “He said ‘no more’.”¹\n\n"
        "1. Ada Moor, “Night ‘Trains,’” February 1, 2026, in Rails, episode 7, podcast, "
        "transcript, 1:02:03, at 1:05, https://rails.example/7.\n\n"
        "Moor, Ada, host. “Night ‘Trains.’” February 1, 2026. In Rails, episode 7. "
        "Podcast, transcript, 1:02:03. https://rails.example/7."
    )


def test_what_is_not_known_is_left_out_in_chicago(bare: Episode) -> None:
    assert cite(taken(0, episode=bare), "chicago").endswith(
        "slept.”¹\n\n1. Ada Moor, “Night ‘Trains,’” podcast, transcript.\n\n"
        "Moor, Ada, host. “Night ‘Trains.’” Podcast, transcript."
    )


def test_many_authors_in_chicago() -> None:
    cast = tuple(Speaker(str(n), f"Ada {'ABCDEFGHIJK'[n]}moor") for n in range(11))
    text = cite(taken(0, episode=replace(TRAINS, speakers=cast[:3])), "chicago")
    assert "1. Ada Amoor, Ada Bmoor, and Ada Cmoor, “" in text
    text = cite(taken(0, episode=replace(TRAINS, speakers=cast[:4])), "chicago")
    assert "1. Ada Amoor et al., “" in text
    text = cite(taken(0, episode=replace(TRAINS, speakers=cast)), "chicago")
    assert "Amoor, Ada, Ada Bmoor, Ada Cmoor, Ada Dmoor, Ada Emoor, Ada Fmoor, Ada Gmoor, " in text
    assert "Gmoor, et al., speakers. “" in text


def test_a_segment_is_taken_whole() -> None:
    assert segment_text(TRAINS, 0) == cite(taken(0, 1, 2))
    assert segment_text(TRAINS, 1) == ""


def test_two_parts_of_a_turn_have_an_ellipsis_between_them() -> None:
    parts = (TurnSpan(0, 0, 7), TurnSpan(0, 17, 23))
    assert cite(Excerpt(TRAINS, parts)).startswith("“Tickets … Nobody”")


def test_no_words_are_no_text() -> None:
    assert cite(Excerpt(TRAINS, ())) == cite(Excerpt(TRAINS, (TurnSpan(0, 8, 9),))) == ""


@pytest.mark.parametrize("style", STYLES)
def test_without_timestamps_no_time_is_told(style: Style) -> None:
    untold = replace(TRAINS, duration=None)
    assert not re.search(r"\d:\d\d", cite(taken(0, 1, 2, episode=untold), style, timestamps=False))
    assert re.search(r"\d:\d\d", cite(taken(0, 1, 2, episode=untold), style))


line = st.text(max_size=20).map(clean_line)
episodes = st.builds(
    Episode,
    title=line,
    show=line,
    url=line,
    number=st.none() | st.integers(0, 999),
    date=st.none() | st.dates(),
    duration=st.none() | st.integers(0, 10**8),
    speakers=st.just(TRAINS.speakers)
    | st.lists(st.builds(Speaker, line, line, line), max_size=2).map(tuple),
    segments=st.lists(
        st.builds(
            Turn,
            st.sampled_from(("moor", "lund", "?")),
            st.text(min_size=1).map(clean_body),
            st.none() | st.integers(0, 10**8),
        ),
        min_size=1,
        max_size=4,
    ).map(lambda turns: (Segment("Part", None, tuple(turns)),)),
)


@given(episodes, st.sampled_from(STYLES), st.booleans(), st.data())
@example(replace(TRAINS, date=date(1, 1, 1)), "apa", True, None)
def test_the_words_of_every_span_are_in_it(
    episode: Episode, style: Style, timestamps: bool, data: st.DataObject | None
) -> None:
    spans = []
    for index, turn in enumerate(episode.turns):
        begin = data.draw(st.integers(0, len(turn.text))) if data else 0
        spans.append(TurnSpan(index, begin, len(turn.text)))
    pasted = cite(Excerpt(episode, tuple(spans)), style, timestamps)
    at = 0
    for span in spans:
        for word in re.findall(r"\w+", episode.turns[span.turn].text[span.begin : span.end]):
            at = pasted.index(word, at) + len(word)
    assert not re.search(r"[^\n>]\n[^\n>]", pasted)
