"""The command line. Without a command it opens the window; Qt is imported only for a window or a picture."""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from tracker.cli import arguments


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command. 0 is well, 1 is findings (`check`), 2 is wrong input: one line on stderr, nothing written."""
    _speak_utf_8()
    wanted = arguments.parse(list(sys.argv[1:] if argv is None else argv))
    try:
        code = int(wanted.run(wanted))
        if sys.stdout is not None:
            sys.stdout.flush()  # here, where a reader who has left is no fault; at the exit it would be told
        return code
    except (ValueError, OSError) as error:
        return _refused(error)


def _speak_utf_8() -> None:
    """Names and quotation marks come out whole, whatever the system's language is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a program without a console has none
            stream.reconfigure(encoding="utf-8", errors="replace")


def _refused(error: Exception) -> int:
    if isinstance(error, BrokenPipeError):  # the reader has seen enough, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what is still to be flushed
        return 0
    print(f"mission-tracker: {' '.join(str(error).split())}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
