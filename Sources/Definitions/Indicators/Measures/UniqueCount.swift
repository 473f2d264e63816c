internal import Indicators
internal import Schemas

/// `unique-count`: the number of different identifiers in a column.
enum UniqueCount: MeasureKind {
  static let name = "unique-count"
  static let requiredKeys = ["dataset", "column"]
  static let optionalKeys = RecordReader.optionalKeys

  static func read(_ mapping: MappingReader, _ records: RecordReader) -> Measure? {
    guard let (source, columns) = records.source(mapping),
      let column = mapping.value("column").flatMap(columns.identifierColumn)
    else { return nil }
    return .uniqueCount(source, column: column.name)
  }
}
