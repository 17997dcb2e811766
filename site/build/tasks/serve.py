"""Serves the built site on this computer only. Usage: serve.py PORT"""

from __future__ import annotations

import sys
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tasks.toolchain import WWW

# What docs/about/deploy/ proposes for other servers; frame-ancestors cannot stand in a page's own policy.
HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
# Names below this folder follow the content; everything else keeps its name from version to version.
IMMUTABLE = "assets/runtime/"


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

    def end_headers(self) -> None:
        """Adds the recommended headers."""
        for name, value in HEADERS.items():
            self.send_header(name, value)
        kept = f"/{IMMUTABLE}" in getattr(self, "path", "")
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if kept else "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """An unknown address gets the site's own page, with its policy."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.exists():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: the address bar shows what was asked for."""


def open_server(port: int) -> ThreadingHTTPServer:
    """A server of build/www on 127.0.0.1; port 0 takes a free one."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, directory=str(WWW)))


if __name__ == "__main__":
    try:
        server = open_server(int(sys.argv[1]))
    except OSError as error:
        sys.exit(f"Port {sys.argv[1]} cannot be used ({error.strerror}); choose another with PORT=….")
    print(f"http://127.0.0.1:{server.server_port}/", flush=True)
    server.serve_forever()
