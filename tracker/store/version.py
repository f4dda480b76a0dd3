"""Which schema this program writes."""

VERSION = 1  # raise it with each migration; stands in the file's user_version
REVISION = f"{VERSION:04}"  # the same for Alembic
