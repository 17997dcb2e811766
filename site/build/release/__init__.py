"""What a release says of itself: version, commit, day, and the list of all parts with their licences."""
