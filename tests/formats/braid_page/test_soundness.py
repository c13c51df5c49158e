"""Whatever a page holds, it makes a sound episode file, soon."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from braidtui.episode.model import Speaker
from braidtui.episode.yaml_reader import read_episode
from braidtui.episode.yaml_writer import write_episode
from braidtui.formats.braid_page.reader import claims, read_braid_page
from braidtui.formats.imported import FormatRefused
from tests.formats.braid_page.conftest import HEAD, PAGE, TURNS
from tests.formats.given_text import claimed_by, read_by

REAL = Path(__file__).parents[4] / "shared" / "seed" / "dispatch-008.txt"


@pytest.mark.parametrize("page", [PAGE, TURNS, PAGE.replace("00:00:31", "xx:00:31")])
def test_the_episode_file_of_a_page_has_nothing_wrong(page: str) -> None:
    episode = read_by(read_braid_page, page).episode
    assert read_episode(write_episode(episode).encode())[:2] == (episode, ())


@st.composite
def mutated_pages(draw: st.DrawFn) -> str:
    """The page cut short, with lines gone or doubled, and strange things put between."""
    lines = PAGE[: draw(st.integers(len(HEAD), len(PAGE)))].split("\n")
    strange = ["Transcript", "SEGMENTS", "00:00:07", "0:99:99", "**", "■", "■ Zoe", "http://[", "“"]
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(lines)))
        new = draw(st.sampled_from(strange + lines) | st.text(max_size=12))
        lines[at : at + draw(st.integers(0, 2))] = [new]
    return "\n".join(lines)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(mutated_pages() | st.text().map(lambda text: TURNS + text))
def test_whatever_becomes_of_a_page_it_is_refused_or_makes_a_sound_file(page: str) -> None:
    claimed_by(claims, page)
    try:
        episode, notices = read_by(read_braid_page, page)
    except FormatRefused as refusal:
        assert "\n" not in str(refusal)
        return
    unsaid = tuple(quote for quote in episode.quotes if not quote.speaker)
    assert len(unsaid) == sum("stands in no turn" in notice.message for notice in notices)
    sound = replace(episode, quotes=tuple(set(episode.quotes) - set(unsaid)))
    assert read_episode(write_episode(sound).encode())[:2] == (sound, ())


def seconds_for(page: str) -> float:
    def once() -> float:
        begin = process_time()
        read_by(read_braid_page, page)
        return process_time() - begin

    return min(once() for _ in range(3))


@pytest.mark.parametrize(
    "flood",
    [
        "■ Zoe\n\n00:00:07\n\nYes.\n\nb.example\n\n",
        "and on\n\n",
        "b.example\n",
        "\n \n\x0c",
        "00:00:07\n",
        "Transcript\n“\n",
        "Hosts on this episode\nA\nB\n",
    ],
)
def test_four_times_the_lines_take_about_four_times_as_long(flood: str) -> None:
    small, large = (seconds_for(TURNS + count * flood) for count in (2_000, 8_000))
    assert large < 10 * small


@pytest.mark.skipif(not REAL.exists(), reason="the real page is not at hand")
def test_the_real_page() -> None:
    imported = read_by(read_braid_page, REAL.read_text("utf-8"))
    episode = imported.episode
    assert (episode.show, episode.number, episode.date) == ("Braid", 8, date(2026, 5, 20))
    assert episode.title == "The Compute Company Inside the Rocket Company"
    assert episode.duration == 785_000
    assert episode.speakers == (
        Speaker("vask", "Liraen Vask", "moderator", "claude/claude-opus-4-7", "grok/ara"),
        Speaker("vauth", "Halek Vauth", "builder", "codex/gpt-5.5", "grok/sal"),
    )
    ((quote, turn),) = [(q, t) for q in episode.quotes for t in episode.turns if q.text in t.text]
    assert (quote.speaker, quote.start, turn.start) == ("vauth", 24_000, 24_000)
    assert [(segment.start, len(segment.turns)) for segment in episode.segments] == [
        (0, 8),
        (192_000, 6),
        (326_000, 6),
        (456_000, 8),
        (601_000, 8),
        (719_000, 3),
    ]
    assert Counter(turn.speaker for turn in episode.turns) == {"vask": 20, "vauth": 19}
    assert [len(turn.sources) for turn in episode.turns] == [9] + 38 * [0]
    assert all(source.site and not source.url for source in episode.turns[0].sources)
    by_start = {turn.start: turn.text for turn in episode.turns}
    assert by_start[176_000].startswith("[tsk] ")
    assert not any("\n" in text or "*" in text for text in by_start.values())
    assert [notice.line for notice in imported.notices] == [85, 117]
    assert read_episode(write_episode(episode).encode())[:2] == (episode, ())
