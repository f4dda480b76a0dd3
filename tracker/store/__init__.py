"""Where records are kept: schema, edits applied, queries, migrations and backups."""
