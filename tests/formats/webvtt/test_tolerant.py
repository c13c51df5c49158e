"""WebVTT as files really are: nothing that is a cue to a person is lost."""

import pytest

from braidtui.formats.webvtt import read_cues

SECOND = "00:00.000 --> 00:01.000"


def cues(text: str) -> list[tuple[str, str]]:
    return [(cue.id, cue.text) for cue in read_cues(text)]


@pytest.mark.parametrize(
    ("times", "found"),
    [
        ("0.860 --> 7.380", (860, 7_380)),
        ("59.9 --> 1:02.3", (59_900, 62_300)),
        ("00:00:01,5 --> 00:00:02,250", (1_500, 2_250)),
        ("00:01 --> 75:00", (1_000, 4_500_000)),
        ("0:00:61.000 --> 0:01:02.000", (61_000, 62_000)),
        ("00:01.1239 --> 00:02.1", (1_123, 2_100)),
        ("\t00:01.000-->00:02.000 align:start position:0%", (1_000, 2_000)),
        ("00:01.000 ----> 00:02.000line:4", (1_000, 2_000)),
        ("00:01.000 –> 00:02.000", (1_000, 2_000)),
        ("00:01.000 → 00:02.000", (1_000, 2_000)),
        ("100000:00:00.000 --> 0.0", (360_000_000_000, 0)),
        ("0 --> 7", (0, 7_000)),
    ],
)
def test_times_may_be_written_in_any_way(times: str, found: tuple[int, int]) -> None:
    assert [cue[1:] for cue in read_cues(f"WEBVTT\n\n{times}\nwords\n")] == [(*found, "words", ())]


@pytest.mark.parametrize(
    "line",
    [
        "Then --> that.",
        "5 --> 6",
        "3 --> 4 people",
        "at 00:01.000 --> 00:02.000",
        "-->",
        "1:00 --> x",
    ],
)
def test_an_arrow_without_times_is_text(line: str) -> None:
    text = f"WEBVTT\n\n{SECOND}\nOne.\n{line}\nTwo.\n\n{SECOND}\nThree."
    assert cues(text) == [("", f"One.\n{line}\nTwo."), ("", "Three.")]


def test_a_signature_is_not_needed_and_ids_are_kept() -> None:
    assert cues(f"1\n{SECOND}\nOne.\n\nb c\n{SECOND}\nTwo.\n") == [("1", "One."), ("b c", "Two.")]


def test_what_stands_behind_times_is_the_text_only_where_there_is_no_other() -> None:
    text = f"WEBVTT\n\n{SECOND} One.\n\n{SECOND}.Two.\n{SECOND} three\nThree.\n"
    assert cues(text) == [("", "One."), ("", ".Two."), ("", "Three.")]


def test_blank_lines_between_cues_may_be_missing_or_doubled() -> None:
    glued = f"WEBVTT\n1\n{SECOND}\nOne.\n2\n{SECOND}\nTwo:\n2020\n{SECOND}\nThree."
    assert cues(glued) == [("1", "One."), ("2", "Two:\n2020"), ("", "Three.")]
    wide = f"WEBVTT\n\n\n1\n\n{SECOND}\n\nOne.\n\n\n\n2\n\n{SECOND}\n\nTwo.\n\n"
    assert cues(wide) == [("1", "One."), ("2", "Two.")]


def test_text_behind_a_blank_line_is_a_cue_of_the_same_times() -> None:
    text = f"WEBVTT\n\na\n{SECOND}\nOne.\n\nTwo,\nthree.\n\nNOTE x\n\nFour.\n\nb\n{SECOND}\nFive.\n"
    assert cues(text) == [("a", "One."), ("", "Two,\nthree.\nFour."), ("b", "Five.")]
    assert {cue[1:3] for cue in read_cues(text)} == {(0, 1_000)}


def test_a_sound_file_has_the_cues_of_the_standard() -> None:
    text = (
        "WEBVTT - a title\nKind: captions\n\nNOTE\nsome words\n\nSTYLE\n::cue {}\n\n"
        f"1\n{SECOND} align:start\n \nOne <b>word</b>.\n\n{SECOND}\n\n{SECOND}\n Two.\n \n\n"
        f"NOTE between\n\n{SECOND}\n<v Ada>Three.</v>\n\n\n3\n{SECOND}\nFour."
    )
    assert read_cues(text) == read_cues(text, strict=True)
    assert [cue.text for cue in read_cues(text)][::2] == [" \nOne word.", " Two.\n ", "Four."]


def test_what_holds_no_times_holds_no_cues() -> None:
    assert read_cues("") == read_cues("WEBVTT\n\nNOTE nothing\n") == read_cues("words") == []
