"""The tests mirror tracker/."""
