"""Brings an older store up to date: a verified backup first, then all the steps in one transaction."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from tracker.i18n import _, number
from tracker.store import backups, engine
from tracker.store.errors import CannotOpen
from tracker.store.version import VERSION

SCRIPTS = Path(__file__).parent / "migrations"


def migrate(path: Path, scripts: Path = SCRIPTS, version: int = VERSION) -> Path:
    """Returns where the backup is. If a step fails the store stays as it was."""
    kept = backups.before_migration(path)
    # Rebuilding a table with foreign keys on empties those that refer to it.
    made = engine.engine(path, foreign_keys=False)
    try:
        with made.execution_options(writes=True).begin() as connection:
            if engine.read_version(connection) < version:  # somebody else may have been faster
                upgrade(connection, scripts)
                _refuse_broken_links(connection, path)
                engine.mark(connection, version)
    finally:
        engine.drop_journal(made)
        made.dispose()
    return kept


def upgrade(connection: Connection, scripts: Path = SCRIPTS) -> None:
    """Runs the steps that are missing, within the transaction of the connection."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _refuse_broken_links(connection: Connection, path: Path) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        sentence = _("“{where}” cannot be brought up to date: {n} links would lead nowhere")
        raise CannotOpen(sentence.format(where=path, n=number(len(broken))))
