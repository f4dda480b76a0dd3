"""The fixed vocabularies: stored word and its label; the first of each is a new record's value."""

from tracker.i18n import N_

CERTAINTY = (
    ("stated", N_("stated")),
    ("planned", N_("planned")),
    ("rumoured", N_("rumoured")),
    ("opinion", N_("opinion")),
)
NATURE = (
    ("human", N_("human")),
    ("placeholder", N_("placeholder")),
    ("animal", N_("animal")),
    ("fictional", N_("fictional")),
)
ORGANISATION = (
    ("", N_("unknown")),
    ("agency", N_("space agency")),
    ("company", N_("company")),
    ("broadcaster", N_("broadcaster")),
    ("government", N_("government")),
    ("state", N_("state")),
    ("news agency", N_("news agency")),
)
PLACE = (
    ("", N_("unknown")),
    ("launch site", N_("launch site")),
    ("landing area", N_("landing area")),
    ("city", N_("city")),
    ("country", N_("country")),
    ("body", N_("celestial body")),
)
SPACECRAFT = (
    ("", N_("unknown")),
    ("capsule", N_("capsule")),
    ("station", N_("station")),
    ("satellite", N_("satellite")),
    ("launcher", N_("launcher")),
)
VESSELS = frozenset({"capsule", "station", ""})
STATUS = (
    ("", N_("unknown")),
    ("planned", N_("planned")),
    ("under way", N_("under way")),
    ("completed", N_("completed")),
    ("cancelled", N_("cancelled")),
)
EVENT = (
    ("", N_("other")),
    ("launch", N_("launch")),
    ("docking", N_("docking")),
    ("undocking", N_("undocking")),
    ("relocation", N_("relocation")),
    ("hatch opening", N_("hatch opening")),
    ("transfer", N_("transfer")),
    ("arrival", N_("arrival")),
    ("landing", N_("landing")),
    ("manual control", N_("manual control")),
    ("announcement", N_("announcement")),
    ("press conference", N_("press conference")),
    ("statement", N_("statement")),
    ("conversation", N_("conversation")),
    ("selection", N_("selection")),
    ("filming", N_("filming")),
    ("first", N_("first")),
)
PUNCTUALITY = (
    ("", N_("not said")),
    ("early", N_("early")),
    ("on time", N_("on time")),
    ("late", N_("late")),
)
DIRECTION = (("up", N_("up")), ("down", N_("down")))
PRODUCTION = (
    ("", N_("unknown")),
    ("feature film", N_("feature film")),
    ("documentary", N_("documentary")),
    ("programme", N_("programme")),
)
