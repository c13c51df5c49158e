"""The table of fields."""

import pytest

from braidtui.library.search.fields import FIELDS, field_meant


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("spekaer", ' (did you mean "speaker"?)'),
        ("Host", ' (did you mean "speaker"?)'),
        ("segment", ' (did you mean "in"?)'),
        ("xyzzy", ""),
    ],
)
def test_a_name_that_is_no_field_leads_to_one(name: str, meant: str) -> None:
    assert field_meant(name) == meant


def test_no_field_is_also_another() -> None:
    names = [name for field in FIELDS.values() for name in (field.name, *field.also)]
    assert sorted(set(names)) == sorted(names)
