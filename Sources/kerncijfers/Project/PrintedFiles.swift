internal import Exports
internal import Findings
internal import Reconciliation
internal import Schemas

/// Reads a printed report: its cells and, where given, its sentences.
struct PrintedFiles {
  /// The file with the cells.
  let figures: String

  /// The file with the sentences.
  let statements: String?

  private static let cellColumns = [
    "figure", "row_label", "column_label", "value", "marker", "note",
  ]

  private static let statementColumns = ["id", "sentence", "figure", "kind", "expected"]

  /// The printed report.
  ///
  /// - Throws: `CommandFailure` with exit code 4 when a file cannot be read as such.
  func read() throws -> PrintedReport {
    let cells = try records(of: figures, PrintedFiles.cellColumns, "printed cells")
    let sentences = try statements.map {
      try records(of: $0, PrintedFiles.statementColumns, "printed sentences")
    }
    return PrintedReport(
      file: figures, table: CellTable(try cells.map(cell)), statementsFile: statements ?? "",
      statements: (sentences ?? []).map { record in
        PrintedStatement(
          id: record.fields[0], sentence: record.fields[1], figure: record.fields[2],
          kind: record.fields[3], expected: record.fields[4], line: record.line)
      })
  }

  private func cell(_ record: RecordReader.Record) throws -> TableCell {
    let fields = record.fields
    let cell = TableCell(
      place: CellPlace(figure: fields[0], row: fields[1], column: fields[2]), text: fields[3],
      isPercent: fields[4] == "%", isDash: fields[4] == "-", note: fields[5], line: record.line)
    guard fields[3].isEmpty || cell.quantity != nil else {
      throw CommandFailure(
        .unusableInputs,
        "\(figures):\(record.line): the value is not a number, expected a plain decimal such as "
          + "18402 or 15.3\n  fix: correct the value; a printed dash is an empty value with "
          + "marker '-'")
    }
    return cell
  }

  /// The fields of these columns of each record.
  private func records(
    of path: String, _ columns: [String], _ what: String
  ) throws -> [RecordReader.Record] {
    var places: [Int]?
    var records: [RecordReader.Record] = []
    var short: Int?
    let reader = RecordReader(path: path, dialect: Dialect(delimiter: UInt8(ascii: ",")))
    let (isUsable, problems) = reader.read { record in
      guard let places else {
        places = columns.compactMap(record.fields.firstIndex(of:))
        return
      }
      guard record.fields.count > places.max() ?? 0 else {
        short = short ?? record.line
        return
      }
      records.append(
        RecordReader.Record(line: record.line, fields: places.map { record.fields[$0] }))
    }
    if let short, places?.count == columns.count {
      throw CommandFailure(
        .unusableInputs,
        "\(path):\(short): the record has too few fields\n  fix: give it a field for each column")
    }
    guard isUsable, places?.count == columns.count else {
      FindingsPrinter(showsColours: StandardError.showsColours).print(problems)
      throw CommandFailure(
        .unusableInputs,
        "'\(path)' is no file of \(what)\n  fix: give it the columns "
          + columns.joined(separator: ", "))
    }
    return records
  }
}
