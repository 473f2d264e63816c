internal import Indicators
internal import Schemas

/// `stock`: the records that run on the last day of the period.
enum Stock: MeasureKind {
  static let name = "stock"
  static let requiredKeys = ["dataset", "from", "until", "completeFrom"]
  static let optionalKeys = RecordReader.optionalKeys

  static func read(_ mapping: MappingReader, _ records: RecordReader) -> Measure? {
    let completeFrom = mapping.date("completeFrom")
    guard let (source, columns) = records.source(mapping) else { return nil }
    let from = mapping.value("from").flatMap(columns.dateColumn)
    let until = mapping.value("until").flatMap(columns.dateColumn)
    guard let from, let until, let completeFrom else { return nil }
    return .stock(source, from: from.name, until: until.name, completeFrom: completeFrom)
  }
}

extension MappingReader {
  /// A date of a key, as ISO 8601 writes it.
  func date(_ key: String) -> CalendarDate? {
    guard let value = value(key) else { return nil }
    if let date = CalendarDate(iso: value.text) { return date }
    value.node.reportWrongType(key, expected: "a date yyyy-mm-dd", log)
    return nil
  }
}
