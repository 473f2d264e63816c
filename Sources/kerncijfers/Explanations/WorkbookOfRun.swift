internal import Findings
internal import Provenance
internal import Reports
internal import Writers

/// The workbook of a run, with the places of the figures' cells on its sheets.
struct WorkbookOfRun {
  /// What must be said about the file before its cells are explained; empty when it is the very file
  /// that the run wrote, and the run would write it again.
  let remarks: [String]

  private let ranges: [CellRange]
  private let figures: [Figure]

  /// Lays the workbook out by the writer itself, from the run that was made again, and holds the
  /// file against what was recorded and what is written now.
  init(
    of run: ReportRun, _ made: ReportRun.Made, recorded: RecordedRun, file path: String
  ) throws {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let written = try run.workbook(of: made)
    ranges = written.ranges
    figures = made.report.figures
    let now = FileRecord(file: name, content: written.bytes)
    let then = recorded.manifest.outputs.first { $0.file == name }
    let found = FolderTree.content(ofFile: path).map {
      FileRecord(file: name, content: $0)
    }
    var remarks: [String] = []
    if found != then {
      remarks.append(
        "'\(name)' is not as its run wrote it: what stands in the cell may have been typed over; "
          + "explained is what the run computes there")
    }
    if then != now {
      remarks.append(
        "the run writes another workbook now, because something that it was made from changed "
          + "('kerncijfers verify' says what); explained is the cell of that one")
    }
    self.remarks = remarks
  }

  /// The report's cell that stands in a cell of the workbook.
  ///
  /// - Throws: `CommandFailure` with exit code 2 when no figure's cell stands there.
  func cell(at place: WorkbookReference) throws -> CellReference {
    let onSheet = ranges.filter { $0.sheet.lowercased() == place.sheet.lowercased() }
    guard !onSheet.isEmpty else {
      let names = ranges.map(\.sheet)
      let hint = names.nearest(to: place.sheet).map { " (nearest: '\($0)')" } ?? ""
      throw CommandFailure(
        .badUse,
        "no sheet '\(place.sheet)' has cells of figures\(hint)\n  fix: name one of "
          + names.map { "'\($0)'" }.joined(separator: ", "))
    }
    for range in onSheet {
      guard let found = range.cell(row: place.row, column: place.column),
        let figure = figures.first(where: { $0.id == range.figure })
      else { continue }
      return CellReference(
        figure: figure.id, row: figure.rows[found.row].label,
        column: figure.columns[found.column].label)
    }
    throw CommandFailure(
      .badUse,
      "no figure's cell stands there on sheet '\(place.sheet)'\n  fix: name one of "
        + onSheet.map(\.description).joined(separator: ", or "))
  }
}
