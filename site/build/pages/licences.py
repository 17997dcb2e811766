"""The page of what is shipped: parts, versions, licences with their texts, and how to check a copy."""

from __future__ import annotations

from html import escape

from pages import sbom
from tasks.identity import current_identity

PAGE = "about/components.md"
SBOM = "about/sbom.cdx.json"


def build_pages() -> dict[str, str | bytes]:
    """The page, and the same list for programs."""
    identity = current_identity()
    return {PAGE: _render_page(identity.version, identity.commit), SBOM: sbom.render_sbom(identity)}


def render_notices() -> str:
    """Parts and licence texts as HTML, for the edition that is one file."""
    parts = "".join(f"<li>{escape(_line(component))}</li>" for component in sbom.list_components())
    texts = "".join(
        f"<details><summary>{escape('、'.join(component.name for component in components))}</summary>"
        f'<pre lang="en" class="pv-licence">{escape(text)}</pre></details>'
        for text, components in sbom.licence_texts().items()
    )
    return f"<ul>{parts}</ul>{texts}"


def _line(component: sbom.Component) -> str:
    return f"{component.name} {component.version}（{component.licence}）{component.source}"


def _render_page(version: str, commit: str) -> str:
    rows = "".join(
        f"| [{component.name}]({component.source}) | {component.version or '未標示'} | {component.licence} |\n"
        for component in sbom.list_components()
    )
    texts = "\n".join(
        f'<details markdown="0"><summary>{escape("、".join(component.name for component in components))}</summary>'
        f'<pre lang="en" class="pv-licence">{escape(text)}</pre></details>\n'
        for text, components in sbom.licence_texts().items()
    )
    return f"""---
title: 元件、授權與驗證
search: {{exclude: true}}
---

# 元件、授權與驗證

給資訊與資安人員：這個網站裡有什麼、各是什麼授權、怎麼確認您手上這一份沒有被改過。

## 這一份

版本 {version}，提交 `{commit or "不明"}`。程式以 MIT 授權釋出。

## 確認檔案沒有被改過

建置時會一併產生 `SHA256SUMS`，列出單一 HTML 檔、離線網站壓縮檔與網站每一個檔案的 SHA-256。
請向提供本工具的單位取得這個檔案（最好不要跟網站走同一個管道），再比對：

```sh
sha256sum --check SHA256SUMS
```

Windows 沒有 `sha256sum` 時，可以逐檔比對：

```powershell
Get-FileHash attendance-check.html -Algorithm SHA256
```

## 自己再做一份

同一個提交做兩次，得到的每一個位元組都相同（自動測試會檢查）。取得原始碼之後：

```sh
git checkout {commit.rstrip("+") or "<提交>"}
make build
sha256sum build/attendance-check.html build/offline-site.zip
```

使用的套件都釘住版本，並以雜湊值驗證：
Python 套件在 `requirements.lock`（SHA-256），Node 套件在 `package-lock.json`（SHA-512）；內容不符就停止建置。
畫面截圖不在其內：有截圖的網站，文字頁面會不同。

## 使用的元件

機器可讀的清單（CycloneDX 1.6，含雜湊值，以及 pydantic-core 內含的 Rust 元件）：[sbom.cdx.json](sbom.cdx.json)。

| 元件 | 版本 | 授權 |
|---|---|---|
{rows}
「未標示」：連結在 Python 執行環境（pyodide.asm.wasm）裡、執行環境沒有提供版本的元件。

Pyodide 以 MPL-2.0 授權，本站沒有修改它；原始碼可以在上表的連結取得。

## 授權全文

{texts}
"""
