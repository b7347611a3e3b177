"""A real browser: Debian's chromium, driven by Playwright. Without one the tests are skipped, saying so.

LAWTRACK_CHROMIUM is the path of a chromium (default: the one on PATH), LAWTRACK_AXE the path of axe-core's axe.min.js.
"""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "publish"))

from lawtrack.publish.site import site

Open = Callable[..., Any]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample acts."""
    from publish_samples import model

    made = tmp_path_factory.mktemp("site")
    site(made, model())
    return made


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Requests are not told."""


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    """The site over HTTP, on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, headless."""
    api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: no browser tests")
    path = os.environ.get("LAWTRACK_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        pytest.skip("no chromium on this machine: no browser tests")
    with api.sync_playwright() as playwright:
        # --no-sandbox: the tests may run as root in a container; the pages are our own
        made = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        yield made
        made.close()


@pytest.fixture
def visit(browser: Any, address: str, folder: Path) -> Iterator[Open]:
    """`visit(path, width=…, day=…, scheme=…, script=…, from_disk=…)` opens a page. At the end of the test no page may have told an error,
    broken the policy, or asked another host for anything."""
    faults: list[str] = []
    contexts = []

    def open_(
        path: str,
        *,
        width: int = 1280,
        height: int = 900,
        day: str = "2025-12-20",
        scheme: str = "light",
        script: bool = True,
        from_disk: bool = False,
    ) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=script, locale="vi-VN"
        )
        contexts.append(context)
        page = context.new_page()
        if script:
            page.clock.set_fixed_time(f"{day}T12:00:00+07:00")
        page.on("console", lambda m: faults.append(f"console: {m.text}") if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: faults.append(f"error: {e}"))
        page.on("dialog", lambda d: faults.append(f"dialog: {d.message}"))
        start = (folder.as_uri() if from_disk else address) + "/"
        page.on("request", lambda r: None if r.url.startswith((start, "data:")) else faults.append(f"request: {r.url}"))
        page.on("requestfailed", lambda r: faults.append(f"failed: {r.url}"))
        page.on("response", lambda r: faults.append(f"{r.status}: {r.url}") if r.status >= 400 else None)
        page.goto(start + path)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core."""
    path = os.environ.get("LAWTRACK_AXE")
    if not path or not Path(path).is_file():
        pytest.skip("LAWTRACK_AXE does not name axe-core's axe.min.js: accessibility is not tested")
    return Path(path).read_text(encoding="utf-8")
