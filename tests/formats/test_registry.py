"""Which format a text is of, and what is said where that is not clear."""

import pytest

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.formats import registry
from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import FormatRefused, Imported
from braidtui.formats.registry import FORMATS, READERS, Reader, detect, read
from braidtui.formats.writers import WRITERS

PAGE = "DISPATCH 7\n\nNight Trains\n\nTranscript\n\nAda Moor\n\n00:00:00\n\nAll aboard.\n"


def an_episode(given: Given, _options: ReadOptions) -> Imported:
    text = given.text
    return Imported(Episode("T", (Speaker("a", "A"),), (Segment("S", None, (Turn("a", text),)),)))


def refusal(text: str, format: str | None = None) -> str:
    with pytest.raises(FormatRefused) as refused:
        read(text, format)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def detected(text: str) -> str | None:
    return detect(Given(text))


def test_the_content_tells_the_format() -> None:
    assert detected(PAGE) == "braid-page"
    assert detected('\n{"speakers" : {"a": {}}, "segments": [{"turns": []}]}') == "json"
    assert detected("WEBVTT\n\n00:01.000 --> 00:02.000\nHi.\n") == "vtt"
    assert detected("00:00:01.000 --> 00:00:02.000\nHi.\n") == "srt"
    assert detected("**Ada:** Hello.\n\n**Tom:** Good evening.\n") == "md"
    assert detected("Nothing of the kind.") == "text"
    assert detected("") is None
    assert read(PAGE).episode.title == "Night Trains"
    assert read(PAGE, "braid-page") == read(PAGE)


def test_a_dump_with_a_cast_by_number_is_not_taken_for_our_own_json() -> None:
    dump = '{"speakers": {"0": "Ada"}, "segments": [{"start": 0.5, "end": 1, "text": " Hi."}]}'
    assert detected(dump) == "whisper"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (" \n", "there are no words in it"),
        ('{"a": 1}', 'JSON of no known shape: an object with the keys "a"'),
        ('{"chapters": []}', "a list of chapters: put it beside the transcript"),
        ("<rss><channel/></rss>", "an RSS feed is no transcript"),
        ("<svg></svg>", "SVG is a picture"),
    ],
)
def test_a_text_of_no_format_is_refused_for_what_it_is(text: str, words: str) -> None:
    assert refusal(text).startswith(words)


def test_broken_json_is_refused_with_line_and_column() -> None:
    with pytest.raises(FormatRefused) as refused:
        read('{\n "segments": [,]}')
    assert refused.value.problems[0][:2] == (2, 15)


def test_a_format_that_is_none_is_refused_with_the_known_names() -> None:
    assert refusal(PAGE, "wav").startswith('"wav" is no known format (known: braid-page, print, ')


def test_two_claims_are_both_named_and_the_person_settles_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(
        READERS, "timetable", Reader(lambda given: "Trains" in given.text, an_episode)
    )
    assert refusal(PAGE) == "this may be braid-page or timetable: say which with --as"
    assert read(PAGE, "timetable").episode.title == "T"


def test_what_no_episode_file_can_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal(PAGE + "é" * (1 << 19)) == "turn 1 is longer than 1 MiB"
    read(PAGE + "e" * (1 << 19))
    monkeypatch.setattr(registry, "MAX_BYTES", 10)
    assert refusal(PAGE) == "the text is longer than 0 MiB"


def test_the_tables_name_every_format() -> None:
    assert tuple(READERS) == FORMATS
    assert set(WRITERS) - set(READERS) == {"chapters"}
