"""Whatever becomes of JSON, it is an episode or a refusal, and soon."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import FormatRefused
from braidtui.formats.registry import READERS
from tests.formats.json_shapes.shapes import SHAPES, TEXTS

ODD = [None, True, -1, 5, 0.25, 1e400, -0.0, 10**400, "", "abc", "1:02", "5", [], {}, [[]], [{}]]
ODD += [{"name": {"name": "Ada"}}, "\ud800", ">> a", [0, 1], {"text": 5}]


def read(name: str, text: str, **options: object) -> None:
    """Reads a text; a refusal is one line."""
    source = Given(text)
    for reader in READERS.values():
        reader.claims(source)
    try:
        imported = READERS[name].read(source, ReadOptions()._replace(**options))
    except FormatRefused as refusal:
        assert "\n" not in str(refusal)
        return
    assert imported.episode.turns


@st.composite
def mutated(draw: st.DrawFn, value: Any) -> Any:
    """The value, with odd ones put in the place of some of its own."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.sampled_from(ODD))
    if isinstance(value, dict):
        keys = [key for key in value if draw(st.integers(0, 9))]
        return {key: draw(mutated(value[key])) for key in keys}
    if isinstance(value, list):
        items = [draw(mutated(item)) for item in value]
        return items * draw(st.integers(1, 2))
    return value


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data(), st.sampled_from(sorted(SHAPES)), st.booleans(), st.booleans())
def test_any_values_in_any_place_are_read_or_refused(
    data: st.DataObject, name: str, join: bool, strict: bool
) -> None:
    value = data.draw(mutated(SHAPES[name]))
    indent = data.draw(st.sampled_from([None, 1]))
    read(name, json.dumps(value, indent=indent), join=join, strict=strict)


@settings(deadline=None)
@given(st.sampled_from(sorted(TEXTS)), st.data(), st.text(max_size=5))
def test_any_prefix_and_any_tail_are_read_or_refused(
    name: str, data: st.DataObject, tail: str
) -> None:
    text = TEXTS[name]
    read(name, text[: data.draw(st.integers(0, len(text)))] + tail)


@settings(deadline=None)
@given(st.text(), st.sampled_from(sorted(TEXTS)))
def test_any_text_at_all_is_read_or_refused(text: str, name: str) -> None:
    read(name, text)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"segments":' * 100_000,
        '{"segments": [' + '{"text": "a", "start": 1, "words": [' * 300 + "]}" * 300 + "]}",
        "[" + "9" * 5_000 + "]",
        '{"segments": [{"text": "a", "start": ' + "9" * 5_000 + "}]}",
        '{"segments": [{"text": "a", "start": NaN}, {"body": "a", "startTime": -Infinity}]}',
        '{"segments": [], "segments": [{"text": "a", "start": 1}]}',
        '{"results": {"channels": [' + '{"alternatives": []},' * 9_999 + "{}]}}",
    ],
)
def test_hostile_json_is_read_or_refused(name: str, text: str) -> None:
    read(name, text)
    read(name, text.replace("{", "{\n"))
