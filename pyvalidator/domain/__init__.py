"""What law and government say: calendar, leave kinds and their limits, agencies, identity numbers. No file yet."""
