"""Tries to work out the small counts that a run leaves blank.

    attack.py BLANKED/figures.csv EVERY.json DEFINITIONS BELOW WIDTH [ZERO_IS_SMALL]

Several reports that the attacker has are given as files with a comma between them; what has not
changed from one to the next he takes to be the same, and months to add up to their year to date.

EVERY.json is `explain --every --json` of the same report with every number: the questions that its
cells answer tell the attacker what is the same number in two tables, and its numbers tell the judge
whether he was right. He knows every cell that is printed, that a total row or column is a total, that
parts of a dimension add up, what shares, averages and changes are made of, that counts are whole and
not negative, and that a blank is not a zero. He works by elimination over fractions and by intervals,
and knows nothing of how the program chooses its blanks. Exit code 1 names what he found.
"""
import collections
import csv
import fractions
import itertools
import json
import pathlib
import re
import sys

import yaml

F = fractions.Fraction


def load(blanked, every):
    """The cells of the reports by figure, row and column; figures of the second one end in ' 2'."""
    shown, full = {}, {}
    for index, (table, answers) in enumerate(zip(blanked.split(","), every.split(","))):
        suffix = f" {index + 1}" if index else ""
        with open(table, encoding="utf-8") as file:
            for row in csv.DictReader(file):
                shown[row["figure"] + suffix, row["row"], row["column"]] = row
        for cell in json.load(open(answers, encoding="utf-8"))["cells"]:
            full[cell["figure"] + suffix, cell["row"], cell["column"]] = cell
    return shown, full


def months(period):
    """The months of a period such as 2019, 2019-05 or 2019-01-to-05; none of others."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-to-(\d\d))?)?", period)
    if not match:
        return frozenset()
    first = int(match[2] or 1)
    last = int(match[3] or match[2] or 12)
    return frozenset((match[1], month) for month in range(first, last + 1))


def measures(folder):
    found = {}
    for path in sorted(pathlib.Path(folder, "indicators").glob("*.yaml")):
        for indicator in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).get("indicators") or []:
            found[indicator["id"]] = (indicator["measure"], indicator.get("unit"))
    return found


def parsed(question):
    """The indicator, what it is narrowed to, the dimensions of shares, and the period."""
    where, share, period = collections.defaultdict(set), [], ""
    for option, value in zip(question[1::2], question[2::2]):
        if option == "--where":
            dimension, member = value.split("=", 1)
            where[dimension].add(member)
        elif option == "--share":
            share.append(value)
        else:
            period = value
    return question[0], {d: frozenset(m) for d, m in where.items()}, share, period


def total_labels(folder):
    texts = [path.read_text(encoding="utf-8") for path in pathlib.Path(folder).rglob("*.yaml")]
    return {label.strip(' "') for text in texts
            for label in re.findall(r"\btotal: *([^,{}\n]+)", text)}


class Attack:
    def __init__(self, shown, full, definitions, totals, zero_is_small):
        self.shown, self.full, self.measures = shown, full, definitions
        self.total_labels = totals
        self.low, self.high = {}, {}
        self.sums, self.ratios, self.true = [], [], {}
        self.cell_key = {}
        self.floor = 0 if zero_is_small else 1
        for place, cell in full.items():
            self.read(place, cell)
        self.tables()
        self.lines()
        self.times()
        self.changes()

    def learn(self, key, low, high=None):
        self.low[key] = max(self.low.get(key, 0), low)
        if high is not None:
            self.high[key] = min(self.high.get(key, high), high)

    def count(self, indicator, where, period):
        key = ("count", indicator, frozenset(where.items()), period)
        self.learn(key, 0)
        return key

    def read(self, place, cell):
        """What one cell says, where it is printed."""
        mine = self.shown[place]
        value = F(cell["value"]) if cell["value"] else None
        printed = F(mine["value"]) if mine["value"] else None
        if printed is not None:
            assert printed == value, f"{place} is printed otherwise"
        if not cell["question"]:
            if value is not None and value.denominator == 1 and mine["unit"] != "%":
                self.tell(("cell",) + place, place, value, printed, mine["marker"])
            return
        indicator, where, share, period = parsed(cell["question"])
        measure, _ = self.measures.get(indicator, ({}, None))
        if share:
            part = self.count(indicator, where, period)
            whole = self.count(
                indicator, {d: m for d, m in where.items() if d not in share}, period)
            self.ratio(part, whole, printed, 100)
        elif measure.get("kind") == "share":
            over = measure["over"] if isinstance(measure["over"], list) else [measure["over"]]
            part = self.count(measure["of"], where, period)
            whole = self.count(
                measure["of"], {d: m for d, m in where.items() if d not in over}, period)
            self.ratio(part, whole, printed, 100)
        elif measure.get("kind") == "ratio":
            self.ratio(
                self.count(measure["numerator"], where, period),
                self.count(measure["denominator"], where, period), printed,
                100 if measure.get("as") == "share" else 1)
        elif value is not None and value.denominator == 1 and "interval" not in measure.get("kind", ""):
            self.tell(
                self.count(indicator, where, period), place, value, printed, mine["marker"])

    def tell(self, key, place, value, printed, marker):
        self.cell_key[place] = key
        if value < 0:
            return
        self.true[key] = value
        if printed is not None:
            self.learn(key, printed, printed)
        elif marker == "c":
            self.learn(key, self.floor)

    def ratio(self, part, whole, printed, times):
        if printed is not None:
            self.ratios.append((part, whole, printed / times))

    def tables(self):
        """A row or column that is called a total is one, of what stands above or before it."""
        for figure, cells in itertools.groupby(self.full, key=lambda place: place[0]):
            places = [p for p in cells if p in self.cell_key]
            rows = list(dict.fromkeys(p[1] for p in places))
            columns = list(dict.fromkeys(p[2] for p in places))
            self.totals([[(figure, r, c) for r in rows] for c in columns], rows)
            self.totals([[(figure, r, c) for c in columns] for r in rows], columns)

    def totals(self, lines, labels):
        for first, last in itertools.combinations(range(len(labels)), 2):
            if last - first < 2 or labels[last] not in self.total_labels:
                continue
            equations = []
            for line in lines:
                keys = [self.cell_key.get(place) for place in line[first:last + 1]]
                if any(k is None or k not in self.true for k in keys):
                    continue
                if sum(self.true[k] for k in keys[:-1]) != self.true[keys[-1]]:
                    equations = []
                    break
                if len(set(keys)) == len(keys):
                    equations.append({**{k: 1 for k in keys[:-1]}, keys[-1]: -1})
            self.sums += equations

    def lines(self):
        """Counts of one indicator that differ in one dimension: the whole is the sum of the parts."""
        groups = collections.defaultdict(dict)
        for key in list(self.low):
            if key[0] != "count":
                continue
            where = dict(key[2])
            for dimension in set(where) | {d for k in self.low if k[0] == "count" and k[1] == key[1]
                                           for d, _ in k[2]}:
                rest = frozenset((d, m) for d, m in where.items() if d != dimension)
                groups[key[1], rest, key[3], dimension][where.get(dimension)] = key
        for boxes in groups.values():
            for members, key in boxes.items():
                parts = [k for m, k in boxes.items() if m and len(m) == 1
                         and (members is None or m < members)]
                if len(parts) < 2 or key not in self.true:
                    continue
                values = [self.true.get(k) for k in parts]
                if None in values:
                    continue
                terms = {**{k: 1 for k in parts}, key: -1}
                if sum(values) == self.true[key]:
                    self.sums.append(terms)

    def times(self):
        """Counts over months that are the parts of another count's months."""
        groups = collections.defaultdict(dict)
        for key in self.low:
            if key[0] == "count" and months(key[3]):
                groups[key[1], key[2]][months(key[3])] = key
        for spans in groups.values():
            for whole, part in itertools.permutations(spans, 2):
                rest = spans.get(whole - part)
                if not part < whole or rest is None:
                    continue
                values = [self.true.get(k) for k in (spans[part], rest, spans[whole])]
                if None not in values and values[0] + values[1] == values[2]:
                    self.sums.append({spans[part]: 1, rest: 1, spans[whole]: -1})

    def changes(self):
        for (figure, row, column), cell in self.shown.items():
            years = re.findall(r"\d{4}", column)
            if "%" not in column or len(years) != 2 or not cell["value"]:
                continue
            later, earlier = (self.cell_key.get((figure, row, y)) for y in years)
            if later and earlier:
                self.ratios.append((later, earlier, 1 + F(cell["value"]) / 100))

    def known(self, key):
        return key in self.high and self.low[key] == self.high[key]

    def propagate(self):
        for _ in range(200):
            before = (dict(self.low), dict(self.high))
            for terms in self.sums:
                for key, factor in terms.items():
                    others = [(k, f) for k, f in terms.items() if k != key]
                    # factor * key = -sum(others)
                    least = [(-f * self.low[k]) if -f > 0 else
                             (-f * self.high[k] if k in self.high else None) for k, f in others]
                    most = [(-f * self.low[k]) if -f < 0 else
                            (-f * self.high[k] if k in self.high else None) for k, f in others]
                    bounds = (None if None in least else sum(least),
                              None if None in most else sum(most))
                    low, high = bounds if factor > 0 else (
                        None if bounds[1] is None else -bounds[1],
                        None if bounds[0] is None else -bounds[0])
                    self.learn(key, low if low is not None else 0, high)
            for part, whole, value in self.ratios:
                if self.known(whole):
                    number = round(value * self.low[whole])
                    self.learn(part, number, number)
                elif self.known(part) and value > 0:
                    number = round(self.low[part] / value)
                    self.learn(whole, number, number)
            if before == (self.low, self.high):
                return

    def eliminate(self):
        """Which unknowns have one value only, over fractions."""
        rows = []
        for terms in self.sums:
            row = {k: F(f) for k, f in terms.items() if not self.known(k)}
            total = -sum((f * self.low[k] for k, f in terms.items() if self.known(k)), F(0))
            if row:
                rows.append((row, total))
        pivots = {}
        for row, total in rows:
            for key in [k for k in row if k in pivots]:
                other, amount = pivots[key]
                factor = row.get(key, F(0))
                if factor:
                    for k, f in other.items():
                        row[k] = row.get(k, F(0)) - factor * f
                    total -= factor * amount
            row = {k: f for k, f in row.items() if f}
            if not row:
                continue
            key = min(row, key=repr)
            lead = row[key]
            row, total = {k: f / lead for k, f in row.items()}, total / lead
            for k, (other, amount) in list(pivots.items()):
                factor = other.get(key, F(0))
                if factor:
                    merged = {q: other.get(q, F(0)) - factor * row.get(q, F(0))
                              for q in set(other) | set(row)}
                    pivots[k] = ({q: f for q, f in merged.items() if f}, amount - factor * total)
            pivots[key] = (row, total)
        for key, (row, total) in pivots.items():
            if len(row) == 1:
                self.learn(key, total, total)


def main():
    blanked, every, definitions, below, width = sys.argv[1:6]
    below, width, zero = int(below), int(width), len(sys.argv) > 6
    shown, full = load(blanked, every)
    attack = Attack(shown, full, measures(definitions), total_labels(definitions), zero)
    for _ in range(5):
        attack.propagate()
        attack.eliminate()
    attack.propagate()
    small = {k: v for k, v in attack.true.items() if (0 if zero else 1) <= v < below}
    found = 0
    for place, key in attack.cell_key.items():
        if shown[place]["marker"] != "c" or key not in small:
            continue
        low, high = attack.low[key], attack.high.get(key)
        assert low <= attack.true[key] and (high is None or attack.true[key] <= high), place
        if high is not None and high - low < width:
            found += 1
            print(f"{place}: between {low} and {high}, it is {attack.true[key]}")
    blanks = sum(cell["marker"] == "c" for cell in shown.values())
    print(f"{len(shown)} cells, {blanks} blank; {len(attack.sums)} sums and {len(attack.ratios)} "
          f"ratios tried on {len(small)} small counts; {found} found")
    return 1 if found else 0


sys.exit(main())
