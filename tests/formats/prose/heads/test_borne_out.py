"""Names in a shape that only the whole file bears out."""

import pytest

from tests.formats.prose.reading_prose import imported, turns_of

SAID = (
    "Good evening to you.",
    "Thank you, it is good to be here.",
    "So tell me: what happened?",
    "Well, I thought: why not? We left at 10:30.",
    "And then?",
    "Then the bridge was gone.",
)
NAMES = ("Ada Moor", "Tom O'Hara")
UNTIMED = [
    "{name}\n{said}\n\n",
    "*{name}:* {said}\n\n",
    "'''{name}:''' {said}\n\n",
    "[{name}] {said}\n\n",
    "[[{name}]]: {said}\n\n",
    "<{name}> {said}\n",
    "{name} > {said}\n\n",
    "{name} — {said}\n\n",
    "> **{name}:** {said}\n\n",
    "**{name}**\n\n{said}\n\n",
    "### {name}\n\n{said}\n\n",
]
TIMED = [
    "[00:00:{at:02}] {name}\n{said}\n\n",
    "00:00:{at:02} {name}\n{said}\n\n",
    "00:{at:02}\t{name}\t{said}\n",
    "00:00:{at:02}\n{name}\n{said}\n\n",
    "00:00:{at:02} - 00:00:59\n{name}: {said}\n\n",
    "[0:{at:02} --> 0:59] [{name}] {said}\n\n",
    "[00:{at:02}] <{name}> {said}\n",
    "{name} [00:{at:02}] {said}\n\n",
    "{name} 00:00:{at:02}.000 {said}\n",
    "[{name}] 00:00:{at:02}\n{said}\n\n",
    "{name} | 00:{at:02}\n{said}\n\n",
    "**{name}** *00:{at:02}*\n{said}\n\n",
    "### {name} (00:{at:02})\n\n{said}\n\n",
]


def laid_out(row: str) -> str:
    return "".join(
        row.format(name=NAMES[number % 2], said=said, at=10 + number)
        for number, said in enumerate(SAID)
    )


@pytest.mark.parametrize("row", UNTIMED)
def test_names_that_come_up_again_in_one_shape_are_speakers(row: str) -> None:
    assert turns_of(laid_out(row)) == [
        (NAMES[number % 2], said, None) for number, said in enumerate(SAID)
    ]


@pytest.mark.parametrize("row", TIMED)
def test_such_names_may_have_times(row: str) -> None:
    assert turns_of(laid_out(row)) == [
        (NAMES[number % 2], said, 10_000 + 1000 * number) for number, said in enumerate(SAID)
    ]


def test_questions_and_answers_may_have_points() -> None:
    text = "".join(f"Q. {SAID[0]}\n\nA. {SAID[1]}\n\n" for _ in range(3))
    assert [who for who, _, _ in turns_of(text)] == ["Q", "A"] * 3


def test_the_hour_of_a_chat_is_that_of_the_day() -> None:
    text = "".join(f"{name}  {hour}:05 PM\nHello.\n\n" for hour in (1, 2, 3) for name in NAMES)
    assert turns_of(text)[2] == ("Ada Moor", "Hello.", (14 * 60 + 5) * 60_000)


def test_headings_that_come_up_once_are_segments_among_those_of_names() -> None:
    text = "# T\n\n## Sheds\n\n" + laid_out("### {name}\n\n{said}\n\n")
    episode = imported(text).episode
    assert [segment.title for segment in episode.segments] == ["Sheds"]
    assert [speaker.name for speaker in episode.speakers] == list(NAMES)


@pytest.mark.parametrize(
    "block",
    [
        "### Pros\n\nIt is warm.\n\n### Cons\n\nIt is far.\n\n",
        "**Open Questions**\n\nWho pays?\n\n**Key Points**\n\nNobody does.\n\n",
        "[Music] It is warm.\n\n[Applause] It is far.\n\n",
        "Chorus\nIt is warm.\n\nVerse\nIt is far.\n\n",
        "He left - it was warm.\n\nThe train - it was far.\n\n",
        "00:10 Yeah\n00:12 Right\n00:14 So then we went\n00:16 Yeah\n00:18 off to\n",
    ],
)
def test_words_that_come_up_again_name_nobody(block: str) -> None:
    result = imported("# T\n\n" + block * 6)
    assert [speaker.name for speaker in result.episode.speakers] == ["Speaker"]
    assert not any("names may stand" in notice.message for notice in result.notices)


def test_names_too_few_to_be_sure_of_are_told() -> None:
    result = imported("Ada\nIs it late?\n\nTom\nIt is.\n\nAda\nOh.\n\nTom\nYes.\n\n")
    assert [speaker.name for speaker in result.episode.speakers] == ["Speaker"]
    assert [it.message for it in result.notices] == ["names may stand in the text: Ada, Tom"]


def test_names_that_are_told_otherwise_leave_titles_alone() -> None:
    text = "### Night Rail\n\n**Ada:** So.\n\n### Far Coast\n\n**Tom:** On.\n\n" * 4
    episode = imported("# T\n\n" + text).episode
    assert [speaker.name for speaker in episode.speakers] == ["Ada", "Tom"]
    assert len(episode.segments) == 8
