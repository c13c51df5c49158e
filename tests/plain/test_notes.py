"""How kept things read on a page."""

from pathlib import Path
from typing import Any

from braidtui.notebook.gathering import Gathered, OfEpisode
from braidtui.notebook.kept import Anchor, Kept, KeptEpisode, Kind
from braidtui.plain.ink import Ink
from braidtui.plain.notes import note_lines
from braidtui.plain.paragraphs import Page
from braidtui.typeset.cells import cell_len

EPISODE = KeptEpisode("008", Path("/008.yaml"), "Braid", 8, "Looms", "2026-05-20")
WORDS = "The loom stands still and the landlord keeps the key."


def thing(text: str = WORDS, **fields: Any) -> Gathered:
    of_kept = {name: fields.pop(name) for name in ("kind", "note", "mark") if name in fields}
    whole = {"kind": Kind.HIGHLIGHT, **of_kept}
    anchors = (Anchor(0, 0, 9, text, "Ann Oh", 24_000),)
    kept = Kept(1, whole.pop("kind"), EPISODE, "Warp", anchors, **whole)
    usual = Gathered(kept, (), "Warp", "Ann Oh", 24_000, "008@00:00:24", True)
    return usual._replace(**fields)


def lines(*things: Gathered, width: int = 80, ink: Ink = Ink(), trouble: str = "") -> list[str]:  # noqa: B008
    return list(note_lines(OfEpisode("008", EPISODE, None, trouble, things), Page(width, ink)))


HEAD = ["♦ Braid · DISPATCH 008 · 2026-05-20", "Looms"]


def test_a_thing_stands_below_its_episode_and_segment() -> None:
    assert lines(thing()) == [
        *HEAD,
        *("", "── Warp", "", "008@00:00:24  Ann Oh  highlight", f"  {WORDS}"),
    ]


def test_a_segment_is_named_once_and_one_without_a_title_not_at_all() -> None:
    untitled = [line for line in lines(thing(segment=""), thing(segment="")) if "──" in line]
    assert untitled == []
    assert lines(thing(), thing(), thing(segment="Weft")).count("── Warp") == 1


def test_a_time_is_told_where_the_target_does_not() -> None:
    assert "008@t3  00:00:24  Ann Oh  highlight" in lines(thing(target="008@t3"))
    assert "00:00:24  Ann Oh  highlight" in lines(thing(target="", is_attached=None))
    assert "008@00:00:20  Ann Oh  highlight" in lines(thing(target="008@00:00:20"))
    assert "008@t3  Ann Oh  highlight" in lines(thing(target="008@t3", start=None))


def test_words_that_are_gone_say_so() -> None:
    assert lines(thing(is_attached=False))[5].endswith("highlight  not in the text any more")


def test_a_mark_has_its_letter_and_its_first_words() -> None:
    marked = lines(thing("The loom", kind=Kind.MARK, mark="Q"))
    assert marked[5:] == ["008@00:00:24  Ann Oh  mark Q", "  The loom …"]


def test_a_note_keeps_its_lines_and_all_is_wrapped() -> None:
    noted = lines(thing(f"{WORDS}\n\nSo.", note="One,\ntwo.\n\nThree."), width=30)
    assert noted[6:] == [
        "008@00:00:24  Ann Oh",
        "  highlight",
        "  The loom stands still and",
        "  the landlord keeps the key.",
        "",
        "  So.",
        "    Note: One,",
        "    two.",
        "",
        "    Three.",
    ]
    assert all(cell_len(line) <= 30 for line in noted)


def test_a_cut_within_a_blank_line_is_no_line_of_its_own() -> None:
    assert lines(thing("\nthe loom\n"))[6:] == ["  the loom"]


def test_why_an_episode_cannot_be_read_stays_whole() -> None:
    trouble = f"{'/a/long/path' * 9}.yaml:1:1: no episode"
    assert lines(thing(), trouble=trouble, width=30)[3] == trouble


def test_on_a_terminal_the_target_stands_out() -> None:
    head = lines(thing(is_attached=False), ink=Ink(True, True))[5]
    assert head.startswith("\x1b[1m008@00:00:24\x1b[0m  Ann Oh  \x1b[2mhighlight\x1b[0m  \x1b[31m")


def test_a_target_with_blanks_is_quoted_for_the_shell() -> None:
    assert "'/my talks/8.yaml@t1'" in "\n".join(lines(thing(target="/my talks/8.yaml@t1")))
