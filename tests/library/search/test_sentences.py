"""Where sentences end."""

import pytest

from braidtui.library.search.sentences import sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["One.", "Two!", "Three?", "Four…", "Five"],
        ["Really?!", "“Yes.”", "(No.)", "So."],
        ["“Why?” he asked.", "Nobody knew… or said."],
        ["It cost 3.5 million at v2.1.0 of example.org.", "Then more."],
        ["Mr. Lund met Dr. Pell vs. St. John.", "Good."],
        ["J. R. Hartley of the U.S. Navy, i.e. him.", "So do I.", "Me too."],
        ["See No. 5 and fig. 100.", "He said no.", "And left."],
        ["Am 3. Mai, z. B. hier.", "Ja."],
        ["Line one", "Line two."],
        ["[laughs] Sure.", "[tsk]"],
        ["Он пришёл.", "Она ушла."],
    ],
)
def test_a_sentence_ends_at_a_sign_and_a_blank(parts: list[str]) -> None:
    between = "\n\n" if parts[0] == "Line one" else " "
    text = between.join(parts)
    assert [text[begin:end] for begin, end in sentences(text)] == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["東京は夜。", "朝は？", "「そう！」", "はい"],
        ["यह एक है।", " वह दो है।"],
        ["ما هذا؟", " هذا كتاب۔", " نعم"],
    ],
)
def test_other_scripts_have_signs_of_their_own(parts: list[str]) -> None:
    text = "".join(parts)
    found = [text[begin:end] for begin, end in sentences(text)]
    assert found == [part.strip() for part in parts]


def test_blanks_belong_to_no_sentence() -> None:
    assert sentences("") == sentences(" \n ") == []
    assert sentences("  One. \n\n\n Two  ") == [(2, 6), (11, 14)]
