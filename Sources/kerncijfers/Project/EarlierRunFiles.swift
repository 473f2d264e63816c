internal import Findings
internal import Indicators
internal import Provenance
internal import Reports
internal import Writers

/// The run of the period before, as it stands in the project's reports.
struct EarlierRunFiles {
  /// What the report says of it.
  let run: EarlierRun

  /// How often it had each finding.
  private let findings: [[String]: Int]

  /// What a manifest says of it.
  let parameter: String

  /// Reads the run of the period before; nil for years, and where it was never made.
  ///
  /// - Throws: `CommandFailure` with exit code 4 when it stands there but cannot be read.
  init?(
    of definition: ReportDefinition, before period: ReportingPeriod, _ variant: Variant,
    in folder: ProjectFolder
  ) throws {
    guard !period.isWholeYear, let earlier = period.earlier(by: 1) else { return nil }
    let path = ([folder.output(report: definition.id, period: earlier.id)] + variant.names)
      .joined(separator: "/")
    guard let figures = FolderTree.content(ofFile: "\(path)/figures.csv") else { return nil }
    guard let cells = RunCells(csv: figures),
      let table = FolderTree.content(ofFile: "\(path)/findings.csv"),
      let rows = FindingRows.read(csv: table)
    else {
      throw CommandFailure(
        .unusableInputs,
        "the report of the period before in '\(path)' cannot be read, expected a whole run\n"
          + "  fix: make it again, or remove it")
    }
    run = EarlierRun(
      period: earlier,
      values: Dictionary(
        cells.cells.filter { $0.marker != CellValue.suppressed.marker }.map { cell in
          let place = CellReference(
            figure: cell.place.figure, row: cell.place.row, column: cell.place.column)
          return (place, cell.value)
        }, uniquingKeysWith: { first, _ in first }))
    findings = EarlierRunFiles.counts(rows)
    parameter = "\(earlier.id) \(Digest(of: figures).hexadecimal) \(Digest(of: table).hexadecimal)"
  }

  /// How many findings of another run this one did not have, by severity.
  ///
  /// A finding is the same when all but its line, its column and the numbers in its message are: these
  /// move when a file is delivered again with more records.
  func newFindings(in list: FindingList) -> NewFindings {
    var new: [String: Int] = [:]
    for (key, count) in EarlierRunFiles.counts(list.lazy.map(FindingsTable.row)) {
      new[key[0], default: 0] += max(0, count - (findings[key] ?? 0))
    }
    return NewFindings(
      errors: new["error"] ?? 0, warnings: new["warning"] ?? 0, notes: new["note"] ?? 0)
  }

  private static func counts(_ rows: some Sequence<[String]>) -> [[String]: Int] {
    rows.reduce(into: [:]) { counts, row in
      let message = row[6].filter { !$0.isNumber }
      counts[[row[0], row[1], row[2], row[3], message], default: 0] += 1
    }
  }
}
