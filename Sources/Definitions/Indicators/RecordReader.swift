internal import Indicators
internal import Schemas

/// Reads which records a measure is about: `dataset`, `where` and `filled`.
struct RecordReader {
  /// The keys that `source(_:)` reads, of which only the dataset is required.
  static let optionalKeys = ["where", "filled"]

  /// The datasets and dimensions.
  let lookup: DimensionLookup

  /// The records, and the columns that they have; nil when the dataset is unknown or broken.
  func source(_ mapping: MappingReader) -> (source: RecordSource, columns: ColumnLookup)? {
    guard let name = mapping.value("dataset"),
      let dataset = lookup.datasets.resolve(name, log: mapping.log)
    else { return nil }
    let columns = ColumnLookup(dataset: dataset.name, columns: dataset.columns, log: mapping.log)
    var conditions: [Condition] = []
    let members = lookup.members(mapping["where"], in: [dataset.name])
    for (dimension, slugs) in members.sorted(by: { $0.key < $1.key }) {
      conditions.append(.member(dimension: dimension, of: slugs.sorted()))
    }
    for name in mapping.values("filled") {
      guard let column = columns.column(name, expected: "values") else { continue }
      conditions.append(.filled(column: column.name))
    }
    return (RecordSource(dataset: dataset.name, selection: Selection(conditions)), columns)
  }

  /// The other records of a measure over two datasets.
  func otherSource(
    _ key: String, in mapping: MappingReader
  ) -> (source: RecordSource, column: String)? {
    guard let node = mapping[key],
      let other = MappingReader(
        node, "the other records of a measure", required: ["dataset", "column"],
        optional: RecordReader.optionalKeys, log: mapping.log),
      let (source, columns) = source(other),
      let column = other.value("column").flatMap(columns.identifierColumn)
    else { return nil }
    return (source, column.name)
  }
}
