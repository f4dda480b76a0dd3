"""Takes out of an SVG what Qt says over and over: it is a third as large, looks the same, and its bars are rectangles
for whoever changes it in a drawing program.
"""

import re

# What is so anyway, or said by the group around all. A text is never mistaken for it: its quotation marks are escaped.
_SAID_ANYWAY = re.compile(
    rb'(?<=<path) vector-effect="none" fill-rule="evenodd"'
    rb'| (?:vector-effect="none"|transform="matrix\(1,0,0,1,0,0\)")'
)
_EMPTY = re.compile(rb"<g [^>]*>\s*</g>\s*")
_LINE = rb'<polyline fill="none" points="(\S+) (\S+) " />\n'
_LINES = re.compile(rb"(?:%s){2,}" % re.sub(rb"[()]", b"", _LINE))
_CORNER = rb"C\S+ \S+ "  # and where it ends
_ROUNDED = re.compile(
    rb'<path d="M(\S+),(\S+) %s\S+,(\S+) L\S+ %s(\S+),\S+ L\S+ %s\S+,(\S+) L\S+ %s\S+ L\1,\2 Z "/>' % ((_CORNER,) * 4)
)


def tidy(content: bytes) -> bytes:
    """Lines that follow one another, as those of a pattern do, become one path."""
    groups = _EMPTY.sub(b"", _SAID_ANYWAY.sub(b"", content)).split(b"<g ")
    return b"<g ".join(map(_shortened, groups))


def _shortened(group: bytes) -> bytes:
    if b"stroke-dasharray" in group.partition(b">")[0]:  # where a shape begins shows in its dashes
        return group
    return _ROUNDED.sub(_rectangle, _LINES.sub(_joined, group))


def _joined(lines: re.Match[bytes]) -> bytes:
    found = re.findall(_LINE, lines[0])
    return b'<path fill="none" d="%s"/>\n' % b"".join(b"M%s %s" % ends for ends in found)


def _rectangle(path: re.Match[bytes]) -> bytes:
    """One with rounded corners, from the outline in which Qt draws it."""
    left, round_from, top, right, bottom = map(float, path.groups())
    size = (left, top, right - left, bottom - top, round_from - top)
    return b'<rect x="%.6g" y="%.6g" width="%.6g" height="%.6g" rx="%.4g"/>' % size
