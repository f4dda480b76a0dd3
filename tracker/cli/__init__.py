"""What stands behind `mission-tracker` on the command line: its options, its commands, what they print."""
