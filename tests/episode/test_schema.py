"""The JSON Schema and the reader agree on the structure of an episode file."""

import copy
import json
import re
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from braidtui.episode.fields import SHAPES
from braidtui.episode.schema import episode_schema
from braidtui.episode.yaml_reader import read_episode

WHOLE: dict[str, Any] = {
    "show": "Braid",
    "number": 8,
    "date": "2026-05-20",
    "title": "T",
    "duration": "13:05",
    "summary": "s",
    "url": "https://example.org",
    "audio": "008.mp3",
    "language": "en",
    "note": "n",
    "speakers": {"a": {"name": "A", "role": "r", "model": "m", "voice": "v", "color": "teal"}},
    "quotes": [{"text": "x", "speaker": "a", "start": 0}],
    "sources": ["https://example.org/a", {"url": "https://example.org/b", "title": "t"}],
    "segments": [
        {
            "title": "S",
            "start": 0,
            "sources": [{"site": "example.org", "date": "2026-05-19"}],
            "turns": [{"speaker": "a", "start": "0:00", "text": "x", "sources": []}],
        },
        {"title": "Empty"},
    ],
}
VALIDATOR = jsonschema.Draft202012Validator(
    episode_schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)
VALUES: list[Any] = [
    *(
        None,
        True,
        0,
        12,
        -1,
        2.5,
        10_000_000,
        "",
        " ",
        "a",
        "x",
        "010",
        "3:12",
        "1:02:03.5",
        "1:60",
    ),
    *("1:2", "60:00", "2026-05-20", "2026-02-30", "20260520", "-5", "1e3", "1234567890", "٧"),
    *([], {}, ["x"], [[]], {"a": "x"}, {"name": "A"}, {"url": "x"}, {"site": "x"}, {"title": "x"}),
    *([{"text": "x", "speaker": "a"}], [{"title": "S"}], {"text": "x"}),
]


def as_yaml(value: Any) -> str:
    """JSON is YAML but for nothing: an editor's null is a value that is not there."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)}: {as_yaml(value[key])}" for key in value) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(as_yaml(item) or "''" for item in value) + "]"
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value of a document."""
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    return [path, *(deeper for key, item in inner for deeper in paths(item, (*path, key)))]


def change(document: Any, path: tuple[Any, ...], deed: str, value: Any) -> None:
    """Drops, adds to or replaces a value, where an earlier change has left it."""
    *way, last = path
    for key in way:
        document = document[key] if _has(document, key) else None
    if not _has(document, last):
        return
    if deed == "drop":
        del document[last]
    elif deed == "add" and isinstance(document[last], dict):
        document[last]["added"] = value
    else:
        document[last] = value


def _has(value: Any, key: Any) -> bool:
    if isinstance(value, dict):
        return key in value
    return isinstance(value, list) and isinstance(key, int) and key < len(value)


def structure_problems(document: Any) -> list[str]:
    """What the reader says, apart from what no schema can know: references and order."""
    problems = read_episode(as_yaml(document).encode()).problems
    beyond = re.compile("unknown speaker|starts at")
    return [p.message for p in problems if not p.is_warning and not beyond.search(p.message)]


def test_the_schema_is_a_schema_and_a_whole_episode_is_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(episode_schema())
    VALIDATOR.validate(WHOLE)
    assert structure_problems(WHOLE) == []


CHANGES = st.tuples(
    st.sampled_from(paths(WHOLE)[1:]),
    st.sampled_from(["drop", "add", "set", "set", "set"]),
    st.sampled_from(VALUES),
)


@settings(deadline=None)
@given(st.lists(CHANGES, min_size=1, max_size=3))
def test_schema_and_reader_agree_on_changed_documents(
    changes: list[tuple[tuple[Any, ...], str, Any]],
) -> None:
    document = copy.deepcopy(WHOLE)
    for path, deed, value in changes:
        change(document, path, deed, copy.deepcopy(value))
    problems = structure_problems(document)
    assert VALIDATOR.is_valid(document) == (not problems), problems


@pytest.mark.parametrize("key", ["title", "speakers", "segments"])
def test_what_the_reader_requires_the_schema_requires(key: str) -> None:
    document = {name: value for name, value in WHOLE.items() if name != key}
    assert not VALIDATOR.is_valid(document)
    assert structure_problems(document) == [f"{key} is missing"]


def test_every_field_is_described() -> None:
    described = json.dumps(episode_schema())
    for shape in SHAPES:
        for field in shape.fields:
            assert json.dumps(field.meaning) in described
