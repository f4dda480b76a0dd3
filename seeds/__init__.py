"""The article and the facts read from it; installed as tracker.seeds."""
