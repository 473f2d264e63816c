import Findings
import Reconciliation
import Register

/// A printed report of a few cells, as a table with a header: `figure | row | column | value`.
struct SmallPrint {
  let print: PrintedReport

  /// Creates a print; a value with `%` is a percentage, `-` a dash, text after `#` a footnote.
  init(_ lines: String, statements: [PrintedStatement] = []) {
    let cells = lines.split(separator: "\n").enumerated().map { index, line -> TableCell in
      let parts = line.split(separator: "#", maxSplits: 1)
      let fields = parts[0].split(separator: "|").map { field in
        String(field.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      let isPercent = fields[3].hasSuffix("%")
      return TableCell(
        place: CellPlace(figure: fields[0], row: fields[1], column: fields[2]),
        text: fields[3] == "-" ? "" : isPercent ? String(fields[3].dropLast()) : fields[3],
        isPercent: isPercent, isDash: fields[3] == "-",
        note: parts.count == 2 ? String(parts[1]) : "", line: index + 2)
    }
    print = PrintedReport(
      file: "print.csv", table: CellTable(cells), statementsFile: "sentences.csv",
      statements: statements)
  }

  /// What comes of holding it against itself.
  func reconciled(
    _ relations: [Relation.Content], because: String? = nil, totals: [String] = ["All"],
    register: Register = Register()
  ) -> Reconciliation {
    let place = SourceLocation(file: "relations.yaml", line: 1, column: 1)
    let definition = ReconciliationDefinition(
      report: "review", totals: totals,
      relations: relations.map { Relation($0, because: because, location: place) },
      exceptions: [], location: place)
    return Reconciler(print, definition: definition, year: 2023, computed: nil, register: register)
      .reconciliation()
  }
}

extension Relation.Content {
  /// The total row of a figure is the sum of the others.
  static func rowTotal(_ figure: String, mayBeLower: Bool = false) -> Relation.Content {
    .total(
      SameNumber(
        left: CellTerm(figure: figure, rows: .listed(["All"]), columns: .each),
        right: CellTerm(figure: figure, rows: .allBut(["All"]), columns: .each),
        mayBeLower: mayBeLower))
  }

  /// The total column of a figure is the sum of the others.
  static func columnTotal(_ figure: String) -> Relation.Content {
    .total(
      SameNumber(
        left: CellTerm(figure: figure, rows: .each, columns: .listed(["All"])),
        right: CellTerm(figure: figure, rows: .each, columns: .allBut(["All"]))))
  }
}
