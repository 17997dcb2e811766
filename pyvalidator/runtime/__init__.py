"""What the core needs of Python itself: caches, memory, the garbage collector, packaged files, progress."""
