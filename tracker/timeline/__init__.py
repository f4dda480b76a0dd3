"""Lanes and bars in, pixels out: layout, axis, painter, view, picture export. Knows no store."""

import os

# numpy's threads cost start-up time and nothing here multiplies matrices; read once, at its import.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
