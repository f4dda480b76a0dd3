"""Mission Tracker: who flew, on what, when, in what role, and how we know."""

__version__ = "0.1.0"
