"""Qt item models over records, and the feed that turns records into timeline lanes."""
