"""Serves the built site on this computer only. Usage: serve.py PORT"""

from __future__ import annotations

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from toolchain import ROOT


class Handler(SimpleHTTPRequestHandler):
    """Sends the right types whatever the system's registry says, and a page of our own for an unknown address."""

    extensions_map = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".svg": "image/svg+xml",
        ".json": "application/json",
    }

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: the address bar shows what was asked for."""


def open_server(port: int) -> ThreadingHTTPServer:
    """A server of build/www on 127.0.0.1; port 0 takes a free one."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, directory=str(ROOT / "build" / "www")))


if __name__ == "__main__":
    try:
        server = open_server(int(sys.argv[1]))
    except OSError as error:
        sys.exit(f"Port {sys.argv[1]} cannot be used ({error.strerror}); choose another with PORT=….")
    print(f"http://127.0.0.1:{server.server_port}/", flush=True)
    server.serve_forever()
