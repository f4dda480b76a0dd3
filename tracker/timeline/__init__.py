"""Lanes and bars in, pixels out. Knows no store."""
