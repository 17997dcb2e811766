"""What runs before anything is installed, or beside the build: set-up, browsers, locks, the local server."""
