"""What people fill in about meetings, minutes and decisions."""
