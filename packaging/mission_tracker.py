"""Where the bundled program begins."""

import sys

from tracker.__main__ import main

sys.exit(main())
