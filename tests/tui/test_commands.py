"""One list of commands: every one works, has a key of its own, and stands in the README."""

from collections import Counter
from pathlib import Path

from braidtui.tui.commands import BY_ID, COMMANDS, IN_READER, SCREENS, SCROLLING, rows

README = Path(__file__).parents[2] / "README.md"
TAKEN_BY_TERMINALS = {"ctrl+q", "ctrl+s", "ctrl+b", "ctrl+i", "ctrl+j"}


def key_table() -> str:
    """The README's table of keys, as the list of commands gives it."""
    lines = ["| keys | does | id in `[keys]` |", "|---|---|---|"]
    for command, keys in rows({}, BY_ID):
        name = "segment_1 … segment_9" if command.id == "segment_1" else command.id
        shown = keys if " … " in keys else " ".join(f"`{key}`" for key in keys.split())
        lines.append(f"| {shown} | {command.title} | {name} |")
    return "\n".join(lines)


def test_the_readme_lists_every_key() -> None:
    text = README.read_text(encoding="utf-8")
    table = text.partition("<!-- keys -->\n")[2].partition("\n<!-- /keys -->")[0]
    assert table == key_table()


def test_no_key_calls_two_commands_of_one_screen() -> None:
    for screen in SCREENS:
        keys = Counter(key for name in screen for key in BY_ID[name].keys.split(","))
        assert [key for key, count in keys.items() if count > 1] == []


def test_no_command_rests_on_a_key_that_terminals_take() -> None:
    for command in COMMANDS:
        assert set(command.keys.split(",")) - TAKEN_BY_TERMINALS, command.id


def test_every_command_belongs_to_a_screen() -> None:
    assert set().union(*SCREENS) == set(BY_ID)
    assert set(SCROLLING) <= set(IN_READER)


def test_keys_of_the_person_replace_those_of_the_list() -> None:
    shown = {command.id: keys for command, keys in rows({"next_segment": "n,ctrl+n"}, BY_ID)}
    assert shown["next_segment"] == "n ctrl+n"
    assert shown["previous_segment"] == "["
