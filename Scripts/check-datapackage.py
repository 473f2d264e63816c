#!/usr/bin/env python3
"""Checks that frictionless understands the Data Package of the definitions.

usage: check-datapackage.py DELIVERIES [DEFINITIONS]

DELIVERIES is a folder with a small delivery of each dataset, <dataset>/<year>/<file>.csv, such as
inputs/exports; the smallest file of each dataset is held against its Table Schema. DEFINITIONS is
the folder with datapackage.yaml, by default inputs/definitions beside this script's folder.

Exit codes: 0 all is understood, 1 something is not, 2 bad use or frictionless is not installed.
"""

import sys
from pathlib import Path

try:
    import yaml
    from frictionless import FrictionlessException, Package, Resource, system
except ImportError as error:
    print(f"check-datapackage: {error.name} is not installed (pip install 'frictionless>=5')",
          file=sys.stderr)
    sys.exit(2)


def descriptor_errors(folder):
    """What frictionless has against the package and its schemas."""
    try:
        Package.from_descriptor("datapackage.yaml", basepath=str(folder))
    except FrictionlessException as exception:
        errors = exception.reasons or [exception.error]
        return [f"datapackage.yaml: {error.message}" for error in errors]
    return []


def smallest(files):
    """The smallest file that holds records; any file when none does."""
    filled = [file for file in files if file.read_bytes().count(b"\n") > 1]
    return min(filled or files, key=lambda file: (file.stat().st_size, file), default=None)


def delivery_errors(folder, descriptor, deliveries):
    """What frictionless has against one delivery of a dataset."""
    name = descriptor["name"]
    file = smallest(sorted((deliveries / name).glob("*/*.csv")))
    if file is None:
        return [f"{name}: there is no delivery in {deliveries / name}"]
    # The key that a foreign key refers to may be in another file than the one that is checked.
    schema = yaml.safe_load((folder / descriptor["schema"]).read_text(encoding="utf-8"))
    schema.pop("foreignKeys", None)
    resource = Resource.from_descriptor(
        {**descriptor, "path": str(file), "schema": schema})
    report = resource.validate(limit_errors=5)
    place = file.relative_to(deliveries)
    # No values: a cell may hold an identifier.
    found = report.flatten(["rowNumber", "fieldName", "title"])
    return [f"{place}: {error.message}" for error in report.errors] + [
        f"{place}:{row or 1}: {field or 'file'}: {title}" for row, field, title in found]


def main(arguments):
    if not 1 <= len(arguments) <= 2 or arguments[0] in ("-h", "--help"):
        print(__doc__.strip())
        return 0 if arguments and arguments[0] in ("-h", "--help") else 2
    deliveries = Path(arguments[0]).resolve()
    default = Path(__file__).resolve().parent.parent / "inputs" / "definitions"
    folder = Path(arguments[1]).resolve() if len(arguments) == 2 else default
    if not deliveries.is_dir():
        print(f"check-datapackage: there is no folder {arguments[0]}", file=sys.stderr)
        return 2
    package = yaml.safe_load((folder / "datapackage.yaml").read_text(encoding="utf-8"))
    # The example paths lie outside the folder of definitions.
    with system.use_context(trusted=True):
        errors = descriptor_errors(folder)
        for descriptor in package["resources"]:
            errors += delivery_errors(folder, descriptor, deliveries)
    for error in errors:
        print(error, file=sys.stderr)
    if not errors:
        print(f"frictionless understands all {len(package['resources'])} datasets")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
