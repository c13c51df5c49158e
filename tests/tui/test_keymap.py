"""Keys that a person set: what can be used, and what is said of the rest."""

import pytest

from braidtui.tui.keymap import checked_keys


def test_keys_of_known_commands_are_taken_and_their_own_keys_are_free_again() -> None:
    wanted = {"next_segment": "w, ctrl+n", "line_down": "]"}
    assert checked_keys(wanted) == ({"next_segment": "w,ctrl+n", "line_down": "]"}, [])


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"next_segmnt": "n"}, 'no command "next_segmnt" (did you mean "next_segment"?)'),
        ({"leave": "escpe"}, 'no key "escpe", for leave (did you mean "escape"?)'),
        ({"next_segment": "j"}, '"j" is the key of line_down'),
        ({"next_segment": ""}, 'no key "", for next_segment'),
    ],
)
def test_what_cannot_be_used_is_told_and_leaves_the_keys_as_they_were(
    wanted: dict[str, str], said: str
) -> None:
    keys, refused = checked_keys(wanted)
    assert keys == {}
    assert refused == [f"config.toml: {said}"]


def test_two_commands_that_want_one_key_do_not_both_get_it() -> None:
    keys, refused = checked_keys({"wider": "w", "narrower": "w"})
    assert len(keys) == 1
    assert len(refused) == 1


def test_a_key_given_back_is_not_taken_by_another() -> None:
    keys, refused = checked_keys({"wider": "-", "narrower": "G"})
    assert keys == {}
    assert len(refused) == 2


def test_a_key_may_mean_something_else_on_another_screen() -> None:
    wanted = {"toggle_segments": "w", "change_order": "e"}
    assert checked_keys(wanted | {"whole_episode": "w"}) == (wanted | {"whole_episode": "w"}, [])
    assert checked_keys({"change_order": "e"})[1] == [
        'config.toml: "e" is the key of whole_episode'
    ]
