"""The parts of a report, one file each: what they tell of the facts."""
