"""What is given: files, folders and archives to check, and side files that say how to check."""
