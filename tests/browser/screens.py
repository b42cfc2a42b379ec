"""Screenshots of the shipped graph, to be looked at: `make screens` writes them to build/screens.

Some of them stand in the README, and are written to docs/ as well.
"""

import shutil
from pathlib import Path
from typing import Any

WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}

SCREENS: dict[str, tuple[str, dict[str, Any]]] = {
    "light": ("", {}),
    "dark": ("", {"color_scheme": "dark"}),
    "phone": ("#actor=actor/sdf", {"viewport": PHONE, "device_scale_factor": 2}),
    "actor": ("#actor=actor/sdf&focus=actor/sdf+1", {}),
    "evidence": ("#tie={tie}", {}),
    "path": ("#path=actor/iran+actor/islamic-state", {}),
    "day": ("#on=2025-03-18", {}),
    "change": ("#on=2025-11-11&since=2024-11-01", {}),
    "timeline": ("#view=timeline&actor=actor/sdf", {}),
    "matrix": ("#view=matrix", {}),
    "table": ("#view=table&actor=actor/sdf", {}),
    "text": ("#view=text&focus=actor/sdf+1", {}),
}
"""Name → address and the settings of the browser, where they are not the usual ones."""

IN_README = ("light", "path", "timeline", "editor")


def take(page: Path, folder: Path, program: str) -> list[Path]:
    """Open a page at each address and take its picture."""
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    taken = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name, (address, settings) in SCREENS.items():
            usual = {"viewport": WIDE, "color_scheme": "light", "reduced_motion": "reduce"}
            context = browser.new_context(offline=True, **(usual | settings))
            tab = context.new_page()
            tab.goto(page.as_uri())
            tab.wait_for_selector("body[data-ready]", state="attached")
            tie = tab.evaluate(
                "isgraph.model.lines.find(line => line.claims.length > 2).claims[0].id"
            )
            tab.goto(page.as_uri() + address.format(tie=tie))
            tab.reload()
            tab.wait_for_selector("body[data-ready]", state="attached")
            tab.wait_for_timeout(500)
            place = folder / f"{name}.png"
            tab.screenshot(path=place)
            taken.append(place)
            context.close()
        browser.close()
    return taken


def take_editor(folder: Path, program: str) -> Path:
    """Ask a question in the editor of a running server, and take its picture."""
    from playwright.sync_api import sync_playwright

    from isgraph.files import data_path
    from isgraph.server.limits import Limits
    from tests.server.conftest import running

    place = folder / "editor.png"
    with running(data_path(), Limits()) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        tab = browser.new_page(viewport=WIDE, color_scheme="light")
        tab.goto(f"http://127.0.0.1:{server.port}/sparql")
        tab.get_by_role("button", name="Who has how many troops").click()
        tab.wait_for_selector("#panel table")
        tab.screenshot(path=place)
        browser.close()
    return place


if __name__ == "__main__":
    from conftest import BROWSERS
    from isgraph import conflicts, draw, load, project

    store = load()
    build = Path("build")
    build.mkdir(exist_ok=True)
    page = draw(project(store), conflicts=conflicts(store)).save(build / "isgraph.html")
    program = next(filter(None, map(shutil.which, BROWSERS)))
    taken = take(page.resolve(), build / "screens", program)
    for place in [*taken, take_editor(build / "screens", program)]:
        print(place)
        if place.stem in IN_README:
            shutil.copy(place, Path("docs") / place.name)
