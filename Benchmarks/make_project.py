"""Makes the benchmark's project: five datasets of the shipped definitions, with a report of its own.

    python Benchmarks/make_project.py PROJECT EXPORTS
"""

import os
import re
import shutil
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DATASETS = ["instroom", "aanmeldingen", "contracten", "gesprekken", "helpdeskvragen"]


def make_project(project, exports):
    """Fills a project folder whose exports are a link to those that are given."""
    shipped = os.path.join(ROOT, "inputs", "definitions")
    definitions = os.path.join(project, "inputs", "definitions")
    shutil.rmtree(project, ignore_errors=True)
    for folder in ("codelists", "shared"):
        shutil.copytree(os.path.join(shipped, folder), os.path.join(definitions, folder))
    for folder in ("indicators", "reports"):
        shutil.copytree(
            os.path.join(ROOT, "Benchmarks", "project", folder), os.path.join(definitions, folder)
        )
    os.makedirs(os.path.join(definitions, "schemas"))
    for name in DATASETS:
        shutil.copy(os.path.join(shipped, "schemas", name + ".yaml"), os.path.join(definitions, "schemas"))
    with open(os.path.join(shipped, "datapackage.yaml"), encoding="utf-8") as file:
        head, *resources = re.split(r"(?m)^(?=  - name: )", file.read())
    wanted = [text for text in resources if text.split("\n")[0].removeprefix("  - name: ") in DATASETS]
    with open(os.path.join(definitions, "datapackage.yaml"), "w", encoding="utf-8") as file:
        file.write(head + "".join(wanted))
    os.makedirs(os.path.join(project, "inputs", "published"))
    os.symlink(os.path.abspath(exports), os.path.join(project, "inputs", "exports"))


if __name__ == "__main__":
    make_project(sys.argv[1], sys.argv[2])
