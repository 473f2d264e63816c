internal import LocalEngine

/// Records behind a cell as CSV.
struct RecordsTable {
  /// The table.
  let csv: String

  /// How many records it has.
  let recordCount: Int

  /// Creates the table of some numbers' records: what the number is in the cell, its dataset, and
  /// its records.
  init(_ parts: [(role: String, dataset: String, answer: ContributingRecords.Answer)]) {
    var columns: [String] = []
    for part in parts {
      for column in part.answer.columns where !columns.contains(column) { columns.append(column) }
    }
    var text = RecordText.csv(["number", "dataset", "file", "line", "adds"] + columns) + "\n"
    var count = 0
    for part in parts {
      let places = columns.map(part.answer.columns.firstIndex(of:))
      for record in part.answer.records {
        let fields = places.map { $0.map { record.fields[$0] } ?? "" }
        text +=
          RecordText.csv(
            [part.role, part.dataset, record.file, String(record.line), String(record.amount)]
              + fields.map(RecordsTable.guarded)) + "\n"
        count += 1
      }
    }
    csv = text
    recordCount = count
  }

  /// The text, kept from being taken for a formula by a spreadsheet.
  private static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first(where: { $0 != "'" }),
      "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
    else { return text }
    return "'" + text
  }
}
