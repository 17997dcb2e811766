"""The policy step: the contract's words, first in the head, with the right hashes; what would break is refused."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from editions.policy import PolicyError, add_policies, add_policy, allow_service_worker

REFERRER = '<meta name="referrer" content="no-referrer">'
HEAD = '<!doctype html>\n<html><head>\n<meta charset="utf-8">\n<title>t</title>'


def sha256(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_policy_is_the_contracts() -> None:
    page = add_policy(f"{HEAD}</head><body></body></html>")
    expected = (
        "default-src 'none'; connect-src 'none'; script-src 'self' blob: 'wasm-unsafe-eval'; worker-src blob:; "
        "style-src 'self' ; img-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; form-action 'none'; "
        "base-uri 'none'; object-src 'none'"
    ).replace(" ;", ";")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{expected}">'
    assert page.startswith(HEAD.replace("\n<title>t</title>", f"{meta}{REFERRER}\n<title>t</title>"))


def test_inline_scripts_and_styles_are_hashed_as_written() -> None:
    script, style = 'if (1 < 2) "中文 &amp;";\n', "p>a{}"
    page = add_policy(f"{HEAD}<style>{style}</style></head><body><script>{script}</script></body></html>")
    assert f"script-src 'self' {sha256(script)} blob:" in page
    assert f"style-src 'self' {sha256(style)};" in page


def test_data_and_loaded_scripts_need_no_hash() -> None:
    data = '<script type="application/json">{"a":1}</script><script src="assets/app.js"></script>'
    assert "sha256-" not in add_policy(f"{HEAD}</head><body>{data}</body></html>")


def test_single_page_trusts_hashes_only() -> None:
    page = add_policy(f"{HEAD}<style>p{{}}</style></head><body><script>1</script></body></html>", single=True)
    assert "'self'" not in page
    assert f"script-src {sha256('1')} blob: 'wasm-unsafe-eval'; worker-src blob:; style-src {sha256('p{}')};" in page
    assert "img-src data: blob:; font-src 'none'; manifest-src 'none';" in page


def test_hosted_page_may_have_a_service_worker() -> None:
    page = add_policy(f"{HEAD}</head><body></body></html>")
    hosted = allow_service_worker(page)
    assert "worker-src blob: 'self';" in hosted
    assert hosted.replace("worker-src blob: 'self';", "worker-src blob:;") == page
    with pytest.raises(PolicyError):
        allow_service_worker(f"{HEAD}</head><body></body></html>")


@pytest.mark.parametrize("body", ['<p onclick="x()">', '<td style="text-align:left">', "<svg onload=x>"])
def test_what_the_policy_refuses_fails_the_build(body: str) -> None:
    with pytest.raises(PolicyError, match="line 5"):
        add_policy(f"{HEAD}</head><body>\n{body}</body></html>")


def test_page_that_does_not_start_with_its_charset_is_named(tmp_path: Path) -> None:
    path = tmp_path / "sub" / "a.html"
    path.parent.mkdir()
    path.write_text('<html><head><title>t</title><meta charset="utf-8"></head></html>', "utf-8")
    with pytest.raises(PolicyError, match=r"sub/a\.html: the head does not start"):
        add_policies(tmp_path)
