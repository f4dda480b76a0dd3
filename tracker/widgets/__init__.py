"""Panels, forms and dialogs."""
