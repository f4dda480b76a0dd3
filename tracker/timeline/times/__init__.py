"""Times on an axis: the scale between seconds and pixels, ticks of any zone, and mission elapsed time. No drawing."""
