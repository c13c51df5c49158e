"""An episode of SRT: what is claimed, what is said of it, what a strict reading refuses."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from braidtui.formats.imported import FormatRefused
from braidtui.formats.subrip.reader import claims, read_subrip
from tests.formats.given_text import claimed_by, read_by

FIRST, SECOND = "00:00:01,000 --> 00:00:02,500", "00:00:03,000 --> 00:00:04,000"
PLAIN = f"1\n{FIRST}\nThe kettle sings.\n\n2\n{SECOND}\nPour it.\n"
SAMPLES = Path(__file__).parents[4] / "shared" / "samples"


def turns(text: str) -> list[tuple[int | None, str]]:
    episode = read_by(read_subrip, text, join=False).episode
    return [(turn.start, turn.text) for turn in episode.turns]


def said(text: str) -> list[str]:
    return [f"{it.line}: {it.message}" for it in read_by(read_subrip, text, join=False).notices]


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        f"\ufeff\n\n{PLAIN}",
        "\n" * 9_000 + PLAIN,
        f"{FIRST}\nTea.\n",
        f"Kettle\nA film\n\n{PLAIN}",
        "00:01.5->00:02.5\nTea.\n",
        f"WEBVTTX\n{PLAIN}",
    ],
)
def test_times_with_an_arrow_among_the_first_lines_are_claimed(text: str) -> None:
    assert claimed_by(claims, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Tea.\n",
        f"WEBVTT\n\n{PLAIN}",
        f"\ufeffWEBVTT - Tea\n\n{PLAIN}",
        f"<pre>{PLAIN}</pre>",
        f"One.\nTwo.\nThree.\nFour.\n\n{PLAIN}",
        "0:00:01.000,0:00:02.000\nTea.\n",
        "[00:01.00]Tea.\n",
        "00:00:01 Tea --> cup\n",
        "x" * 5_000 + "\n" + PLAIN,
    ],
)
def test_nothing_else_is_claimed(text: str) -> None:
    assert not claimed_by(claims, text)


def test_a_cue_is_a_turn_where_nothing_is_joined() -> None:
    assert turns(PLAIN) == [(1_000, "The kettle sings."), (3_000, "Pour it.")]
    assert said(PLAIN) == []


def test_a_blank_line_within_a_cue_parts_no_more_than_a_line() -> None:
    text = PLAIN.replace("kettle sings", "kettle\n\nsings")
    assert turns(text) == turns(PLAIN.replace("kettle sings", "kettle\nsings"))
    assert said(text) == ["2: a blank line within a subtitle is taken out"]


def test_a_voice_names_its_words() -> None:
    text = f"1\n{FIRST}\n<v Ann>Tea?</v>\n<v Tom>No.\n"
    episode = read_by(read_subrip, text, join=False).episode
    names = {speaker.id: speaker.name for speaker in episode.speakers}
    assert [(names[turn.speaker], turn.text) for turn in episode.turns] == [
        ("Ann", "Tea?"),
        ("Tom", "No."),
    ]


def test_what_is_left_out_is_said() -> None:
    assert said(f"By nobody.\n\n{PLAIN}") == ["1: words above the first subtitle are left out"]
    assert said(PLAIN.replace("Pour it.", "{\\an8}")) == ["6: a subtitle without words is left out"]
    assert said(PLAIN + "\n3\n00:00:0") == ["6: the text ends within a subtitle, which is left out"]


BACKWARD = FIRST.replace("02,500", "00,500")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (PLAIN.replace("2\n00", "00"), "5: a subtitle without an index"),
        (PLAIN.replace("2\n00", "b\n00"), "6: an index that is no number"),
        (PLAIN.replace("2\n00", "4\n00"), "6: an index that is not the next number"),
        (PLAIN.replace("2\n00", "02\n00"), "6: an index with zeros in front"),
        (PLAIN.replace(FIRST, BACKWARD), "2: an end before its start is ignored"),
        (PLAIN.replace("\n\n", "\n"), "2: no blank line below a subtitle"),
        (PLAIN.replace("\n\n", "\n\n\n"), "2: more than one blank line below a subtitle"),
        (
            PLAIN.replace("500\n", "500 "),
            "2: words behind the times are read as words of the subtitle",
        ),
        (PLAIN.replace(FIRST, "-" + FIRST), "2: a time below zero is read as zero"),
        (PLAIN.replace(FIRST, "00:00:01,000 -->"), "2: a start without an end"),
        (
            PLAIN.replace(FIRST, FIRST.replace(",", ".")),
            "2: times that are not written 00:00:00,000 --> 00:00:00,000",
        ),
    ],
)
def test_what_no_player_writes_is_said_and_refused_by_a_strict_reading(
    text: str, what: str
) -> None:
    assert what in said(text)
    with pytest.raises(FormatRefused) as refusal:
        read_by(read_subrip, text, strict=True)
    assert what in [f"{it.line}: {it.message}" for it in refusal.value.problems]


def test_a_strict_reading_takes_what_players_write() -> None:
    assert read_by(read_subrip, PLAIN, strict=True) == read_by(read_subrip, PLAIN)


def test_a_subtitle_may_end_as_it_starts() -> None:
    assert said(PLAIN.replace("02,500", "01,000")) == []


def test_fifty_departures_are_one_notice() -> None:
    text = "".join(f"00:00:{n:02d},000 --> 00:00:{n + 1:02d},000\nTea {n}.\n\n" for n in range(50))
    assert "1: a subtitle without an index (50 times; here first)" in said(text)


@pytest.mark.parametrize("text", ["", "Tea.\n", f"1\n{FIRST}\n\n"])
def test_a_text_without_words_in_a_subtitle_is_refused(text: str) -> None:
    with pytest.raises(FormatRefused):
        read_by(read_subrip, text)


STRANGE = [FIRST, "1", "", "-->", "{\\", "<v a>", "\ufeff", "00:00:01,000 -->", "a: b", "9" * 5_000]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.integers(0, len(PLAIN)),
    st.lists(st.tuples(st.integers(0, 9), st.sampled_from(STRANGE) | st.text(max_size=9))),
    st.booleans(),
    st.booleans(),
)
def test_whatever_becomes_of_a_text_it_is_refused_or_an_episode(
    cut: int, changes: list[tuple[int, str]], strict: bool, join: bool
) -> None:
    lines = PLAIN[:cut].split("\n")
    for at, new in changes:
        lines[at : at + 1] = [new]
    text = "\n".join(lines)
    claimed_by(claims, text)
    try:
        imported = read_by(read_subrip, text, strict=strict, join=join)
    except FormatRefused as refusal:
        assert "\n" not in str(refusal)
        return
    assert imported.episode.turns


@pytest.mark.skipif(not SAMPLES.exists(), reason="the real files are not at hand")
@pytest.mark.parametrize(
    ("name", "cues", "notices"),
    [
        ("host-noindex.srt", 678, 3),
        ("host-speakers.srt", 646, 0),
        ("podcasting20-example.srt", 222, 0),
    ],
)
def test_the_real_files(name: str, cues: int, notices: int) -> None:
    text = (SAMPLES / name).read_text("utf-8")
    imported = read_by(read_subrip, text, join=False)
    assert claimed_by(claims, text)
    assert len(imported.episode.turns) == cues
    assert len(imported.notices) == notices
