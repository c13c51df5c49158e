"""Entities in captions: what is surely one is decoded."""

import pytest

from braidtui.formats.captions.entities import with_entities_decoded


@pytest.mark.parametrize(
    ("text", "decoded"),
    [
        ("salt &amp; rye", "salt & rye"),
        ("&#39;tis &#x27;tis", "'tis 'tis"),
        ("&lt;i&gt; &nbsp;&eacute;", "<i> \xa0é"),
        ("&amp;lt;", "&lt;"),
        ("&#0; &#x110000; &#xd800;", "\ufffd \ufffd \ufffd"),
    ],
)
def test_an_entity_is_decoded_once(text: str, decoded: str) -> None:
    assert with_entities_decoded(text) == decoded


@pytest.mark.parametrize(
    "text", ["B&B;", "a & b", "&amp", "&copying;", "&;", "&#;", "&#x;", "&" + "a" * 99 + ";"]
)
def test_what_may_be_none_stays(text: str) -> None:
    assert with_entities_decoded(text) == text
