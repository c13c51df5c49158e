"""Kept words are found again after random edits, and none where it is not."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from braidtui.episode.turn_span import TurnSpan
from braidtui.notebook.attaching import anchors_of, attach
from braidtui.notebook.kept import Kept, KeptEpisode, Kind
from tests.notebook.anchors.editing import (
    Draft,
    alternating,
    counting,
    echoing,
    edit,
    ordinary,
    repeating,
    written,
)

TURNS, KEPT = 80, 12


class Outcome(NamedTuple):
    """Of the kept things whose words survived how many were found, and how many were not.

    Words survived where at least 85 % of their signs are still in the text.
    """

    edits: int
    found: int
    lost: int
    wrong: list[str]


def some_words(chance: random.Random, draft: Draft) -> list[TurnSpan]:
    """A turn, two turns, or some words of one."""
    turns = draft.turns
    turn = chance.randrange(len(turns) - 1)
    whole = [TurnSpan(at, 0, len(turns[at].text)) for at in (turn, turn + 1)]
    blanks = [at for at, sign in enumerate(turns[turn].text) if sign == " "]
    if len(blanks) > 2 and chance.random() < 0.5:
        begin, end = sorted(chance.sample(blanks, 2))
        if any(sign.isalnum() for sign in turns[turn].text[begin:end]):
            return [TurnSpan(turn, begin + 1, end)]
    return whole[: chance.choice([1, 1, 2])]


def edited(talk: Callable[[random.Random, int], Iterator[str]], times: str, trials: int) -> Outcome:
    edits = found = lost = 0
    wrong = []
    for trial in range(trials):
        chance = random.Random(f"{talk.__name__} {times} {trial}")
        draft = written(chance, talk(chance, TURNS), times=times)
        first, spans = draft.episode(), [some_words(chance, draft) for _ in range(KEPT)]
        signs = [draft.signs(some) for some in spans]
        texts = [list(said.signs) for said in draft.turns]
        episode = KeptEpisode("008", Path("/lib/008.yaml"))
        kept = [
            Kept(n, Kind.HIGHLIGHT, episode, "", anchors_of(first, some))
            for n, some in enumerate(spans)
        ]
        names = [edit(chance, draft) for _ in range(chance.randrange(1, 9))]
        edits += len(names)
        alive = draft.signs(TurnSpan(n, 0, len(said.signs)) for n, said in enumerate(draft.turns))
        for attached in attach(draft.episode(), kept):
            were = signs[attached.kept.id]
            are = draft.signs(attached.spans) - {None}
            for anchor, spans in attached.parts:
                of_anchor = draft.signs(spans) - {None}
                first_signs = texts[anchor.turn][anchor.begin : anchor.end]
                its = {origin for sign, origin in first_signs if not sign.isspace()}
                if spans and len(of_anchor & its) <= 0.8 * len(of_anchor):
                    wrong.append(f"{trial}: {anchor.text!r} of several after {names}")
            if attached.spans and len(are & were) <= 0.8 * len(are):
                wrong.append(f"{trial}: {attached.kept.text!r} after {names}")
            elif len(were & alive) >= 0.85 * len(were):
                is_found = len(are & were) >= 0.8 * len(were & alive)
                found, lost = found + is_found, lost + (not is_found)
    return Outcome(edits, found, lost, wrong)


@pytest.mark.parametrize("times", ["told", "regular", ""])
def test_of_a_thousand_edits_of_talk_nearly_all_words_are_found_and_none_wrongly(
    times: str,
) -> None:
    edits, found, lost, wrong = edited(ordinary, times, 260)
    assert edits >= 1000
    assert wrong == []
    assert found / (found + lost) >= 0.99


@pytest.mark.parametrize("talk", [repeating, alternating, counting, echoing])
@pytest.mark.parametrize("times", ["told", "regular", ""])
def test_words_that_return_again_and_again_are_never_found_wrongly(
    talk: Callable[[random.Random, int], Iterator[str]], times: str
) -> None:
    edits, found, _, wrong = edited(talk, times, 60)
    assert edits >= 200
    assert wrong == []
    assert found > 0
