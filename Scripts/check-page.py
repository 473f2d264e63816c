#!/usr/bin/env python3
"""Opens a run's page in headless Chromium, and reads its Markdown with a common renderer.

usage: check-page.py RUN

RUN is the folder of a run. The page must show every figure with scripts on and off, wide and
narrow, light and dark and on paper, without a fault that axe finds; every table of the Markdown
must be a table to markdown-it.

Exit codes: 0 nothing is wrong, 1 something is, 2 bad use or a program is not installed.
"""

import csv
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

try:
    import axe_core_python
    from markdown_it import MarkdownIt
except ImportError as error:
    print(f"check-page: {error.name} is not installed", file=sys.stderr)
    sys.exit(2)

# What the page is asked to do once it is loaded; the answer becomes the title.
PROBE = """
(async () => {
  const answer = {};
  const root = document.documentElement;
  answer.overflow = root.scrollWidth - root.clientWidth;
  answer.background = getComputedStyle(document.body).backgroundColor;
  const table = [...document.querySelectorAll("article table")]
    .find((table) => table.tBodies[0].rows.length > 3);
  const button = table.querySelectorAll("thead button")[1];
  const values = () => [...table.tBodies[0].querySelectorAll("tr:not(.total)")]
    .map((row) => parseFloat(row.cells[1].dataset.value)).filter((value) => !isNaN(value));
  if (button) {
    button.click();
    const sorted = values();
    answer.sorts = sorted.every((value, index) => index === 0 || sorted[index - 1] >= value);
    button.click(); button.click();
  }
  const area = document.querySelector("nav select");
  if (area) {
    const label = (row) => row.cells[0].textContent.replace(/ ?\\[\\d+\\]/g, "").trim();
    area.value = area.options[1].value;
    area.dispatchEvent(new Event("change"));
    const names = [...area.options].slice(1).map((option) => option.value);
    const shown = [...document.querySelectorAll("article tbody tr:not(.total)")]
      .filter((row) => !row.hidden).map(label).filter((name) => names.includes(name));
    const others = [...document.querySelectorAll(".chart svg > * > title")].filter((title) =>
      names.some((name) => name !== area.value
        && (title.textContent.startsWith(name + ":") || title.textContent.startsWith(name + ","))));
    answer.areas = shown.length > 5 && shown.every((name) => name === area.value)
      && document.querySelectorAll(".chart .dim").length === others.length;
    area.value = "";
    area.dispatchEvent(new Event("change"));
    answer.areas = answer.areas && !document.querySelector("article tr[hidden], .chart .dim");
  }
  const exact = document.querySelector("nav input[type=checkbox]");
  const rounded = document.querySelector("td[data-exact]");
  if (exact && rounded) {
    const printed = rounded.textContent;
    exact.click();
    const shown = rounded.textContent;
    exact.click();
    answer.exact = shown.startsWith(rounded.dataset.exact) && rounded.textContent === printed;
    rounded.dispatchEvent(new PointerEvent("pointermove", {bubbles: true}));
    answer.tips = document.querySelector(".tip").textContent === rounded.dataset.exact;
  }
  const field = document.querySelector("nav input[type=search]");
  if (field) {
    const rows = [...table.tBodies[0].rows].filter((row) => !row.classList.contains("total"));
    field.value = rows[0].cells[0].textContent.trim();
    field.dispatchEvent(new Event("input"));
    answer.filters = !rows[0].hidden && rows.some((row) => row.hidden);
    field.value = "";
    field.dispatchEvent(new Event("input"));
  }
  const report = await axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21aa",
    "best-practice"]});
  answer.passed = report.passes.length;
  answer.axe = report.violations.map((found) =>
    `${found.id}: ${found.help} (${found.nodes.length}, for example ${found.nodes[0].target})`);
  document.title = "ANSWER" + JSON.stringify(answer);
})().catch((error) => { document.title = "ANSWER" + JSON.stringify({error: String(error)}); });
"""


class Browser:
    """Headless Chromium with a profile of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.program = shutil.which("chromium") or shutil.which("chromium-browser")
        if not self.program:
            print("check-page: Chromium is not installed", file=sys.stderr)
            sys.exit(2)

    def run(self, page, *options):
        """What Chromium writes for a page with some options."""
        command = [self.program, "--headless", "--no-sandbox", "--disable-gpu",
                   "--hide-scrollbars", f"--user-data-dir={self.folder}/profile", *options,
                   f"file://{page}"]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=300,
                              stderr=subprocess.DEVNULL).stdout.decode("utf-8")

    def answer(self, page, *options):
        """The answer of the probe on a page."""
        dom = self.run(page, "--virtual-time-budget=60000", "--dump-dom", *options)
        found = re.search(r"<title>ANSWER(.*?)</title>", dom, re.S)
        return json.loads(html.unescape(found.group(1))) if found else {"error": "no answer"}


def probed(text):
    """The page with the checker and its questions at the end."""
    axe = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    scripts = f"<script>{axe.replace('</script', '<' + chr(92) + '/script')}</script>"
    return text.replace("</body>", f"{scripts}<script>{PROBE}</script></body>")


def page_errors(text, figures, folder):
    """What is wrong with the page."""
    page = Path(folder) / "page.html"
    page.write_text(probed(text), encoding="utf-8")
    browser = Browser(folder)
    answers = {
        "wide": browser.answer(page, "--window-size=1300,900"),
        "narrow": browser.answer(page, "--window-size=500,900"),
        "dark": browser.answer(page, "--window-size=1300,900",
                               "--blink-settings=preferredColorScheme=0"),
    }
    for name, answer in answers.items():
        if "error" in answer:
            yield f"{name}: {answer['error']}"
            continue
        if answer["overflow"] > 0:
            yield f"{name}: the page is {answer['overflow']} pixels wider than the window"
        for key in ("sorts", "filters", "areas", "exact", "tips"):
            if not answer.get(key):
                yield f"{name}: '{key}' does not work"
        if answer["passed"] < 20:
            yield f"{name}: axe held only {answer['passed']} rules against the page"
        for violation in answer["axe"]:
            yield f"{name}: {violation}"
    if answers["wide"].get("background") == answers["dark"].get("background"):
        yield "dark: the page is as light as ever"
    yield from still_errors(text, figures, browser, folder)


def still_errors(text, figures, browser, folder):
    """What is wrong without scripts and on paper."""
    still = Path(folder) / "still.html"
    still.write_text(re.sub(r"<script>.*?</script>", "", text, flags=re.S), encoding="utf-8")
    dom = browser.run(still, "--dump-dom")
    shown = html.unescape(dom)
    for figure in figures:
        if figure not in shown:
            yield f"without scripts: '{figure}' is not on the page"
    if re.search(r"(src|href)=\"https?:|url\(", text):
        yield "the page asks for something from the network"
    paper = Path(folder) / "page.pdf"
    browser.run(still, f"--print-to-pdf={paper}")
    if not paper.is_file() or paper.stat().st_size < 50_000:
        yield "on paper: there is nothing"


def markdown_errors(text, figures):
    """Tables that a renderer does not take for tables, or whose rows have lost cells."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    written = len(re.findall(r"^\|[-:| ]+\|$", text, flags=re.M))
    shown = sum(token.type == "table_open" for token in tokens)
    if written != shown:
        yield f"markdown: {shown} tables are shown of {written}"
    width, count = 0, 0
    for token in tokens:
        if token.type == "tr_open":
            count = 0
        elif token.type in ("th_open", "td_open"):
            count += 1
        elif token.type == "thead_close":
            width = count
        elif token.type == "tr_close" and width and count != width:
            yield f"markdown: a row has {count} cells, expected {width}, at line {token.map}"
        elif token.type == "table_close":
            width = 0
        elif token.type == "inline" and re.match(r"\|.*\|", token.content):
            yield f"markdown: a row is shown as text: {token.content[:60]}"
    if len(figures) > len(re.findall(r"^#+ ", text, flags=re.M)):
        yield "markdown: some figures have no heading"


def main(arguments):
    if len(arguments) != 1 or not (Path(arguments[0]) / "index.html").is_file():
        print(__doc__, file=sys.stderr)
        return 2
    run = Path(arguments[0])
    with open(run / "figures.csv", encoding="utf-8", newline="") as file:
        figures = list(dict.fromkeys(line["title"] for line in csv.DictReader(file)))
    text = (run / "index.html").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        problems = list(page_errors(text, figures, folder))
    problems += markdown_errors(next(run.glob("*.md")).read_text(encoding="utf-8"), figures)
    for problem in problems[:40]:
        print(problem)
    print(f"{run.name}: {len(figures)} titles, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
