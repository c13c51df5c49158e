"""How a hit reads on a page."""

import datetime
import re
from pathlib import Path
from typing import Any

import pytest

from braidtui.episode.model import Speaker
from braidtui.find.phrase import Phrase
from braidtui.find.word_finder import WordFinder
from braidtui.library.entry import Entry
from braidtui.library.search.results import Hit
from braidtui.library.search.snippets import Snippet
from braidtui.plain.hits import ShownHit, hit_lines
from braidtui.plain.ink import Ink
from braidtui.plain.paragraphs import Page
from braidtui.typeset.cells import cell_len

DAY = datetime.date(2026, 5, 20)
WARP = WordFinder([Phrase(("warp",))])
SENTENCE = "GPUs are the line item, and the landlord keeps the key."
HEAD = "008@00:00:24  2026-05-20  ◆ Mo Ibn Sina  Warp"


def shown(
    text: str = SENTENCE, *spans: tuple[int, int], target: str = "008@00:00:24", **fields: Any
) -> ShownHit:
    entry = Entry("008", Path("/008.yaml"), "008", 8, DAY, "T", "Braid", None, (), 1, 1, None)
    hit = Hit(entry, 3, Speaker("mo", "Mo Ibn Sina"), 1, 24_000, 0, "Warp", text, spans, 12)
    return ShownHit(hit._replace(**fields), target, Snippet(text, spans), WARP, "1;36")


def lines(shown: ShownHit, width: int = 80, ink: Ink = Ink()) -> list[str]:  # noqa: B008
    return list(hit_lines(shown, Page(width, ink)))


def test_a_head_and_the_sentence() -> None:
    assert lines(shown()) == [HEAD, f"  {SENTENCE}"]


def test_both_are_wrapped_to_the_page() -> None:
    assert lines(shown(), 40) == [
        "008@00:00:24  2026-05-20  ◆ Mo Ibn Sina",
        "  Warp",
        "  GPUs are the line item, and the",
        "  landlord keeps the key.",
    ]


def test_what_is_found_is_marked_on_each_line_where_it_stands() -> None:
    marked = lines(shown(SENTENCE, (0, 4), (13, 42)), 40, Ink(has_styles=True))[2:]
    assert marked == [
        "  \x1b[1;4mGPUs\x1b[0m are the \x1b[1;4mline item, and the\x1b[0m",
        "  \x1b[1;4mlandlord k\x1b[0meeps the key.",
    ]


def test_on_a_terminal_a_speaker_has_a_colour_and_the_target_is_a_link() -> None:
    linked = shown()._replace(url="https://example.org/8")
    head = lines(linked, ink=Ink(True, True))[0]
    assert "\x1b[1;36m◆ Mo Ibn Sina\x1b[0m" in head
    assert "\x1b]8;;https://example.org/8\x1b\\\x1b[1m008@00:00:24\x1b[0m\x1b]8;;\x1b\\" in head
    assert re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;;[^\x1b]*\x1b\\", "", head) == HEAD


def test_what_is_found_in_a_title_is_marked_there() -> None:
    marked = "\x1b[1;4mWarp\x1b[0m"
    head = lines(shown(), ink=Ink(has_styles=True))[0]
    assert head.endswith(f"◆ Mo Ibn Sina  {marked}")
    titled = shown()
    entry = titled.hit.entry._replace(title="The Warp of It")
    for turn, shows_title in ((0, True), (3, False)):
        at = titled._replace(hit=titled.hit._replace(entry=entry, turn=turn))
        head = lines(at, ink=Ink(has_styles=True))[0]
        assert (f"The {marked} of It" in head) == shows_title


def test_a_segment_without_a_title_shows_that_of_the_episode() -> None:
    assert lines(shown(segment_title=""))[0].endswith("Mo Ibn Sina  T")


@pytest.mark.parametrize("width", [20, 40, 80])
def test_only_a_target_may_be_wider_than_the_page(width: int) -> None:
    target = "'a long id of an episode, kept whole'@t4"
    wide = shown("漢字 " * 50, (0, 9), target=target, segment_title="漢" * 1000)
    head, *rest = lines(
        wide._replace(hit=wide.hit._replace(speaker=Speaker("x", "字" * 99))), width
    )
    assert head.startswith(target)
    assert max(map(cell_len, rest)) <= width
