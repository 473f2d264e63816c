internal import Indicators
internal import Schemas

/// `sum`: the sum of a column of numbers.
enum Sum: MeasureKind {
  static let name = "sum"
  static let requiredKeys = ["dataset", "column"]
  static let optionalKeys = RecordReader.optionalKeys

  static func read(_ mapping: MappingReader, _ records: RecordReader) -> Measure? {
    guard let (source, columns) = records.source(mapping),
      let column = mapping.value("column").flatMap(columns.numberColumn)
    else { return nil }
    return .sum(source, column: column.name)
  }
}
