"""Whatever a text holds, it makes a sound episode or is refused, soon; and the real files."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from braidtui.episode.yaml_reader import read_episode
from braidtui.episode.yaml_writer import write_episode
from braidtui.formats.imported import FormatRefused
from braidtui.formats.webvtt import read_cues
from braidtui.formats.webvtt.reader import claims, read_webvtt
from tests.formats.given_text import claimed_by, read_by

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"
FILE = (
    "WEBVTT - Night trains https://rails.example\nLanguage: en\n\nNOTE made by nobody\n\n"
    "1\n00:00:00.000 --> 00:00:02.000 align:start\n<v.x Ada &amp; Jo>One &lt; <b>two</b>.\n\n"
    "2\n0.9 --> 1:02.3\n- Three?\n- Four.\n5\n00:03 -> 00:04\n&#65;&nbsp;six</v><v Tom>!\n\nlost\n"
)
PIECES = ["-->", "\n", "\n\n", "NOTE", "<v ", "</v>", "<", ">", "&", "&#9", "00:01.000 --> 1:02"]


@st.composite
def mutated_files(draw: st.DrawFn) -> str:
    """A file cut short, with stretches gone and strange things put between."""
    text = FILE[: draw(st.integers(0, len(FILE)))]
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(text)))
        new = draw(st.sampled_from(PIECES) | st.text(max_size=8))
        text = text[:at] + new + text[at + draw(st.integers(0, 9)) :]
    return text


@settings(deadline=None)
@given(mutated_files() | st.text() | st.lists(st.sampled_from(PIECES)).map("".join), st.booleans())
def test_whatever_becomes_of_a_file_it_is_refused_or_makes_a_sound_episode(
    text: str, strict: bool
) -> None:
    claimed_by(claims, text)
    assert all(cue.start >= 0 and "\r" not in cue.text for cue in read_cues(text))
    try:
        episode, _ = read_by(read_webvtt, text, strict=strict)
    except FormatRefused as refusal:
        assert "\n" not in str(refusal)
        return
    assert read_episode(write_episode(episode).encode())[:2] == (episode, ())


@settings(deadline=None)
@given(mutated_files())
def test_no_cue_of_the_standard_is_missing_from_a_tolerant_reading(text: str) -> None:
    try:
        strict = read_cues(text, strict=True)
    except FormatRefused:
        return
    starts = [cue.start for cue in read_cues(text)]
    assert all(cue.start in starts for cue in strict)


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize(
    "flood",
    [
        *"<&\n[:1- ",
        "-->",
        "-->\n",
        "&#9",
        "<b>x",
        "<v A>x",
        "NOTE\n\n",
        "x\n\n",
        "00:01.000 ",
        " a:b",
    ],
)
def test_a_flood_of_anything_is_read_to_its_end(flood: str, strict: bool) -> None:
    """Half a megabyte each: what is not linear would take minutes."""
    text = "WEBVTT\n\n00:00.000 --> 00:01.000\nwords\n" + flood * (500_000 // len(flood))
    cues = read_cues(text, strict)
    assert cues[0].text.startswith("words")
    assert len(cues) <= 2


@pytest.mark.skipif(not SAMPLES.exists(), reason="the real files are not at hand")
@pytest.mark.parametrize(
    ("name", "count", "voices"),
    [
        ("host-badtimes", 44, 1),
        ("plain", 22, 0),
        ("podcasting20-example", 7, 2),
        ("youtube-rolling", 4, 0),
        ("zoom", 445, 0),
    ],
)
def test_no_cue_of_a_real_file_is_lost(name: str, count: int, voices: int) -> None:
    text = (SAMPLES / f"{name}.vtt").read_text("utf-8")
    cues = read_cues(text)
    assert len(cues) == count
    assert len({voice for cue in cues for voice in cue.voices}) == voices
    if name != "host-badtimes":
        assert cues == read_cues(text, strict=True)
    assert read_by(read_webvtt, text).episode.turns
