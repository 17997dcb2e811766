"""The configurations offered to IT desks: read by the servers they are for, with the headers that our own server sends."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Thread
from xml.etree import ElementTree

import pytest
import yaml

import task
from tasks import serve
from tasks.toolchain import ROOT

FILES = ROOT / "docs" / "about" / "deploy"
IMMUTABLE = "assets/runtime/core-0-abc.js"


def read(name: str) -> str:
    return (FILES / name).read_text("utf-8")


def test_iis_configuration_sends_the_headers() -> None:
    root = ElementTree.fromstring(read("web.config.txt").encode())
    server = root.find("system.webServer")
    assert server is not None
    sent = {one.get("name"): one.get("value") for one in server.findall("httpProtocol/customHeaders/add")}
    assert sent == serve.HEADERS
    # Without the line before it, IIS refuses the whole file where the server already knows the type.
    types = [(one.tag, one.get("fileExtension")) for one in server.findall("staticContent/*") if one.get("fileExtension")]
    assert types[::2] == [("remove", name) for _, name in types[1::2]]
    # What the page of downloads gives out: IIS answers 404 for a type that it was not told, also for a name without one.
    assert {".whl", "."} <= {name for _, name in types}
    assert {one.get("path") for one in root.findall("location")} == {"assets/runtime"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site as far as a server's configuration is concerned."""
    home = tmp_path / "www" / "attendance"
    (home / IMMUTABLE).parent.mkdir(parents=True)
    for name in ("index.html", "404.html", "assets/site.js", IMMUTABLE):
        (home / name).write_text(f"content of {name}", "utf-8")
    return home


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run_server(command: list[str], port: int) -> Iterator[str]:
    """The address of a server that runs in the foreground."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, process.stdout and process.stdout.read().decode()
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/attendance/"
    finally:
        process.terminate()
        process.wait()


def check_answers(address: str) -> None:
    for name, status, kind, cache in (
        ("", 200, "text/html", "no-cache"), ("assets/site.js", 200, "javascript", "no-cache"),
        (IMMUTABLE, 200, "javascript", "max-age=31536000"), ("no/such/page", 404, "text/html", ""),
    ):  # fmt: skip
        try:
            answer = urllib.request.urlopen(address + name)
        except urllib.error.HTTPError as error:
            answer = error
        assert answer.status == status
        assert kind in answer.headers["Content-Type"]
        assert cache in (answer.headers["Cache-Control"] or "")
        assert {header: answer.headers[header] for header in serve.HEADERS} == serve.HEADERS, name
        expected = {200: name or "index.html", 404: "404.html"}[status]
        assert answer.read().decode() == f"content of {expected}"


def test_nginx_configuration_works(site: Path, tmp_path: Path) -> None:
    nginx = shutil.which("nginx") or "/usr/sbin/nginx"
    text = read("nginx.conf.txt").replace("/srv/www", str(site.parent))
    assert text.count("{") == text.count("}")
    assert dict(re.findall(r'add_header (\S+) "(.*)" always;', text)) == serve.HEADERS
    if not Path(nginx).exists():
        pytest.skip("no nginx is installed: headers and braces checked only")
    port = free_port()
    temporary = "".join(f"{kind}_temp_path {tmp_path}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (tmp_path / "nginx.conf").write_text(
        f"daemon off; pid {tmp_path}/pid; error_log stderr; events {{}} {'user root;' if site.owner() == 'root' else ''}"
        f"http {{ include /etc/nginx/mime.types; access_log off; {temporary} server {{ listen 127.0.0.1:{port}; {text} }} }}",
        "utf-8",
    )
    for address in run_server([nginx, "-p", str(tmp_path), "-c", "nginx.conf"], port):
        check_answers(address)


def test_apache_configuration_works(site: Path, tmp_path: Path) -> None:
    apache = shutil.which("apache2") or "/usr/sbin/apache2"
    text = read("apache.conf.txt").replace("/srv/www", str(site.parent))
    assert dict(re.findall(r'Header always set (\S+) "(.*)"', text)) == serve.HEADERS
    modules = Path("/usr/lib/apache2/modules")
    if not Path(apache).exists():
        pytest.skip("no Apache is installed: headers checked only")
    port = free_port()
    loaded = "".join(
        f"LoadModule {name}_module {modules}/mod_{name}.so\n"
        for name in ("mpm_event", "authz_core", "alias", "dir", "mime", "headers")
    )
    types = tmp_path / "mime.types"
    types.write_text("text/html html\n", "utf-8")
    (tmp_path / "apache.conf").write_text(
        f"{loaded}ServerName localhost\nListen 127.0.0.1:{port}\nPidFile {tmp_path}/pid\nErrorLog {tmp_path}/errors\n"
        f"DocumentRoot {site.parent}\nTypesConfig {types}\n{text}", "utf-8",
    )  # fmt: skip
    command = [apache, "-d", str(tmp_path), "-f", str(tmp_path / "apache.conf")]
    subprocess.run([*command, "-t"], check=True)
    # Started by root, the server reads as another user; the folders of tests are private.
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    for address in run_server([*command, "-DFOREGROUND"], port):
        check_answers(address)


def test_workflow_builds_what_it_publishes() -> None:
    workflow = yaml.safe_load(read("github-pages.yml.txt"))
    steps = workflow["jobs"]["build"]["steps"]
    commands = [step["run"] for step in steps if "run" in step]
    assert [command.removeprefix("make ") for command in commands if command.startswith("make ")] == ["build"]
    assert set(task.TASKS) >= {"build"}
    [artifact] = [step["with"]["path"] for step in steps if "upload-pages-artifact" in step.get("uses", "")]
    assert artifact == "build/www"
    assert workflow["permissions"] == {"contents": "read"}
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+", step["uses"]) for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step)


def test_own_server_sends_the_headers(site: Path) -> None:
    server = serve.ThreadingHTTPServer(("127.0.0.1", 0), partial(serve.Handler, directory=str(site.parent)))
    Thread(target=server.serve_forever, daemon=True).start()
    (site.parent / "404.html").write_text("content of 404.html", "utf-8")
    check_answers(f"http://127.0.0.1:{server.server_port}/attendance/")
    server.shutdown()
    server.server_close()
