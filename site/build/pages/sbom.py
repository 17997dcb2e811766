"""Everything that the editions ship, with versions, hashes and licences: from the locks and what is installed."""

from __future__ import annotations

import base64
import importlib.metadata
import json
import re
import subprocess
import tomllib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Any

from runtime.cache import cached
from runtime.wheels import BROWSER_PACKAGES, wheel_hashes
from tasks.identity import Identity
from tasks.toolchain import NODE_MODULES, ROOT, SCRIPTS

LICENCES = ROOT / "site" / "licences"
# The packages of package.json whose code is in the page; the others only build and test it.
_NPM = ("pyodide", "fflate", "zstddec", "minisearch")
# The Python packages whose files are on the site's pages, beside those that run in the browser.
_THEME = ("mkdocs-material",)
# Packages that come without the text of their licence.
_TEXTS = {"pyodide": "mpl-2.0.txt"}
_VERSIONS = SCRIPTS / "runtime" / "versions.mjs"


@dataclass(frozen=True)
class Component:
    """One part. `hashes`: algorithm → hex; `inside`: what its maker says is linked into it, as CycloneDX components."""

    name: str
    version: str
    licence: str
    text: str
    source: str
    purl: str = ""
    hashes: dict[str, str] = field(default_factory=dict)
    inside: list[dict[str, Any]] = field(default_factory=list)


@cache
def list_components() -> list[Component]:
    """All parts by name.

    Raises:
        ValueError: a part has no licence, or no text of it can be found.
    """
    found = [*_python_packages(), *_npm_packages(), *_linked_parts()]
    for component in found:
        if not component.licence or len(component.text) < 60:
            raise ValueError(f"{component.name} has no licence text; put it into site/licences/ (see parts.toml)")
    return sorted(found, key=lambda component: component.name.lower())


def render_sbom(identity: Identity) -> str:
    """The list as CycloneDX 1.6 JSON, the same bytes for the same build."""
    own = {
        "type": "application", "bom-ref": "pyvalidator", "name": "pyvalidator", "version": identity.version,
        "licenses": [{"license": {"id": "MIT"}}],
        "properties": [{"name": "pyvalidator:commit", "value": identity.commit}],
    }  # fmt: skip
    components = [_to_cyclonedx(component) for component in list_components()]
    bom = {
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, identity.mark)}",
        "metadata": {"timestamp": datetime.fromtimestamp(identity.epoch, UTC).isoformat(), "component": own},
        "components": components,
        "dependencies": [{"ref": "pyvalidator", "dependsOn": [one["bom-ref"] for one in components]}],
    }  # fmt: skip
    return json.dumps(bom, ensure_ascii=False, indent=1) + "\n"


def _to_cyclonedx(component: Component) -> dict[str, Any]:
    reference = component.purl or f"part:{component.name}"
    # An expression of several licences has its own key.
    licence = {"expression": component.licence} if " " in component.licence else {"license": {"id": component.licence}}
    entry: dict[str, Any] = {
        "type": "library", "bom-ref": reference, "name": component.name, "version": component.version,
        "licenses": [licence], "externalReferences": [{"type": "website", "url": component.source}],
    }  # fmt: skip
    if component.purl:
        entry["purl"] = component.purl
    if component.hashes:
        entry["hashes"] = [{"alg": name, "content": value} for name, value in component.hashes.items()]
    if component.inside:
        entry["components"] = component.inside
    return entry


def _python_packages() -> Iterator[Component]:
    hashes = wheel_hashes()
    for name in (*BROWSER_PACKAGES, *_THEME):
        found = importlib.metadata.distribution(name)
        files = found.files or []
        texts = [file.read_text() for file in files if ".dist-info/licenses/" in file.as_posix()]
        boms = [file.read_text() for file in files if re.search(r"\.dist-info/sboms/.*\.json$", file.as_posix())]
        urls = dict(entry.split(", ", 1) for entry in found.metadata.get_all("Project-URL") or [])
        known = {"SHA-256": hashes[name]} if name in hashes else {}
        yield Component(
            name, found.version, found.metadata["License-Expression"] or found.metadata["License"] or "",
            "\n\n".join(texts), next(iter(urls.values()), f"https://pypi.org/project/{name}/"),
            f"pkg:pypi/{name}@{found.version}", known, [one for bom in boms for one in _inside(bom, name)],
        )  # fmt: skip


def _inside(bom: str, owner: str) -> Iterator[dict[str, Any]]:
    for one in json.loads(bom)["components"]:
        kept = {key: one[key] for key in ("type", "name", "version", "purl", "licenses", "hashes") if key in one}
        yield {**kept, "bom-ref": f"{owner}/{one['name']}@{one['version']}"}


def _npm_packages() -> Iterator[Component]:
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    for name in _NPM:
        entry = lock[f"node_modules/{name}"]
        digest = base64.b64decode(entry["integrity"].removeprefix("sha512-")).hex()
        own = next(iter(sorted((NODE_MODULES / name).glob("LICENSE*"))), None)
        text = own or LICENCES / _TEXTS[name]
        yield Component(
            name, entry["version"], entry["license"], text.read_text("utf-8"), f"https://www.npmjs.com/package/{name}",
            f"pkg:npm/{name}@{entry['version']}", {"SHA-512": digest},
        )  # fmt: skip


def _linked_parts() -> Iterator[Component]:
    parts = tomllib.loads((LICENCES / "parts.toml").read_text("utf-8"))["part"]
    versions = _ask_runtime({part["name"]: part["version"] for part in parts if "version" in part})
    for part in parts:
        text = (LICENCES / part["text"]).read_text("utf-8")
        yield Component(part["name"], versions.get(part["name"], ""), part["licence"], text, part["source"])


def _ask_runtime(expressions: dict[str, str]) -> dict[str, str]:
    given = json.dumps(expressions).encode()

    def ask() -> bytes:
        return subprocess.run(["node", _VERSIONS], cwd=ROOT, input=given, check=True, stdout=subprocess.PIPE).stdout

    versions: dict[str, str] = json.loads(cached(ask, given, _VERSIONS, NODE_MODULES / "pyodide" / "package.json"))
    return versions


def licence_texts() -> dict[str, list[Component]]:
    """Each text once, with the parts that stand under it."""
    texts: dict[str, list[Component]] = {}
    for component in list_components():
        texts.setdefault(component.text.strip(), []).append(component)
    return texts

