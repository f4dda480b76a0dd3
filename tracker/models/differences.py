"""What differs between a table as it was shown and as it is to be shown. No Qt."""

from collections.abc import Sequence

from tracker.models.cells import Row


def differing(was: Row, now: Row) -> list[int]:
    """The columns in which a row reads otherwise than it did."""
    said = was.__dict__.get("certainties", now.certainties)
    pairs = zip(was.texts, said, now.texts, now.certainties, strict=True)
    return [column for column, (a, b, c, d) in enumerate(pairs) if (a, b) != (c, d)]


def runs_of(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Ascending numbers as first and last of each unbroken run."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
