internal import Indicators

/// `record-count`: the number of records.
enum RecordCount: MeasureKind {
  static let name = "record-count"
  static let requiredKeys = ["dataset"]
  static let optionalKeys = RecordReader.optionalKeys

  static func read(_ mapping: MappingReader, _ records: RecordReader) -> Measure? {
    records.source(mapping).map { .recordCount($0.source) }
  }
}
