"""Beside the build, and before anything is installed: set-up, browsers, locks, local server, a build's identity."""
