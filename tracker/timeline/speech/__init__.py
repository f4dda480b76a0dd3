"""The timeline for a screen reader."""
