"""Steps from each older form of a store to the next."""
