"""What of a plan is in sight, and everything that moves it."""
