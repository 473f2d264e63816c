internal import Indicators
internal import Schemas

/// `record-interval`: the average number of days between two dates of one record.
enum RecordInterval: MeasureKind {
  static let name = "record-interval"
  static let requiredKeys = ["dataset", "from", "to"]
  static let optionalKeys = RecordReader.optionalKeys

  static func read(_ mapping: MappingReader, _ records: RecordReader) -> Measure? {
    guard let (source, columns) = records.source(mapping) else { return nil }
    let from = mapping.value("from").flatMap(columns.dateColumn)
    let to = mapping.value("to").flatMap(columns.dateColumn)
    guard let from, let to else { return nil }
    return .recordInterval(source, from: from.name, to: to.name)
  }
}
