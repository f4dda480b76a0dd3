"""Where records are kept: schema, edits applied, queries, migrations and backups.

Everybody else needs only the names below.
"""

from tracker.store.errors import CannotOpen, CannotWrite, Conflict, ReadOnly, StoreError
from tracker.store.logged import Draft, FieldChange, LoggedChange, LoggedEdit
from tracker.store.store import Store

__all__ = [
    "CannotOpen",
    "CannotWrite",
    "Conflict",
    "Draft",
    "FieldChange",
    "LoggedChange",
    "LoggedEdit",
    "ReadOnly",
    "Store",
    "StoreError",
]
