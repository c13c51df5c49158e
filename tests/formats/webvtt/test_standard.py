"""WebVTT to the letter: the blocks that the standard's parsing algorithm makes of a text."""

import pytest

from braidtui.formats.webvtt import read_cues

SECOND = "00:00.000 --> 00:01.000"


def cues(text: str) -> list[tuple[str, str]]:
    """The ids and texts of a strict reading."""
    return [(cue.id, cue.text) for cue in read_cues(text, strict=True)]


def span(times: str) -> tuple[int, int] | None:
    """Start and end of a line of times, None where its cue is dropped."""
    found = read_cues(f"WEBVTT\n\n{times}\nwords", strict=True)
    return found[0][1:3] if found else None


@pytest.mark.parametrize(
    "text", ["WEBVTT", "WEBVTT\n", "WEBVTT\t", "\ufeffWEBVTT - a\n\n", "WEBVTT\r"]
)
def test_a_signature_alone_is_a_file_without_cues(text: str) -> None:
    assert cues(text) == []


@pytest.mark.parametrize(
    "text", ["", "WEBVT", "WEBVTTS", "\nWEBVTT", " WEBVTT", "webvtt", "WEBVTT\f"]
)
def test_without_its_signature_a_file_has_no_cues(text: str) -> None:
    assert read_cues(f"{text}\n\n00:01.000 --> 00:02.000\nHi.\n", strict=True) == []


@pytest.mark.parametrize(
    ("times", "found"),
    [
        ("00:01.000 --> 00:02.500", (1_000, 2_500)),
        ("01:00:01.000 --> 123:59:59.999", (3_601_000, 446_399_999)),
        ("0:00:01.000 --> 60:00:00.000", (1_000, 216_000_000)),
        ("00:02.000 --> 00:01.000", (2_000, 1_000)),
        ("00:01.000-->00:02.000align:start", (1_000, 2_000)),
        (" \t00:01.000\f --> \t00:02.000 what ever", (1_000, 2_000)),
        ("00:01.000 --> 00:02.000.5", (1_000, 2_000)),
        ("\v00:01.000 --> 00:02.000", None),
        ("0:01.000 --> 00:02.000", None),
        ("60:01.000 --> 00:02.000", None),
        ("00:60.000 --> 01:02.000", None),
        ("00:60:00.000 --> 01:02:00.000", None),
        ("00:01,000 --> 00:02,000", None),
        ("00:01.00 --> 00:02.000", None),
        ("00:01.0000 --> 00:02.000", None),
        ("00:01 --> 00:02", None),
        ("000:01.000 --> 00:02.000", None),
        ("00:1.000 --> 00:02.000", None),
        ("00:01.000 -> 00:02.000", None),
        ("00:01.000 ---> 00:02.000", None),
        ("00:01.000 -- > 00:02.000", None),
        ("00:01.000 -->", None),
        ("--> 00:02.000", None),
        ("٠٠:٠١.٠٠٠ --> ٠٠:٠٢.٠٠٠", None),
    ],
)
def test_times_are_read_to_the_letter_or_drop_their_cue(
    times: str, found: tuple[int, int] | None
) -> None:
    assert span(times) == found


def test_hours_of_thousands_of_digits_are_no_time() -> None:
    assert span(f"{5_000 * '1'}:00:01.000 --> 00:02.000") is None


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_end_as_they_like(end: str) -> None:
    text = f"WEBVTT\n\nfirst\n{SECOND}\nOne,\ntwo.\n\n\n{SECOND}\nThree."
    assert cues(text.replace("\n", end)) == [("first", "One,\ntwo."), ("", "Three.")]


def test_an_id_keeps_its_blanks_and_may_be_any_line_without_an_arrow() -> None:
    text = "".join(f"\n{id}\n{SECOND}\nx\n" for id in (" a ", "->", "-- >", " ", "NOTE", "\x00"))
    ids = [id for id, _ in cues(f"WEBVTT\n{text}")]
    assert ids == [" a ", "->", "-- >", " ", "NOTE", "\ufffd"]


def test_a_line_with_an_arrow_begins_another_block() -> None:
    text = (
        f"WEBVTT\n\n{SECOND}\nOne.\n{SECOND}\nTwo.\nno-->time\n{SECOND}\nThree.\n-->\n\nx\n-->\ny"
    )
    assert cues(text) == [("", "One."), ("", "Two."), ("", "Three.")]


def test_what_is_above_an_arrow_by_two_lines_is_no_id() -> None:
    assert cues(f"WEBVTT\n\nlost\nlost, too\n{SECOND}\nOne.") == [("", "One.")]


def test_the_header_ends_at_a_blank_line_or_an_arrow() -> None:
    assert cues(f"WEBVTT {SECOND}\nnot this\n\n{SECOND}\nOne.") == [("", "One.")]
    assert cues(f"WEBVTT\nKind: captions\n{SECOND}\nOne.") == [("", "One.")]
    assert cues(f"WEBVTT\n{SECOND}\nOne.") == [("", "One.")]


def test_comments_and_looks_are_no_cues_and_a_lone_block_is_dropped() -> None:
    blocks = ["NOTE one\nline", "NOTE", "STYLE\n::cue {}", "REGION\nid:a", "lost words"]
    assert cues("\n\n".join(["WEBVTT", *blocks, f"{SECOND}\nOne.", *blocks])) == [("", "One.")]


def test_a_cue_may_have_no_words() -> None:
    assert cues(f"WEBVTT\n\n1\n{SECOND}\n\n2\n{SECOND}") == [("1", ""), ("2", "")]
