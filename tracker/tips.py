"""Texts for tooltips, which Qt takes for HTML as soon as they look like it. No Qt."""

from html import escape


def tip(text: str) -> str:
    """A text that a tooltip shows as it is, wrapped: a name may look like HTML, and Qt would load what it names."""
    return f'<p style="white-space:pre-wrap">{escape(text)}</p>' if text else ""
