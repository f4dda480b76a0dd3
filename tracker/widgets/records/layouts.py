"""How each form is arranged: sections of field names in their order; a pair stands side by side."""

from dataclasses import dataclass

from tracker.i18n import N_

Place = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Section:
    """Fields that belong together. The first section of a form has no heading: it is what matters most."""

    label: str
    places: tuple[Place, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for place in self.places for name in ((place,) if isinstance(place, str) else place))


LAYOUTS: dict[str, tuple[Section, ...]] = {
    "person": (
        Section("", ("name", ("nature", "nationality"), "native_name", "aliases")),
        Section(N_("Work"), ("occupation", "organisation", "position", "known_for")),
        Section(N_("Life"), ("birth_date", "age")),
        Section(N_("More"), ("note",)),
    ),
    "spacecraft": (
        Section("", ("name", ("type", "seats"), "is_placeholder", "operator")),
        Section(N_("More"), ("ports", "aliases", "note")),
    ),
    "mission": (
        Section("", ("name", "status", "objective")),
        Section(N_("Duration"), (("planned_duration", "actual_duration"),)),
        Section(N_("Who and what with"), ("spacecraft", "organisations")),
        Section(N_("More"), ("aliases", "note")),
    ),
    "event": (
        Section("", ("name", ("type", "punctuality"))),
        Section(N_("When"), ("planned", "actual")),
        Section(N_("What and where"), ("mission", "spacecraft", "station", "port", "place")),
        Section(N_("Who"), ("people", "organisations")),
        Section(N_("In words"), ("quotation", "detail")),
    ),
    "leg": (
        Section("", ("person", ("direction", "role"), "spacecraft", "seat")),
        Section(N_("From and to"), ("departure", "arrival")),
        Section(N_("Purpose"), ("mission",)),
    ),
    "place": (
        Section("", ("name", "type", "country", "zone")),
        Section(N_("More"), ("leased_by", "aliases", "note")),
    ),
    "organisation": (
        Section("", ("name", "type", "country")),
        Section(N_("More"), ("aliases", "note")),
    ),
    "production": (
        Section("", ("title", "type", "budget", "mission")),
        Section(N_("The story"), ("plot",)),
        Section(N_("Who"), ("parts", "organisations")),
        Section(N_("More"), ("note",)),
    ),
    "source": (
        Section("", ("title", "date", "publisher", "agency", "address")),
        Section(N_("What it says"), ("text",)),
    ),
    "claim": (
        Section("", ("about", ("field", "certainty"), "value")),
        Section(N_("Where it is said"), ("source", "fragment", "remark", "as_of")),
    ),
}
