"""Plain text: who says what and when, as one would write it."""

from braidtui.episode.model import Episode, Segment, Source, Speaker, Turn
from braidtui.formats.prose.writer import write_text
from braidtui.formats.speech.composing import NOBODY

CAST = (Speaker("moor", "Ada Moor"), Speaker("lund", "Tom Lund"))


def test_heads_stand_over_the_words_and_titles_are_underlined() -> None:
    turns = (
        Turn("moor", "One.\n\nTwo.", 1_500, (Source("https://a.example/"),)),
        Turn("lund", "Nobody looked at a watch."),
    )
    soon = (Turn("moor", "Off we go.", 3_600_000),)
    segments = (Segment("Tickets", 0, turns), Segment("Go", 3_600_000, soon))
    assert write_text(Episode("Night Trains", CAST, segments, show="Rails")) == (
        "Night Trains\n"
        "============\n"
        "\n"
        "Tickets\n"
        "-------\n"
        "\n"
        "Ada Moor 00:00:01\n"
        "One.\n"
        "\n"
        "Two.\n"
        "\n"
        "Tom Lund --:--:--\n"
        "Nobody looked at a watch.\n"
        "\n"
        "Go\n"
        "---\n"
        "\n"
        "Ada Moor 01:00:00\n"
        "Off we go.\n"
    )


def test_where_nobody_is_named_a_time_stands_before_the_words() -> None:
    turns = (Turn("speaker", "One.", 0), Turn("speaker", "Two."))
    text = write_text(Episode("T", (NOBODY,), (Segment("S", 0, turns),)))
    assert text.endswith("---\n\n00:00:00 One.\n\nTwo.\n")


def test_a_long_title_has_a_rule_that_fits_a_terminal() -> None:
    rule = write_text(Episode("T" * 200, CAST, ())).split("\n")[1]
    assert rule == 60 * "="
