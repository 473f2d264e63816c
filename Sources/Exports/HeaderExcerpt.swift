import Schemas

/// The header of a file of which another engine has read the first line.
package struct HeaderExcerpt: Sendable {
  /// For each column of the schema its position in the header, from 0; nil when it is not there.
  package let positions: [Int?]

  /// The positions of header fields without a name.
  package let unnamed: [Int]

  /// The names in the header.
  package let names: [String]

  /// The number of fields.
  package let fieldCount: Int

  /// The declared columns that the file does not have.
  package let missingColumns: [String]

  /// Whether records can be read by it.
  package let isUsable: Bool

  /// Creates the excerpt of a header as it was read.
  init(_ header: HeaderReading, schema: DatasetSchema) {
    let binding = header.binding
    positions = binding?.positions ?? schema.columns.map { _ in nil }
    unnamed = binding?.unnamed ?? []
    names = binding?.names ?? []
    fieldCount = binding?.fieldCount ?? 0
    missingColumns = zip(schema.columns, positions)
      .compactMap { column, position in position == nil ? column.name : nil }
    isUsable = header.isUsable
  }
}
