"""How far a picture or a backup is: told to whoever wants to know, who may stop it."""

from collections.abc import Callable

Progress = Callable[[float], object]
"""Is told how much is done, from 0 to 1; stops it all by raising."""
