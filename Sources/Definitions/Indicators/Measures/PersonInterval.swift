internal import Indicators
internal import Schemas

/// `person-interval`: the average number of days between a person's first records in two datasets.
enum PersonInterval: MeasureKind {
  static let name = "person-interval"
  static let requiredKeys = ["dataset", "column", "to"]
  static let optionalKeys = RecordReader.optionalKeys

  static func read(_ mapping: MappingReader, _ records: RecordReader) -> Measure? {
    let other = records.otherSource("to", in: mapping)
    guard let (source, columns) = records.source(mapping),
      let column = mapping.value("column").flatMap(columns.identifierColumn), let other
    else { return nil }
    return .personInterval(source, column: column.name, to: other.source, toColumn: other.column)
  }
}
