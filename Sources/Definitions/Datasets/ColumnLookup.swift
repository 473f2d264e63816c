internal import Schemas

/// Finds the columns of one dataset by name, and reports names and types that do not fit.
struct ColumnLookup {
  /// The dataset.
  let dataset: String

  /// Its columns.
  let columns: [Column]

  /// Where findings go.
  let log: FindingCollector

  /// The column of that name, of a type that fits.
  func column(
    _ name: TextValue, expected: String, _ fits: (ColumnType) -> Bool = { _ in true }
  ) -> Column? {
    guard let column = columns.first(where: { $0.name == name.text }) else {
      log.reportUnknown(
        "column", name.text, at: name.place, among: columns.map(\.name),
        in: "dataset '\(dataset)'")
      return nil
    }
    guard fits(column.type) else {
      log.report(
        "wrong-column-type", at: name.place,
        "column '\(name.text)' holds \(column.type.content), expected \(expected)",
        fix: "name a column that holds \(expected)")
      return nil
    }
    return column
  }

  /// A column with dates.
  func dateColumn(_ name: TextValue) -> Column? {
    column(name, expected: "dates") { if case .date = $0 { true } else { false } }
  }

  /// A column with identifiers.
  func identifierColumn(_ name: TextValue) -> Column? {
    column(name, expected: "identifiers") { if case .identifier = $0 { true } else { false } }
  }

  /// A column with numbers.
  func numberColumn(_ name: TextValue) -> Column? {
    column(name, expected: "numbers") { type in
      switch type {
      case .integer, .decimal: true
      default: false
      }
    }
  }

  /// A column with one code of a closed list.
  func codeColumn(_ name: TextValue) -> Column? {
    column(name, expected: "codes") { if case .code = $0 { true } else { false } }
  }

  /// The slugs of a column's code list among `codes`; unknown ones are reported.
  func check(_ codes: [TextValue], of column: Column) {
    guard let list = column.type.codeList else { return }
    for code in codes where list.code(slug: code.text) == nil {
      log.reportUnknown(
        "code", code.text, at: code.place, among: list.codes.map(\.slug),
        in: "code list '\(list.name)'")
    }
  }
}

extension ColumnType {
  /// The closed list of the column's codes.
  var codeList: CodeList? {
    switch self {
    case .code(let list), .codes(let list, _): list
    default: nil
    }
  }

  /// What the fields hold, as messages say it.
  var content: String {
    switch self {
    case .text: "free text"
    case .identifier: "identifiers"
    case .code: "codes"
    case .codes: "several codes"
    case .openCode: "values of an open list"
    case .date: "dates"
    case .year: "years"
    case .integer, .decimal: "numbers"
    }
  }
}
