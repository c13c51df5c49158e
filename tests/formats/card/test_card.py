"""The card of a quote: all that is told of it, in any script, and nothing that acts."""

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.episode.turn_span import TurnSpan
from braidtui.formats.card import card_text, drawn_card
from braidtui.formats.card.widths import width
from braidtui.formats.citing import Excerpt

SVG = "{http://www.w3.org/2000/svg}"
TIDES = Episode(
    title="Between Tides",
    show="Coast",
    number=7,
    date=date(2026, 3, 4),
    language="en",
    speakers=(
        Speaker("ada", "Ada Moor", "host", "lab/one", "lab/alto"),
        Speaker("bo", "Bo Lind", color="yellow"),
    ),
    segments=(
        Segment(
            "Low",
            0,
            (Turn("ada", "The tide was late.\n\nNobody cared.", 24_000), Turn("bo", "Nobody.")),
        ),
    ),
)


def taken(*turns: int, episode: Episode = TIDES) -> Excerpt:
    return Excerpt(episode, tuple(TurnSpan(turn, 0, 99_999_999) for turn in turns))


def saying(text: str, **changes: str) -> Excerpt:
    """What is said by the host, of whom some things may differ."""
    cast = (replace(TIDES.speakers[0], **changes),)
    segments = (Segment("Low", 0, (Turn("ada", text, 24_000),)),)
    return taken(0, episode=replace(TIDES, speakers=cast, segments=segments))


def drawn(excerpt: Excerpt) -> ElementTree.Element:
    return ElementTree.fromstring(drawn_card(excerpt).svg)


def lines(card: ElementTree.Element) -> list[str]:
    return [line.text or "" for line in card.iter(f"{SVG}tspan")]


def foot(card: ElementTree.Element) -> list[str]:
    return [
        text.text.strip() for text in card.iter(f"{SVG}text") if text.text and text.text.strip()
    ]


def test_a_card_as_a_text() -> None:
    assert card_text(taken(0)) == (
        "“The tide was late.\n\nNobody cared.”\n\n— Ada Moor, host\nlab/one · lab/alto\n"
        "Between Tides\nCoast No. 7 · March 4, 2026 · 00:00:24"
    )


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(TIDES, title="", show="", number=None, date=None)
    assert card_text(taken(1, episode=bare)) == "“Nobody.”\n\n— Bo Lind"
    assert foot(drawn(taken(1, episode=bare))) == ["Bo Lind"]


def test_several_speakers_are_named_at_their_words() -> None:
    text = card_text(taken(0, 1))
    assert text.startswith("“Ada Moor: The tide was late.\n\nNobody cared.\n\nBo Lind: Nobody.”")
    assert "— Ada Moor, Bo Lind\nBetween Tides" in text


def test_the_picture_tells_the_same() -> None:
    card = drawn(taken(0))
    assert lines(card) == ["The tide was late.", "Nobody cared."]
    assert foot(card) == [
        *("Ada Moor", "host", "lab/one · lab/alto"),
        *("Between Tides", "Coast No. 7 · March 4, 2026 · 00:00:24"),
    ]
    assert card[0].text == "Ada Moor: The tide was late. Nobody cared."


def test_the_accent_is_the_speakers_colour_and_can_be_read() -> None:
    assert 'fill="#6b6b00"' not in drawn_card(taken(0)).svg
    assert 'font-weight="bold" fill="#737300"' in drawn_card(taken(1)).svg
    assert 'font-weight="bold" fill="#112233"' in drawn_card(taken(1), "#112233").svg


def test_no_words_make_no_card() -> None:
    assert card_text(Excerpt(TIDES, ())) == ""
    with pytest.raises(ValueError, match="words"):
        drawn_card(Excerpt(TIDES, ()))


def test_letters_grow_smaller_with_the_length_and_the_sheet_grows_higher() -> None:
    sizes, heights = [], []
    for count in (1, 8, 40, 120, 270):
        card = drawn(saying("tide " * count))
        (quote,) = [text for text in card.iter(f"{SVG}text") if len(text)]
        sizes.append(int(quote.get("font-size", "")))
        heights.append(card.get("height"))
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 84
    assert heights[0] == "630"
    assert heights[-1] == "1350"
    assert "shortened" not in foot(card)


def test_a_long_quote_ends_with_a_sentence_and_is_said_to_be_shortened() -> None:
    card = drawn(saying("The tide takes the lower path. " * 200))
    assert lines(card)[-1].endswith("path. …")
    assert "shortened" in foot(card)
    assert 1200 < sum(map(len, lines(card))) <= 1502


@pytest.mark.parametrize("text", ["tide " * 1000, "潮" * 4000, "M" * 4000, "No. " + "tide " * 999])
def test_a_long_quote_without_sentences_is_cut_where_it_can_be(text: str) -> None:
    card = drawn(saying(text))
    shown = "".join(lines(card))
    assert shown.endswith("…")
    assert len(shown) > 500
    assert "shortened" in foot(card)


def test_what_was_shortened_is_told_beside_the_card() -> None:
    card = drawn_card(saying("The tide takes the lower path. " * 200))
    shown = re.fullmatch(r"the card shows the first ([\d,]+) of 6,199 characters", card.shortening)
    assert shown
    words = " ".join(lines(ElementTree.fromstring(card.svg)))
    assert int(shown[1].replace(",", "")) == len(words.removesuffix(" …"))
    assert drawn_card(saying("The tide takes the lower path.")).shortening == ""


def spoken_by(*names: str) -> Excerpt:
    cast = tuple(Speaker(str(index), name) for index, name in enumerate(names))
    turns = tuple(Turn(speaker.id, "Nobody.", 24_000) for speaker in cast)
    segments = (Segment("Low", 0, turns),)
    episode = replace(TIDES, speakers=cast, segments=segments)
    return taken(*range(len(names)), episode=episode)


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ("Ada Moor|Bo Lind", ["Ada Moor, Bo Lind"]),
        ("Adamantia Moorland|Bo Lindenbaum", ["Adamantia Moorland,", "Bo Lindenbaum"]),
        (
            "Adamantia Moorland|Bo Lindenbaum|Cyriak Overdijk|Dorothea Underhill",
            ["Adamantia Moorland, Bo Lindenbaum,", "Cyriak Overdijk, Dorothea Underhill"],
        ),
    ],
)
def test_names_of_several_speakers_stand_whole_on_lines_of_their_own(
    names: str, shown: list[str]
) -> None:
    assert foot(drawn(spoken_by(*names.split("|"))))[:-2] == shown


def test_more_names_than_there_is_room_for_end_in_an_ellipsis() -> None:
    shown = foot(drawn(spoken_by(*(f"Adamantia Moorland the {i}th" for i in range(30)))))
    assert shown.index("Between Tides") == 4
    assert shown[3].endswith("…")


def test_a_long_line_of_where_and_when_takes_the_room_that_a_short_name_leaves() -> None:
    excerpt = saying("Nobody.", name="Bo", role="", model="", voice="")
    show = "The Long Way Around the Coast and Back"
    card = drawn(excerpt._replace(episode=replace(excerpt.episode, show=show)))
    assert foot(card)[-1] == f"{show} No. 7 · March 4, 2026 · 00:00:24"


@pytest.mark.parametrize(
    ("line", "serif", "sans"),
    [  # measured in DejaVu, which stands in for fonts that a system has not
        ("Nobody heard the tide until it had turned.", 21.34, 20.94),
        ("HUNDREDS OF HOUNDS HUNG AROUND OUR DOOR", 28.5, 26.1),
        ("Широкая щука съела южного ежа", 18.23, 18.21),
    ],
)
def test_no_common_font_is_wider_than_is_reckoned_with(
    line: str, serif: float, sans: float
) -> None:
    assert max(serif, sans) <= width(line) <= 1.2 * serif


def test_lines_are_of_much_the_same_length() -> None:
    shown = lines(drawn(saying("one two three four five six seven eight nine ten eleven twelve")))
    assert len(shown) > 1
    assert min(map(len, shown)) > 0.7 * max(map(len, shown))


def test_a_word_is_parted_only_where_it_is_longer_than_a_line() -> None:
    word = "Donaudampfschifffahrtsgesellschaft"
    assert word in lines(drawn(saying(f"Die {word} schweigt.")))
    assert len(lines(drawn(saying("x" * 400)))) > 5


def test_no_line_begins_with_a_closing_sign() -> None:
    for shown in lines(drawn(saying("潮水每天两次走低处的路，然后把它稍微改变一点还给我们。" * 9))):
        assert shown[0] not in "，。"


def test_what_is_read_from_the_right_stands_on_the_right() -> None:
    assert 'direction="rtl"' in drawn_card(saying("«المد» late")).svg
    assert 'direction="rtl"' not in drawn_card(saying("12 late المد")).svg


def test_a_language_that_is_none_is_not_told() -> None:
    assert ' xml:lang="en"' in drawn_card(taken(0)).svg
    assert "xml:lang" not in drawn_card(taken(0, episode=replace(TIDES, language='en" x="'))).svg


hostile = st.text() | st.text(
    st.sampled_from("<>&\"'/ax \n\x00\x1b\x85\ud800\uffff\u202e\u0301\u200d\U0001f469潮م[]")
)


@given(hostile.filter(str.strip), hostile, hostile, hostile)
@example("</text><script>alert(1)</script>&#27;]]>", "<b>", "'", '" onload="x')
def test_any_text_makes_a_sound_picture_with_the_words_in_it(
    text: str, name: str, role: str, title: str
) -> None:
    excerpt = saying(text, name=name, role=role)
    excerpt = excerpt._replace(episode=replace(excerpt.episode, title=title))
    svg = drawn_card(excerpt).svg
    card = ElementTree.fromstring(svg.encode())
    illegal = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
    spoken = re.sub(illegal, "\ufffd", "".join(text.split()))
    shown = "".join("".join(lines(card)).split())
    assert shown == spoken or (shown.endswith("…") and spoken.startswith(shown[:-1]))
    assert {part.tag.removeprefix(SVG) for part in card.iter()} <= {
        *("svg", "title", "rect", "g", "path", "text", "tspan")
    }
    assert not re.search(r"\bhref|\burl\(|\bon\w+=", re.sub(r">[^<]*<", "><", svg))
