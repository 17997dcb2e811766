"""Finds the browsers that tests and pictures need, and installs what is missing where the machine allows it.

Run as a program it installs the browsers, with `--for-pictures` also what pictures of Chinese pages need.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome")
_FIREFOX_NAMES = ("firefox-esr", "firefox")
_CHROMIUM_PATHS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
_FIREFOX_PATHS = ("/Applications/Firefox.app/Contents/MacOS/firefox", r"C:\Program Files\Mozilla Firefox\firefox.exe")

# Of two `--disable-features` the last counts, so all but the last row are what Playwright 1.64 switches off itself. The
# last: two pages behind the address bar, which Chromium opens with each window for a second of processor time.
_OFF = (
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "DialMediaRouteProvider",
    "GlobalMediaControls", "HttpsUpgrades", "LensOverlay", "MediaRouter", "PaintHolding",
    "ThirdPartyStoragePartitioning", "BlockOriginHeaderModificationOnRedirect",
    "AvoidCorsURLLoaderRestartOnRedirect", "Translate", "AutoDeElevate", "OptimizationHints",
    "NetworkTimeServiceQuerying", "AimEnabled",
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup",
)  # fmt: skip

# A browser that is driven needs neither a sandbox of its own (which root cannot have) nor its maker's services.
CHROMIUM_ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", f"--disable-features={','.join(_OFF)}",
)  # fmt: skip

# A page's first script that makes each worker's runtime one function larger before Python starts, as that of another
# engine may be: the image of Python does not fit it then.
MISFIT = """
    const ORDER = `{
        const { instantiateStreaming } = WebAssembly;
        WebAssembly.instantiateStreaming = async (...given) => {
            const made = await instantiateStreaming(...given);
            made.instance.exports.__indirect_function_table.grow(1);
            return made;
        };
    }`;
    globalThis.Blob = class extends Blob {
        constructor(parts, options) {
            super(options?.type === "text/javascript" ? [ORDER, ...parts] : parts, options);
        }
    };
"""


def find_chromium() -> str | None:
    """Where a Chromium is: an installed one, else Playwright's own; None where there is neither."""
    return _find(_CHROMIUM_NAMES, _CHROMIUM_PATHS) or _find_playwright_chromium()


def find_firefox() -> str | None:
    """Where an installed Firefox is, or None."""
    return _find(_FIREFOX_NAMES, _FIREFOX_PATHS)


def ensure_packages() -> None:
    """Installs a Chromium and Firefox ESR where they are missing and the system's package manager has them."""
    if not _find(_CHROMIUM_NAMES, _CHROMIUM_PATHS):
        _apt_install("chromium")
    if not find_firefox():
        _apt_install("firefox-esr")


def ensure_browsers() -> None:
    """Installs what `ensure_packages` does, and Playwright's own Chromium where no other can be had."""
    ensure_packages()
    if not find_chromium():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def ensure_cjk_font() -> bool:
    """Whether pictures can show Chinese text; installs a font where that is possible."""
    if sys.platform in ("win32", "darwin"):
        return True
    return _has_cjk_font() or (_apt_install("fonts-noto-cjk") and _has_cjk_font())


def ensure_chinese_browser() -> bool:
    """Whether pictures show the browser's own words in Chinese; installs them where that is possible."""
    # Debian keeps every language but English in a package of its own; elsewhere they come with the browser.
    return not shutil.which("apt-get") or _apt_install("chromium-l10n")


def _has_cjk_font() -> bool:
    listing = shutil.which("fc-list")
    return bool(listing and subprocess.run([listing, ":lang=zh-tw"], capture_output=True, check=False).stdout.strip())


def _find(names: tuple[str, ...], paths: tuple[str, ...]) -> str | None:
    on_path = (shutil.which(name) for name in names)
    return next((path for path in on_path if path), next((path for path in paths if Path(path).exists()), None))


def _find_playwright_chromium() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _apt_install(package: str) -> bool:
    apt = shutil.which("apt-get")
    if not apt or os.geteuid() != 0:
        return False
    print(f"Installing {package} …", file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}

    def run_quietly(*arguments: str) -> bool:
        done = subprocess.run([apt, *arguments], env=environment, check=False, stdout=subprocess.DEVNULL)
        return done.returncode == 0

    # The package lists of a fresh machine are empty or old, and an old browser is not one that users have.
    run_quietly("update")
    return run_quietly("install", "-y", "--no-install-recommends", package)


if __name__ == "__main__":
    ensure_browsers()
    if "--for-pictures" in sys.argv[1:]:
        ensure_cjk_font()
        ensure_chinese_browser()
