internal import Indicators
internal import Schemas

/// `cohort`: the persons of one dataset who also have a record in another in the same period.
enum Cohort: MeasureKind {
  static let name = "cohort"
  static let requiredKeys = ["dataset", "column", "also"]
  static let optionalKeys = RecordReader.optionalKeys

  static func read(_ mapping: MappingReader, _ records: RecordReader) -> Measure? {
    let other = records.otherSource("also", in: mapping)
    guard let (source, columns) = records.source(mapping),
      let column = mapping.value("column").flatMap(columns.identifierColumn), let other
    else { return nil }
    return .cohort(source, column: column.name, also: other.source, alsoColumn: other.column)
  }
}
