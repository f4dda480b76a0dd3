"""Time zones: the ones this field asks for by name, and any other of the IANA data base."""

from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache

from tracker.i18n import N_, _

# Baikonur keeps the time of Qyzylorda; Kazakhstan had two zones in 2021 (IANA tz data base).
NAMED = {
    "UTC": N_("UTC"),
    "Europe/Moscow": N_("Moscow"),
    "Asia/Qyzylorda": N_("Baikonur"),
    "America/Chicago": N_("Houston"),
}


def zone(key: str) -> tzinfo:
    """The zone of an IANA key or one of our names, case ignored. ValueError if there is none."""
    wanted = key.strip().casefold()
    if wanted in ("", "utc", "gmt", "z"):
        return UTC
    from zoneinfo import ZoneInfo  # costs a start as much as the first table's model, which mostly shows UTC

    named = {spelt.casefold(): key for key, name in NAMED.items() for spelt in (name, _(name))}
    found = named.get(wanted) or _keys().get(wanted)
    if found is None:
        raise ValueError(_("“{key}” is no time zone I know.").format(key=key))
    return ZoneInfo(found)


@cache
def _keys() -> dict[str, str]:
    from zoneinfo import available_timezones

    return {key.casefold(): key for key in available_timezones()}


def key_of(where: tzinfo) -> str:
    """The IANA key; "UTC" for UTC."""
    return getattr(where, "key", "UTC")


def label(where: tzinfo, moment: datetime) -> str:
    """How a zone is written after a clock time: "UTC", or "Moscow (UTC+3)"."""
    if where is UTC:
        return "UTC"
    return f"{name(where)} ({offset(moment.astimezone(where).utcoffset())})"


def name(where: tzinfo) -> str:
    """What people call a zone: Moscow, London; a bare offset is its own name."""
    key = getattr(where, "key", "") or str(where)
    return _(NAMED[key]) if key in NAMED else key.rpartition("/")[2].replace("_", " ")


def offset(difference: timedelta | None) -> str:
    """A difference from UTC as UTC+3 or UTC+5:30."""
    minutes = int((difference or timedelta()).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "") if minutes else "UTC"
