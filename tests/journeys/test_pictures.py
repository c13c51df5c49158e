"""Pictures of the reader: what the eye must see. `pytest --snapshot-update` takes them anew."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from braidtui.config import Config
from braidtui.episode.model import Episode, Segment, Speaker, Turn
from tests.journeys.conftest import Shelf, tides
from tests.journeys.conftest import press as press_and_wait

Compare = Callable[..., bool]
LARGE, MIDDLE, SMALL = (120, 40), (80, 24), (40, 10)


def scripts() -> Episode:
    """Names and words in several scripts: every line must end where it would in Latin."""
    cast = (Speaker("lin", "林美玲", "captioner"), Speaker("noa", "Noa כהן", "engineer"))
    words = (
        "字幕は速い。「速記」よりも速く、話す人よりは遅い。 Subtitles in two scripts on one line.",
        "כתוביות עם ניקוד קלות לקריאה, and the line goes on in English until it has to wrap.",
        "Cafe\u0301 with a combining accent, 👩🏽‍💻 at work, keycap 1️⃣, tones: Nguyễn, ọ̀rọ̀.",
    )
    turns = tuple(Turn(cast[i % 2].id, text, i * 9000) for i, text in enumerate(words))
    return Episode("字幕 and Subtitles", cast, (Segment("速記", 0, turns),), "Coast", 8)


@pytest.fixture
def picture(shelf: Shelf, snap_compare: Compare) -> Callable[..., bool]:
    """Compares a picture of the reader over `tides` with the one that was taken."""

    def compare(
        *press: str, size: tuple[int, int], theme: str = "", episode: Episode | None = None
    ) -> bool:
        path = shelf.put("007", episode or tides())
        shelf.put("006", replace(tides(2), number=6, title="Slack Water"))
        shelf.put("bad", "title: [\n")
        app = shelf.app(path, Config(theme=theme))

        async def act(pilot: Pilot[None]) -> None:
            await press_and_wait(pilot, *press)

        return snap_compare(app, run_before=act, terminal_size=size)

    return compare


def test_the_first_screen(picture: Compare) -> None:
    """Head and cast in the middle; segments left, the first one marked; quote over sources."""
    assert picture(size=LARGE)


def test_reading_in_light(picture: Compare) -> None:
    """Dark on light; segment 3 marked in the pane; its title on top under a rule; the bar."""
    assert picture("3", size=LARGE, theme="braid-light")


def test_a_middle_terminal(picture: Compare) -> None:
    """Segments and text; no right side; nothing cut but with an ellipsis."""
    assert picture("right_curly_bracket", "j", size=MIDDLE)


def test_a_pane_over_a_small_terminal(picture: Compare) -> None:
    """Ten rows: the segments lie over the text, the second one under the cursor."""
    assert picture("t", "j", size=SMALL)


def test_without_colour(picture: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    """All grey, and still two speakers: a square and a diamond; the bar at the turn being read."""
    monkeypatch.setenv("NO_COLOR", "1")
    assert picture("2", size=MIDDLE)


def test_words_in_many_scripts(picture: Compare) -> None:
    """No line reaches into the scroll bar; it stands straight beside CJK, Hebrew and emoji."""
    assert picture("1", size=MIDDLE, episode=scripts())


def test_the_help(picture: Compare) -> None:
    """Keys by group in a window; the cursor on the first command, not on its heading."""
    assert picture("question_mark", size=MIDDLE)


def test_the_library(picture: Compare) -> None:
    """Two episodes with how much is read, then the broken file with its problem."""
    assert picture("L", size=MIDDLE)


def test_a_source_before_it_is_opened(picture: Compare) -> None:
    """The whole address and where it leads, and that enter opens it."""
    assert picture("o", size=MIDDLE)
