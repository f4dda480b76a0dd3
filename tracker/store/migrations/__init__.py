"""Alembic's scripts: one file in versions/ for each version of the schema.

A new one gets the next number, is written out explicitly (it must not change when the fields
do), and `VERSION` in version.py is raised with it. A test compares a migrated store with a new one.
"""
