"""The article and the facts read from it; installed as tracker.seeds."""

from .entries import Fault
from .loader import seed_edit

__all__ = ["Fault", "seed_edit"]
