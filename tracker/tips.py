"""Texts for tooltips, which Qt takes for HTML as soon as they look like it. No Qt."""

PLAIN = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})  # html's `escape` brings two thousand names of letters
LONGEST = 60  # characters of a line that is not broken: Qt makes tall columns of short sentences


def tip(text: str) -> str:
    """A text that a tooltip shows as it is, wrapped: a name may look like HTML, and Qt would load what it names."""
    if not text:
        return ""
    is_short = all(len(line) <= LONGEST for line in text.splitlines())
    return f'<p style="white-space:{"pre" if is_short else "pre-wrap"}">{text.translate(PLAIN)}</p>'
