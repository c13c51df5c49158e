"""What a reader of JSON has to say of a text: departures from its format, and the rest."""

from braidtui.formats.reading.tally import Tally


class Remarks:
    """Two tallies: a strict reading refuses the `repairs`, the `notices` are only told."""

    def __init__(self) -> None:
        self.repairs = Tally()
        self.notices = Tally()
