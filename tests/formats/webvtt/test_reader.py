"""An episode of WebVTT: who speaks, what the header and the comments tell, what is said of it."""

import pytest

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.formats.imported import FormatRefused, Imported
from braidtui.formats.webvtt import write_webvtt
from braidtui.formats.webvtt.reader import claims, read_webvtt
from tests.formats.given_text import claimed_by, read_by


def captions(*texts: str, head: str = "WEBVTT\n") -> str:
    """Cues of ten seconds, each a minute after the other."""
    spans = (f"00:{minute:02}:00.000 --> 00:{minute:02}:10.000\n" for minute in range(len(texts)))
    cues = (f"{span}{text}\n" for span, text in zip(spans, texts, strict=True))
    return "\n".join([head, *cues])


def said(imported: Imported) -> list[tuple[str, str, int | None]]:
    episode = imported.episode
    names = {speaker.id: speaker.name for speaker in episode.speakers}
    return [(names[turn.speaker], turn.text, turn.start) for turn in episode.turns]


def told(imported: Imported) -> list[tuple[int, str]]:
    return [(notice.line, notice.message) for notice in imported.notices]


@pytest.mark.parametrize("text", ["WEBVTT", "\ufeffWEBVTT\n", "\n \nWEBVTT - x", "WEBVTT\t\n\n"])
def test_the_signature_claims_a_text(text: str) -> None:
    assert claimed_by(claims, text)


@pytest.mark.parametrize("text", ["", "WEBVTTS", "of WEBVTT", "00:00.000 --> 00:01.000\nOne."])
def test_nothing_else_claims_a_text(text: str) -> None:
    assert not claimed_by(claims, text)


def test_a_voice_is_carried_on_until_another_is_named() -> None:
    text = captions("<v Ada Moor>One.", "Two, then.", "<v.loud Tom &amp; Jo>Three.</v>")
    assert said(read_by(read_webvtt, text, join=False)) == [
        ("Ada Moor", "One.", 0),
        ("Ada Moor", "Two, then.", 60_000),
        ("Tom & Jo", "Three.", 120_000),
    ]


def test_each_voice_of_a_cue_is_an_utterance() -> None:
    text = captions("<v Ada>One.</v>\n<v Tom>Two.</v>", "So: <v Ada>three.")
    assert said(read_by(read_webvtt, text, join=False)) == [
        ("Ada", "One.", 0),
        ("Tom", "Two.", 0),
        ("Tom", "So:", 60_000),
        ("Ada", "three.", 60_000),
    ]


def test_what_stands_behind_a_closed_voice_is_nobodys_and_a_cue_without_one_goes_on() -> None:
    text = captions("<v Tom>Two</v>.", "Rain.", "<v Ada>One.</v> All laugh.")
    assert [(name, words) for name, words, _ in said(read_by(read_webvtt, text, join=False))] == [
        ("Tom", "Two"),
        ("Tom", "."),
        ("Tom", "Rain."),
        ("Ada", "One."),
        ("Speaker", "All laugh."),
    ]


def test_a_strict_reading_tells_that_a_strange_tag_is_left_out() -> None:
    imported = read_by(read_webvtt, captions("<shout>Two."), strict=True)
    assert told(imported) == [(3, "a tag that WebVTT does not have is left out")]


def test_where_no_voice_is_marked_names_stand_before_colons() -> None:
    text = captions(*(3 * ["Ada Moor: One.", "Tom | Nimbus: Two."]))
    assert {name for name, _, _ in said(read_by(read_webvtt, text))} == {"Ada Moor", "Tom | Nimbus"}


@pytest.mark.parametrize(
    ("first", "title", "url"),
    [
        ("WEBVTT Episode 3 - Night trains", "Episode 3 - Night trains", ""),
        (
            "WEBVTT - Night trains https://rails.example/3",
            "Night trains",
            "https://rails.example/3",
        ),
        ("WEBVTT\thttps://rails.example", "a name", "https://rails.example"),
        ("WEBVTT See https://a@rails.example", "See https://a@rails.example", ""),
        ("WEBVTT FILE", "a name", ""),
        ("WEBVTT\nTitle: Night trains", "Night trains", ""),
        ("WEBVTT", "a name", ""),
    ],
)
def test_the_header_may_tell_a_title_and_a_url(first: str, title: str, url: str) -> None:
    episode = read_by(read_webvtt, captions("One.", head=f"{first}\n"), name="a name").episode
    assert (episode.title, episode.url) == (title, url)


def test_the_header_tells_a_language_and_what_is_left_of_it_is_said() -> None:
    head = "WEBVTT\nKind: captions\nlanguage: de\nMade by: nobody\nStyle:\n::cue {}\n##\n"
    imported = read_by(read_webvtt, captions("Eins.", head=head))
    assert imported.episode.language == "de"
    assert told(imported) == [(4, "a line of the header is left out")]


def test_what_is_left_out_or_repaired_is_told_once_with_its_line() -> None:
    text = (
        "WEBVTT\n\nNOTE made by\nnobody\n\nSTYLE\n::cue {}\n\n0.5 --> 7.5\nOne.\n\n"
        "00:08.000 --> 00:09.000\n \n\nNOTE\n\n10 --> 11.0 words\n<shout>Two.\n\nThree.\n"
    )
    assert sorted(told(read_by(read_webvtt, text))) == [
        (3, "2 NOTEs are left out: made by nobody"),
        (9, "times are not written as WebVTT has them (2 times; here first)"),
        (12, "a cue without words is left out"),
        (17, "what stands behind the times of a cue is left out"),
        (20, "text behind a blank line belongs to the cue above"),
    ]


def test_a_strict_reading_tells_what_the_standard_drops() -> None:
    text = captions("One.") + "\n0.5 --> 7.5\nTwo.\n\nlost\n\n3:00:00.000 --> 3:00:01.000\nThree.\n"
    imported = read_by(read_webvtt, text, strict=True, join=False)
    assert [text for _, text, _ in said(imported)] == ["One.", "Three."]
    assert told(imported) == [
        (6, "a cue without valid times is left out, as the standard wants"),
        (9, "a block that is no cue is left out, as the standard wants"),
    ]
    with pytest.raises(FormatRefused, match="begin with WEBVTT"):
        read_by(read_webvtt, f"\n{text}", strict=True)


@pytest.mark.parametrize("text", ["WEBVTT\n\nNOTE nothing", "words", "", captions("", "<b> </b>")])
def test_without_a_word_a_text_is_refused(text: str) -> None:
    with pytest.raises(FormatRefused):
        read_by(read_webvtt, text)


def test_what_we_wrote_gives_back_turns_paragraphs_and_segments() -> None:
    cast = (Speaker("moor", "Ada Moor"), Speaker("lund", "Tom <x> Lund"))
    turns = (Turn("moor", "One: 1 < 2.\n\nAnd two.", 0), Turn("moor", "Three &amp; four.", 60_000))
    segments = (
        Segment("Tickets - https://rails.example", 0, turns),
        Segment("Nobody", None, ()),
        Segment("On foot", 120_000, (Turn("lund", "Five.", 120_000),)),
    )
    episode = Episode("- A title", cast, segments, duration=200_000)
    found = read_by(read_webvtt, write_webvtt(episode))
    assert said(found) == said(Imported(episode))
    assert found.episode.title == "- A title"
    assert [(it.title, len(it.turns)) for it in found.episode.segments] == [
        ("Tickets - https://rails.example", 2),
        ("Nobody", 0),
        ("On foot", 1),
    ]
    assert found.notices == ()


def test_what_we_wrote_says_that_its_times_are_estimated() -> None:
    turns = (Turn("moor", "One.", 0), Turn("moor", "Two."))
    episode = Episode("A title", (Speaker("moor", "Ada Moor"),), (Segment("One", 0, turns),))
    found = read_by(read_webvtt, write_webvtt(episode))
    assert told(found) == [(4, "1 of 2 start times are estimated from the length of the text.")]
