"""Two numbers with an arrow between: times, or words."""


def tells_times(*parts: str | None) -> bool:
    """Whether a line with an arrow tells times: `parts` are the minutes and fractions of both.

    Numbers alone are words (`5 --> 6`), in whatever format.
    """
    return any(part is not None for part in parts)
