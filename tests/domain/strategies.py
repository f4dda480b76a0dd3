"""What Hypothesis may make up: any time, any record value the domain allows."""

from collections.abc import Sequence
from datetime import UTC, datetime

from hypothesis import strategies as st

from tracker.domain.times import UNKNOWN, Precision, Sense, VagueTime, floored

FIRST, LAST = datetime(1900, 1, 1), datetime(2100, 12, 31, 23, 59, 59)  # noqa: DTZ001
STATED = [precision for precision in Precision if precision is not Precision.UNKNOWN]

moments = st.datetimes(FIRST, LAST, timezones=st.just(UTC))


@st.composite
def stated_times(draw: st.DrawFn, precisions: Sequence[Precision] = STATED) -> VagueTime:
    """A time that names a date, about or not, bound to one side or not."""
    precision = draw(st.sampled_from(precisions))
    start = floored(draw(moments), precision)
    sense = draw(st.sampled_from([Sense.AT, Sense.NOT_EARLIER, Sense.NOT_LATER]))
    return VagueTime(start, precision, draw(st.booleans()), sense)


def related_times(*ids: str) -> st.SearchStrategy[VagueTime]:
    """A time before or after one of these events."""
    return st.builds(
        VagueTime,
        sense=st.sampled_from([Sense.BEFORE, Sense.AFTER]),
        anchor=st.sampled_from(ids),
    )


def times(*ids: str) -> st.SearchStrategy[VagueTime]:
    """Any time at all; relative ones to these events."""
    return st.one_of(stated_times(), related_times(*ids), st.just(UNKNOWN))
