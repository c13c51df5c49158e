"""Names in references: turned round where it is known which part is the family's."""

import pytest

from braidtui.formats.citing.names import apa_name, family_first, short_name


@pytest.mark.parametrize(
    ("name", "apa", "chicago", "short"),
    [
        ("Ada Moor", "Moor, A.", "Moor, Ada", "Moor"),
        ("Ada Mary Moor", "Moor, A. M.", "Moor, Ada Mary", "Moor"),
        ("A.M. Moor", "Moor, A. M.", "Moor, A.M.", "Moor"),
        ("Jean-Luc Moor", "Moor, J.-L.", "Moor, Jean-Luc", "Moor"),
        ("Zoë Ångström", "Ångström, Z.", "Ångström, Zoë", "Ångström"),
        ("Bá\u0323yo\u0323\u0300 Ògún", "Ògún, B.", "Ògún, Bạ\u0301yọ\u0300", "Ògún"),
        ("Анна Волкова", "Волкова, А.", "Волкова, Анна", "Волкова"),
        ("Anna van den Berg", "van den Berg, A.", "van den Berg, Anna", "van den Berg"),
        ("Dr. Ada O’Moor, PhD", "O’Moor, A.", "O’Moor, Ada", "O’Moor"),
        ("Tom Lund, Jr.", "Lund, T., Jr.", "Lund, Tom, Jr.", "Lund"),
        ("Yo-Yo Ma", "Ma, Y.-Y.", "Ma, Yo-Yo", "Ma"),
        ("Tom Lund III", "Lund, T., III", "Lund, Tom, III", "Lund"),
    ],
)
def test_a_name_is_turned_round(name: str, apa: str, chicago: str, short: str) -> None:
    assert (apa_name(name), family_first(name), short_name(name)) == (apa, chicago, short)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Moor",
            "@ada",
            "@ada moor",
            "ada moor",
            "SPEAKER_00",
            "Speaker 1",
            "Guest B",
            "The Wall",
        ),
        *("林美玲", "林 美玲", "김 민수", "林美玲 / Lin Meiling", "Noa כהן", "Ada & Tom Lund"),
        *(
            "Ada and Tom",
            "Moor, Ada",
            "Ada Moor (host)",
            "Dr. Moor",
            "Prof.",
            "Jr.",
            "A, B",
            ",",
            "...",
            "- -",
            "",
        ),
    ],
)
def test_what_is_no_plain_name_of_a_person_stays_as_it_is(name: str) -> None:
    assert (apa_name(name), family_first(name), short_name(name)) == (name, name, name)
