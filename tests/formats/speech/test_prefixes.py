"""A name before a colon is a speaker on the evidence of its file, and nothing else is."""

import pytest

from braidtui.formats.speech.prefixes import accepted_names, prefix_of


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Zoe: Hello.", "Zoe", "Hello."),
        (" Zoe: Hello.", "Zoe", "Hello."),
        (">> ZOE MARR: Hello.", "ZOE MARR", "Hello."),
        (">>> Zoe: Hello.", "Zoe", "Hello."),
        ("[SPEAKER_00]: Hello.", "SPEAKER_00", "Hello."),
        ("Zoe Marr (host): Hello.", "Zoe Marr (host)", "Hello."),
        ("Zoe Marr [north]: Hello.", "Zoe Marr [north]", "Hello."),
        ("Zoe’s Phone : Hello.", "Zoe’s Phone", "Hello."),
        ("zoe | Tide: Hello.", "zoe | Tide", "Hello."),
        ("王小明：你好", "王小明", "你好"),
        ("Zoe:Hello.", "Zoe", "Hello."),
        ("Zoe:", "Zoe", ""),
        ("Zoe:\nHello.", "Zoe", "Hello."),
        ("[Zoe] Hello.", "[Zoe]", "Hello."),
        ("at 10:30 it was", "", ""),
        ("https://a.example", "", ""),
        ("One line\nZoe: two", "", ""),
        (": nobody", "", ""),
    ],
)
def test_what_may_be_a_name_stands_before_a_colon(text: str, name: str, words: str) -> None:
    found, at = prefix_of(text)
    assert (found, text[at:] if found else "") == (name, words)


@pytest.mark.parametrize(
    "name",
    [
        "Zoe",
        "ZOE MARR",
        "zoe",
        "Zoe | Tide",
        "Zoe (Reef)",
        "Zoe + Ann 🚗",
        "@zoe / Zoe M (AB-1)",
        "Zoe Marr, PhD",
        "Dr. Zoe Marr",
        "Zoe van der Marr",
        "王小明",
        "Guest 1",
        "Voice 2",
    ],
)
def test_three_uses_make_a_name_and_two_do_not(name: str) -> None:
    assert accepted_names([name] * 3) == {name}
    assert accepted_names([name] * 2) == frozenset()


@pytest.mark.parametrize(
    "name",
    [
        "that",
        "I said",
        "But I said",
        "They said",
        "of the day",
        "question",
        "said",
        "Note",
        "http",
        "the thing is",
        "And then he asked",
        "She was like",
        "10",
        "7 30",
        "So. that is it",
        "One could say a great deal more here",
        "Item 3",
        "Part 2",
        "Firstly",
    ],
)
def test_no_use_makes_a_name_of_a_phrase(name: str) -> None:
    assert accepted_names([name] * 9, utterances=500) == frozenset()


def test_a_known_name_needs_one_use_and_so_does_its_first_name() -> None:
    assert accepted_names(["zoe marr", "Zoe", "Ann"], ["Zoe Marr"]) == {"zoe marr", "Zoe"}


def test_one_use_is_enough_beside_a_name_that_it_joins() -> None:
    assert accepted_names(["Zoe Marr", *["Zoe"] * 3]) == {"Zoe", "Zoe Marr"}
    assert accepted_names(["Zoe", *["Zoe Marr"] * 3]) == {"Zoe", "Zoe Marr"}


def test_in_a_conversation_a_third_voice_is_heard_twice() -> None:
    names = ["Zoe"] * 3 + ["Ann"] * 3
    assert accepted_names([*names, "Ben", "Ben", "Cy"]) == {"Zoe", "Ann", "Ben"}
    assert "that one" not in accepted_names([*names, "that one", "that one"])


def test_where_most_utterances_begin_with_a_name_one_use_is_enough() -> None:
    assert accepted_names(["Zoe", "Ann", "that"], utterances=5) == {"Zoe", "Ann"}
    assert accepted_names(["Zoe", "Ann"], utterances=5) == frozenset()


def test_labels_that_a_program_has_written_are_taken_as_they_are() -> None:
    labels = [f"zoe {number} of reef" for number in range(20)]
    assert accepted_names(labels, utterances=20) == set(labels)
    assert accepted_names(labels, utterances=60) == frozenset()


def test_a_name_in_brackets_without_a_colon_is_a_label_or_nobody() -> None:
    assert accepted_names(["[Music]"] * 9, utterances=90) == frozenset()
    assert accepted_names(["[Speaker 1]"] * 9, utterances=90) == {"[Speaker 1]"}


def test_a_name_further_on_is_weighed_by_its_uses_alone() -> None:
    heads = ["Zoe"] * 12
    assert accepted_names(heads, (), 12, ["Ann"] * 3 + ["Ben", "that", "that", "that"]) == {
        "Zoe",
        "Ann",
    }
    assert accepted_names(["Zoe"], (), 12, ["Zoe", "Zoe", "Ann"]) == {"Zoe"}


def test_who_asks_and_who_answers_are_people_where_they_take_turns() -> None:
    turns = ["Q", "A", "Q", "A", "A"]
    assert accepted_names(turns, (), 8) == {"Q", "A"}
    assert accepted_names(["Q", "A"], (), 8) == frozenset()
    assert accepted_names(["Question", "Answer"] * 3, (), 8) == {"Question", "Answer"}
    assert accepted_names(["A"] * 6, (), 60) == frozenset()


def test_who_asks_and_who_answers_are_both_people_or_neither() -> None:
    names = ["Zoe", "Ann", "Zoe", "Ann", "Zoe"]
    assert accepted_names([*names, "Q", "A"], (), 8) == {"Zoe", "Ann", "Q", "A"}
    assert accepted_names([*names, "Q", "A"], (), 80) == {"Zoe", "Ann"}
    assert accepted_names([*["Zoe", "Ann"] * 8, "Q", "A"], (), 18) == {"Zoe", "Ann", "Q", "A"}


@pytest.mark.parametrize("name", ["SPEAKER_00", "Speaker 1", "speaker 2", "[SPEAKER_01]"])
def test_a_label_of_a_machine_needs_one_use(name: str) -> None:
    assert accepted_names([name], (), 90) == {name}


@pytest.mark.parametrize(
    "name", ["In 2019", "By 2030", "By the 2030s", "Option B", "Apollo 13", "Lecture 4"]
)
@pytest.mark.parametrize("lines", [10, 15])
def test_what_is_counted_needs_three_uses_wherever_names_are(name: str, lines: int) -> None:
    names = ["Zoe", "Ann"] * 5
    assert accepted_names([*names, name], (), lines + 1) == {"Zoe", "Ann"}


@pytest.mark.parametrize("name", ["Guest 2", "Person 3", "Voice 2", "Caller 2", "Participant 5"])
def test_anybody_with_a_number_is_as_good_as_a_name(name: str) -> None:
    assert accepted_names([*["Zoe", "Ann"] * 5, name], (), 15) == {"Zoe", "Ann", name}


def test_a_sentence_among_labels_names_nobody() -> None:
    labels = ["Zoe", "Ann"] * 20
    assert accepted_names([*labels, "I said", "that"], (), 42) == {"Zoe", "Ann"}
    assert accepted_names(["You", "Me"] * 20, (), 40) == {"You", "Me"}
    assert accepted_names([*labels, *["I said"] * 12], (), 52) == {"Zoe", "Ann"}


def test_another_voice_is_heard_twice_beside_one_of_three_uses() -> None:
    assert accepted_names(["Zoe", "Zoe", "Zoe", "Ann", "Ann"], (), 90) == {"Zoe", "Ann"}
