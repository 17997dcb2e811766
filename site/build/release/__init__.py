"""The release: everything that is handed out for one version, in a folder of its own."""
