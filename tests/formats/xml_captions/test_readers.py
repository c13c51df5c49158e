"""Captions in XML: TTML with Apple's words, Podlove's transcripts, YouTube's captions."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from braidtui.episode.model import Episode
from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import FormatRefused, Imported
from braidtui.formats.xml_captions import podlove, ttml, youtube
from braidtui.formats.xml_captions.ttml_times import Rates, read_time
from braidtui.formats.xml_captions.unknown import why_unknown
from tests.formats.given_text import claimed_by, read_by

Read = Callable[[Given, ReadOptions], Imported]

APPLE = """<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"
 xmlns:podcasts="http://podcasts.apple.com/transcript-ttml-internal" xml:lang="en-GB">
<head><metadata><ttm:title>Night Trains</ttm:title>
<ttm:agent type="person" xml:id="SPEAKER_2"><ttm:name type="full">Bo Lund</ttm:name></ttm:agent>
</metadata></head><body dur="1:02:09.000"><div begin="0.860" end="1:02:09.000">
<p begin="0.860" end="1:48.737" ttm:agent="SPEAKER_1"><span podcasts:unit="sentence" begin="0.860"
><span podcasts:unit="word" begin="0.860">Doors</span><span podcasts:unit="word">open.</span
></span><span podcasts:unit="sentence"><span podcasts:unit="word">Now.</span></span></p>
<p begin="1:02:03.456" end="1:02:09.000" ttm:agent="SPEAKER_2"
><span podcasts:unit="word">Yes.</span></p>
</div></body></tt>
"""
PODLOVE = """<?xml version="1.0" encoding="UTF-8"?>
<pst:transcripts version="1.0" xmlns:pst="http://podlove.org/simple-transcripts">
<pst:speech><pst:speaker>Ann</pst:speaker><pst:item start="00:00:01.500" end="00:00:03">Doors &amp;
 rails.</pst:item></pst:speech>
<pst:speech><pst:speaker/>
<pst:item start="00:00:05.000" end="00:00:06.000">Yes.</pst:item></pst:speech>
</pst:transcripts>
"""
YOUTUBE = (
    '<?xml version="1.0" encoding="utf-8" ?><transcript><text start="0.5" dur="2">It&amp;#39;s'
    '</text><text start="3.25" dur="1">&amp;quot;late&amp;quot;.</text></transcript>'
)
THIRD = (
    '<?xml version="1.0" encoding="utf-8" ?><timedtext format="3"><head><ws id="0"/></head><body>'
    '<p t="500" d="200" w="1"><s>Night</s><s t="40"> trains.</s></p><p t="600" w="1" a="1">\n</p>'
    '<p t="900" d="100">Go.</p></body></timedtext>'
)
KINDS: dict[str, tuple[Callable[[Given], bool], Read]] = {
    APPLE: (ttml.claims, ttml.read_ttml),
    PODLOVE: (podlove.claims, podlove.read_podlove_xml),
    YOUTUBE: (youtube.claims, youtube.read_youtube_xml),
    THIRD: (youtube.claims, youtube.read_youtube_xml),
}


def told(episode: Episode) -> list[tuple[int | None, str, str]]:
    names = {speaker.id: speaker.name for speaker in episode.speakers}
    return [(turn.start, names[turn.speaker], turn.text) for turn in episode.turns]


@pytest.mark.parametrize("text", KINDS)
def test_each_text_is_claimed_by_its_reader_alone(text: str) -> None:
    claimants = {claims for claims, _ in KINDS.values() if claimed_by(claims, text)}
    assert claimants == {KINDS[text][0]}


def test_words_of_apple_are_parted_by_blanks_and_agents_have_names() -> None:
    episode = read_by(ttml.read_ttml, APPLE).episode
    assert told(episode) == [
        (860, "SPEAKER_1", "Doors open. Now."),
        (3_723_456, "Bo Lund", "Yes."),
    ]
    assert (episode.title, episode.language) == ("Night Trains", "en-GB")


def test_captions_of_others_keep_their_blanks_and_lines() -> None:
    body = '<div><p begin="1s" end="2s">No<span>where</span>\n   near<br/>here.</p></div>'
    text = f'<tt xmlns="http://www.w3.org/ns/ttml"><body>{body}</body></tt>'
    episode = read_by(ttml.read_ttml, text, join=False).episode
    assert [turn.text.split() for turn in episode.turns] == [["Nowhere", "near", "here."]]
    assert episode.turns[0].start == 1000


@pytest.mark.parametrize(
    ("time", "milliseconds"),
    [
        *(("0.860", 860), ("1:48.737", 108_737), ("1:02:03.456", 3_723_456), ("12.5s", 12_500)),
        *(("500ms", 500), ("1.5m", 90_000), ("1h", 3_600_000), ("50f", 2000), ("90000t", 9000)),
        *(("00:00:01:12", 1480), (" 7 ", 7000), ("x", None), ("", None), ("-1s", None)),
    ],
)
def test_times_of_ttml(time: str, milliseconds: int | None) -> None:
    assert read_time(time, Rates(frames=25, ticks=10_000)) == milliseconds


def test_rates_are_those_of_the_root() -> None:
    text = (
        '<tt xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:frameRate="50" ttp:tickRate="100">'
        '<body><p begin="00:00:01:25">a.</p><p begin="450t">b.</p></body></tt>'
    )
    starts = [turn.start for turn in read_by(ttml.read_ttml, text, join=False).episode.turns]
    assert starts == [1500, 4500]


def test_a_paragraph_without_times_has_those_of_its_parts() -> None:
    text = (
        '<tt><body><p><span begin="2s">a</span> <span begin="3s" end="4s">b</span></p></body></tt>'
    )
    assert [turn.start for turn in read_by(ttml.read_ttml, text).episode.turns] == [2000]


def test_an_empty_speaker_of_podlove_is_nobody_new() -> None:
    episode = read_by(podlove.read_podlove_xml, PODLOVE, join=False).episode
    assert told(episode) == [(1500, "Ann", "Doors & rails."), (5000, "Ann", "Yes.")]


def test_podlove_without_prefixes() -> None:
    text = (
        '<p:transcripts xmlns:p="http://podlove.org/simple-transcripts"><speech>'
        '<item start="00:00:01.000" end="00:00:02.000">Yes.</item></speech></p:transcripts>'
    )
    assert claimed_by(podlove.claims, text)
    assert [turn.text for turn in read_by(podlove.read_podlove_xml, text).episode.turns] == ["Yes."]


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        (YOUTUBE, [(500, "It's"), (3250, '"late".')]),
        (THIRD, [(500, "Night trains."), (900, "Go.")]),
    ],
)
def test_captions_of_youtube(text: str, cues: list[tuple[int, str]]) -> None:
    episode, notices = read_by(youtube.read_youtube_xml, text, join=False)
    assert [(turn.start, turn.text) for turn in episode.turns] == cues
    assert not notices


def test_what_cannot_be_kept_is_said_and_strictly_refused() -> None:
    text = '<transcript><text start="x">a</text><text start="1"/></transcript>'
    notices = read_by(youtube.read_youtube_xml, text).notices
    assert [notice.message for notice in notices] == [
        "a caption has no start that can be read",
        "a caption without words is left out",
    ]
    with pytest.raises(FormatRefused):
        read_by(youtube.read_youtube_xml, text, strict=True)


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ('<?xml version="1.0"?>\n<tt>\n<body></tt>', 3, "mismatched tag"),
        ('<!DOCTYPE x [<!ENTITY a "b">]>\n<tt>&a;</tt>', 1, "DOCTYPE"),
        ("<tt>\n" + "<div>" * 100_000, 2, "nested deeper"),
        ("<tt><body/></tt>", 1, "no "),
        ("<tt>\udc80</tt>", 1, "no character"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(text: str, line: int, why: str) -> None:
    with pytest.raises(FormatRefused, match=why) as refusal:
        read_by(ttml.read_ttml, text)
    assert refusal.value.problems[0].line == line


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            '<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>',
            "an RSS feed is no transcript",
        ),
        ('<feed xmlns="http://www.w3.org/2005/Atom"/>', "an Atom feed"),
        ("<opml></opml>", "OPML is a list of feeds"),
        ("<html><body></body></html>", "HTML without words"),
        ("<a:b/>", "XML of no known kind: its root element is <b>"),
    ],
)
def test_why_other_xml_is_no_transcript(text: str, why: str) -> None:
    problem = why_unknown(Given(text))
    assert problem is not None
    assert problem.message.startswith(why)
    assert not any(claimed_by(claims, text) for claims, _ in KINDS.values())


@pytest.mark.parametrize("text", ["", "x", "<", "1 < 2", "WEBVTT"])
def test_nothing_is_said_of_what_is_no_xml(text: str) -> None:
    assert why_unknown(Given(text)) is None


@pytest.mark.parametrize(
    "flood",
    [
        *("<!--" * 100_000, "<tt " * 100_000, "<tt>" + "<![CDATA[" * 50_000, "<" * (1 << 20)),
        *("<?xml " * 100_000, "<tt>" + "<p>x</p>" * 50_000 + "</tt>", '<tt a="' * 100_000),
    ],
)
def test_a_flood_ends(flood: str) -> None:
    why_unknown(Given(flood))
    for claims, read in KINDS.values():
        claimed_by(claims, flood)
        try:
            read_by(read, flood)
        except FormatRefused as refusal:
            assert "\n" not in str(refusal)


@settings(deadline=None)
@given(
    st.sampled_from(sorted(KINDS)),
    st.integers(0, 2000),
    st.integers(0, 30),
    st.text(max_size=8) | st.sampled_from(["<p>", "</p>", "<br/>", "<!--", "]]>", "&#0;", '"']),
)
def test_whatever_becomes_of_a_text_it_is_refused_or_read(
    text: str, at: int, length: int, new: str
) -> None:
    for claims, read in KINDS.values():
        for mutated in (text[:at], text[:at] + new + text[at + length :], new):
            claimed_by(claims, mutated)
            try:
                episode = read_by(read, mutated).episode
            except FormatRefused as refusal:
                assert "\n" not in str(refusal)
                continue
            assert all(turn.speaker in episode.speakers_by_id for turn in episode.turns)


def test_a_paragraph_without_an_agent_is_nobodys_where_others_have_one() -> None:
    text = APPLE.replace(' ttm:agent="SPEAKER_2"', "")
    episode = read_by(ttml.read_ttml, text).episode
    assert [speaker.name for speaker in episode.speakers] == ["SPEAKER_1", "Speaker"]
