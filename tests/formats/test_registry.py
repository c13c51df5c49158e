"""Which format a text is of, and what is said where that is not clear."""

import pytest

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.formats import registry
from braidtui.formats.imported import FormatRefused, Imported
from braidtui.formats.registry import FORMATS, READERS, WRITERS, Reader, detect, read

PAGE = "DISPATCH 7\n\nNight Trains\n\nTranscript\n\nAda Moor\n\n00:00:00\n\nAll aboard.\n"


def an_episode(text: str) -> Imported:
    return Imported(Episode("T", (Speaker("a", "A"),), (Segment("S", None, (Turn("a", text),)),)))


def refusal(text: str, format: str | None = None) -> str:
    with pytest.raises(FormatRefused) as refused:
        read(text, format)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_the_content_tells_the_format() -> None:
    assert detect(PAGE) == "braid-page"
    assert detect('\n{"title": "T", "speakers" : {"a": {}}') == "json"
    assert detect('{"speakers": ["A"], "segments": []}') is None
    assert detect("Nothing of the kind.") is None
    assert read(PAGE).episode.title == "Night Trains"
    assert read(PAGE, "braid-page") == read(PAGE)


def test_a_text_of_no_format_and_a_format_that_is_none_are_refused_with_the_known_names() -> None:
    assert refusal("Nothing.") == "this is of no known format (known: braid-page, json)"
    assert refusal(PAGE, "wav") == '"wav" is no known format (known: braid-page, json)'


def test_two_claims_are_both_named_and_the_person_settles_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(READERS, "timetable", Reader(lambda text: "Trains" in text, an_episode))
    assert refusal(PAGE) == "this may be braid-page or timetable: say which with --as"
    assert read(PAGE, "timetable").episode.title == "T"


def test_what_no_episode_file_can_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal(PAGE + "é" * (1 << 19)) == "turn 1 is longer than 1 MiB"
    read(PAGE + "e" * (1 << 19))
    monkeypatch.setattr(registry, "MAX_BYTES", 10)
    assert refusal(PAGE) == "the text is longer than 0 MiB"


def test_the_tables_name_every_format() -> None:
    assert tuple(READERS) == FORMATS == ("braid-page", "json")
    assert tuple(WRITERS) == ("md", "srt", "vtt")
