"""Whatever bytes are opened, an episode comes of them that its file holds, or one refusal.

`python -m tests.robustness.fuzzing --seconds 3600` does the same for longer, with time limits.
"""

import random

import pytest

from tests.robustness import fuzzing
from tests.robustness.fuzzing import floods, fuzzed, seeds_of, trouble_with

ROUNDS = 400


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """How long it takes is not asked here: other tests run beside this one."""
    monkeypatch.setattr(fuzzing, "_AT_LEAST", 60.0)


def test_damaged_transcripts_become_episodes_or_are_refused() -> None:
    chance = random.Random(5)
    seeds = seeds_of(25)
    found = {trouble_with(fuzzed(chance, seeds)) for _ in range(ROUNDS)}
    assert found == {""}


def test_every_beginning_of_every_format_becomes_an_episode_or_is_refused() -> None:
    found = {trouble_with(seed[:end]) for seed in seeds_of(3) for end in range(0, len(seed), 7)}
    assert found == {""}


def test_floods_of_one_sign_become_episodes_or_are_refused() -> None:
    assert {trouble_with(flood) for flood in floods(3_000)} == {""}


def test_what_is_wrong_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzzing, "_AT_LEAST", 0.0)
    assert "bytes" in trouble_with(b"Ada: Good evening.\n")
    monkeypatch.setattr(fuzzing, "read_bytes", lambda path, data: 1 / 0)
    assert trouble_with(b"x") == "ZeroDivisionError: division by zero"
