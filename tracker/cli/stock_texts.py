"""What argparse says of itself, in our catalogue: it asks gettext for these texts, in the domain that is bound."""

import gettext

from tracker import i18n
from tracker.i18n import N_

TEXTS = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"),
    N_("ignored explicit argument %r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
)
"""Those that our options can lead to."""


def bring() -> None:
    """Has argparse speak the system's language, if it is one of ours."""
    if i18n.language() != "en":
        gettext.bindtextdomain("tracker", i18n.root())
        gettext.textdomain("tracker")
