"""Items of a JSON text stand on the lines where they are written."""

import json

from braidtui.formats.given import Given
from braidtui.formats.json_text.placing import EACH, Placed, placed_items

TEXT = """\
{"skipped": {"rows": [[1], "}"]}, "a\\"b": 5,
 "rows": [ 1 ,
  {"cells": [2,
   3]}, "x",

  {"cells": []}, {"cells":
   [4]} ] }
"""


def test_items_of_a_list_have_their_lines() -> None:
    assert [line for _, line in placed_items(Given(TEXT), "rows")] == [2, 3, 4, 6, 6]


def test_a_path_leads_through_every_list_or_one_of_its_items() -> None:
    given = Given(TEXT)
    found = [Placed(2, 3), Placed(3, 4), Placed(4, 7)]
    assert placed_items(given, "rows", EACH, "cells") == found
    assert placed_items(given, "rows", 4, "cells") == [Placed(4, 7)]
    assert placed_items(Given("[[5],\n[6]]"), EACH) == [Placed(5, 1), Placed(6, 2)]


def test_a_path_that_leads_nowhere_has_no_items() -> None:
    given = Given(TEXT)
    for path in (("no",), ("rows", 9), ("rows", 0, "cells"), ("skipped",), (0,), (EACH,)):
        assert placed_items(given, *path) == []


def test_of_a_text_in_one_line_every_item_is_on_it() -> None:
    assert placed_items(Given('\n\n["a", 2]\n')) == [Placed("a", 3), Placed(2, 3)]
    assert placed_items(Given(json.dumps({"a": [1]})), "a") == [Placed(1, 1)]


def test_where_the_text_does_not_lead_to_what_was_read_every_line_is_the_first() -> None:
    twice = '{"rows": [],\n"rows": [1,\n2]}'
    assert placed_items(Given(twice), "rows") == [Placed(1, 1), Placed(2, 1)]
    long = f'["a",\n{"9" * 5_000}]'
    assert [line for _, line in placed_items(Given(long))] == [1, 1]
