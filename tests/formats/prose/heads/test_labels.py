"""A word before a colon names somebody by its place in the whole file."""

import pytest

from tests.formats.prose.reading_prose import imported, turns_of

WORDS = ("The tram was late.", "Nobody minded: it was warm.", "We walked to the depot.")


def talk(*labels: str, times: int = 6, more: str = "") -> str:
    """Each label in turn before some words, and more behind each."""
    return "".join(
        f"{label}: {WORDS[number % 3]}\n\n{more}" for number in range(times) for label in labels
    )


def cast_of(text: str) -> list[str]:
    return [speaker.name for speaker in imported(text).episode.speakers]


@pytest.mark.parametrize("more", ["", "And so on.\n\n"])
@pytest.mark.parametrize(
    "labels", [("HOST", "SAM"), ("Host", "Guest"), ("Question", "Answer"), ("Q", "A")]
)
def test_labels_that_alternate_are_speakers(labels: tuple[str, str], more: str) -> None:
    text = talk(*labels, times=50, more=more)
    assert cast_of(text) == list(labels)
    assert len(turns_of(text)) == 100


@pytest.mark.parametrize("labels", [("Speaker", "Ada"), ("Title", "Date"), ("Note", "Tom")])
def test_any_word_may_be_a_label_that_begins_every_second_paragraph(
    labels: tuple[str, str],
) -> None:
    assert cast_of(talk(*labels)) == list(labels)


def test_three_uses_among_three_are_enough_for_a_host() -> None:
    assert cast_of(talk("Host", "Ada", times=3)) == ["Host", "Ada"]


def test_a_host_may_have_times() -> None:
    text = "".join(f"Host ({at:02}:10):\nGood.\n\nAda ({at:02}:40):\nYes.\n\n" for at in range(3))
    assert cast_of(text) == ["Host", "Ada"]


def test_labels_of_the_head_of_a_file_name_nobody() -> None:
    head = "Sheds #7\nGuest: Ada Moor\nGuest: Tom Lund\nGuest: Mia Ott\nHost: Bo Ek\n\n"
    assert cast_of(head + talk("Ada", "Tom")) == ["Ada", "Tom"]


def test_a_note_now_and_then_is_said_by_whoever_speaks() -> None:
    text = "".join(talk("Ada", "Tom", times=3) + "Note: mind the gap.\n\n" for _ in range(4))
    assert cast_of(text) == ["Ada", "Tom"]
    assert cast_of("".join(f"{WORDS[0]}\n\nNote: {WORDS[2]}\n\n" for _ in range(9))) == ["Speaker"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_where_names_stand_alone_a_colon_in_the_words_names_nobody(gap: str) -> None:
    text = "".join(
        f"{name}:{gap}{words}\n\n"
        for name, words in [
            ("Ada Moor", "Good evening to you."),
            ("Tom O'Hara", "Well, I thought: why not?"),
            ("Ada Moor", "So tell me: what then?"),
            ("Tom O'Hara", "A long night. Note: it was cold."),
            ("Ada Moor", "One thing: where?"),
            ("Tom O'Hara", "At sea."),
        ]
    )
    turns = turns_of(text)
    assert [who for who, _, _ in turns] == ["Ada Moor", "Tom O'Hara"] * 3
    assert turns[2][1] == "So tell me: what then?"


def test_a_list_of_links_below_a_label_takes_no_name_away() -> None:
    more = "Links:\nhttps://a.example/\n\n"
    text = "".join(talk("Ada Moor", "Tom Lund", times=2) + more for _ in range(4))
    assert cast_of(text)[:2] == ["Ada Moor", "Tom Lund"]
    assert len(turns_of(text)) >= 16
