"""`python -m pyvalidator`, for computers where the command is not on the path."""

import sys

from pyvalidator.cli import main

if __name__ == "__main__":
    sys.exit(main())
