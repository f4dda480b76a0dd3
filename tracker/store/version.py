"""Which schema this program writes."""

VERSION = 2  # raise it with each migration; stands in the file's user_version
REVISION = f"{VERSION:04}"  # the same for Alembic
