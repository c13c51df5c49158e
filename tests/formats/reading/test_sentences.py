"""Where sentences end, and how stretches of speech become one text."""

from itertools import pairwise

import pytest

from braidtui.formats.reading.sentences import ends_sentence, glues, joined, sentence_ends


@pytest.mark.parametrize(
    "text", ["It is.", "Is it?”", "It is…", "终。", "نعم؟", "(So.)", "है।", "So do I."]
)
def test_a_sentence_ends_in_any_script(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize(
    "text", ["It is", "It is,", "so:", "[Music]", "", "so Mr.", "and St.", "Mrs.", "to J."]
)
def test_a_sentence_that_goes_on_does_not_end(text: str) -> None:
    assert not ends_sentence(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two", ["One. ", "Two"]),
        ("“One.” Two? Three.", ["“One.” ", "Two? ", "Three."]),
        ("Dr. Marr and Z. Lund said. So", ["Dr. Marr and Z. Lund said. ", "So"]),
        ("version 1.2 and e.g. this", ["version 1.2 and e.g. this"]),
        ("一。二。", ["一。", "二。"]),
    ],
)
def test_sentences_end_inside_a_text(text: str, parts: list[str]) -> None:
    ends = [0, *sentence_ends(text), len(text)]
    assert [text[begin:end] for begin, end in pairwise(ends)] == parts


def test_a_sign_that_closes_stands_right_behind_the_word() -> None:
    texts = ["well", ",", "go", "...", ".NET", "it", "'s"]
    assert joined(texts, glues(texts, are_parts=False)) == "well, go... .NET it's"
    assert glues(["a", "b"], are_parts=False) is None
