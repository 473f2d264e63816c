#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import Exports
internal import Findings
internal import Indicators
internal import Provenance
internal import Register
internal import Reports
internal import Schemas

/// Reads the register: what earlier reports printed, one file for each, named `REPORT-PERIOD.csv`.
struct RegisterFiles {
  /// The folder; a project without one has an empty register.
  let folder: String

  /// What the register holds.
  struct Content {
    /// The published cells.
    var cells: [PublishedCell] = []

    /// The files, by content.
    var files: [FileRecord] = []

    /// What is wrong with them.
    var findings: [Finding] = []
  }

  private static let columns = ["figure", "row_label", "column_label", "value", "marker"]

  /// The files with a period's publications, the first one first.
  func versions(of name: String) throws -> [String] {
    try FolderTree.files(in: folder).filter { file in
      RegisterFiles.publication(file).map { "\($0.report)-\($0.period)" } == name
    }
  }

  /// The report and period that a file is named after, `REPORT-PERIOD.csv` or, for a revision,
  /// `REPORT-PERIOD.r02.csv`; nil when it is not.
  static func publication(
    _ file: String
  ) -> (report: String, period: String, version: Int)? {
    guard file.hasSuffix(".csv") else { return nil }
    let stem = file.dropLast(".csv".count)
    let name = stem.prefix { $0 != "." }
    let version = Int(stem.dropFirst(name.count + 2)) ?? 1
    for hyphen in name.indices where name[hyphen] == "-" {
      let period = String(name[name.index(after: hyphen)...])
      if ReportingPeriod(id: period) != nil { return (String(name[..<hyphen]), period, version) }
    }
    return nil
  }

  /// What is known about the publication of a file; nil for one that was put there by hand.
  func record(of file: String) -> PublicationRecord? {
    FolderTree.content(ofFile: "\(folder)/\(file.dropLast(".csv".count)).json")
      .flatMap(PublicationRecord.init(reading:))
  }

  /// Reads all files of the folder, or `only` those with some names.
  ///
  /// - Throws: `CommandFailure` with exit code 4 when a file cannot be read.
  func read(only names: Set<String>? = nil) throws -> Content {
    var content = Content()
    for name in try FolderTree.files(in: folder)
    where name.hasSuffix(".csv") && names?.contains(name) ?? true {
      let path = "\(folder)/\(name)"
      guard let bytes = FolderTree.content(ofFile: path) else {
        throw CommandFailure(.unusableInputs, "'\(path)' cannot be read")
      }
      content.files.append(FileRecord(file: name, content: bytes))
      let blanks = blanks(of: name, among: names)
      if let blanks { content.files.append(blanks) }
      let first = content.cells.count
      try read(path, named: name, into: &content)
      if blanks != nil || content.cells[first...].contains(where: { $0.value == .suppressed }) {
        content.cells[first...] = ArraySlice(content.cells[first...].map(\.leavingBlanks))
      }
    }
    return content
  }

  /// The record of a publication that leaves small counts blank; nil for one that prints all.
  private func blanks(of name: String, among names: Set<String>?) -> FileRecord? {
    let file = "\(name.dropLast(".csv".count)).json"
    guard names?.contains(file) ?? true, record(of: name)?.suppression != nil else { return nil }
    return FolderTree.content(ofFile: "\(folder)/\(file)").map {
      FileRecord(file: file, content: $0)
    }
  }

  private func read(_ path: String, named name: String, into content: inout Content) throws {
    let publication = RegisterFiles.publication(name)
    var places: [Int]?
    var cells: [PublishedCell] = []
    var findings: [Finding] = []
    let reader = RecordReader(path: path, dialect: Dialect(delimiter: UInt8(ascii: ",")))
    let (isUsable, problems) = reader.read { record in
      guard let places else {
        places = RegisterFiles.columns.compactMap(record.fields.firstIndex(of:))
        return
      }
      guard places.count == RegisterFiles.columns.count,
        record.fields.count > places.max() ?? 0
      else { return }
      let fields = places.map { record.fields[$0] }
      let location = SourceLocation(file: "inputs/published/\(name)", line: record.line)
      guard let value = RegisterFiles.value(fields[3], marker: fields[4]) else {
        findings.append(RegisterFiles.unreadable(at: location))
        return
      }
      cells.append(
        PublishedCell(
          report: publication?.report ?? "", period: publication?.period ?? "", figure: fields[0],
          row: fields[1],
          column: fields[2], value: value, location: location))
    }
    guard isUsable, places?.count == RegisterFiles.columns.count else {
      FindingsPrinter(showsColours: StandardError.showsColours).print(problems)
      throw CommandFailure(
        .unusableInputs,
        "'\(path)' is no file of published figures\n  fix: give it the columns "
          + RegisterFiles.columns.joined(separator: ", "))
    }
    content.cells += cells
    content.findings += findings + problems
  }

  /// A printed value; nil when its text is not a plain decimal.
  private static func value(_ text: String, marker: String) -> PublishedValue? {
    if text.isEmpty {
      if marker == CellValue.suppressed.marker { return .suppressed }
      return marker == "-" ? .dash : .blank
    }
    return PublishedValue(decimal: text, isPercent: marker == "%")
  }

  private static func unreadable(at location: SourceLocation) -> Finding {
    Finding(
      .error, rule: "invalid-number", at: location,
      "value is not a number, expected a plain decimal such as 18402 or 15.3",
      fix: "correct the value; a printed dash is an empty value with marker '-'")
  }
}

extension PublishedCell {
  /// The cell, of a report that leaves small counts blank.
  fileprivate var leavingBlanks: PublishedCell {
    PublishedCell(
      report: report, period: period, figure: figure, row: row, column: column, value: value,
      location: location, leavesBlanks: true)
  }
}
