import Findings
import Schemas

/// The schema of a file of which nothing is declared but its form: every column is text.
struct PlainSchema {
  let schema: DatasetSchema
  let header: HeaderMode

  init(path: String, dialect: Dialect, hasHeader: Bool) {
    let first = PlainRecords(path: path, dialect: dialect).first()?.fields ?? []
    let names = first.indices.map { index in
      hasHeader && !first[index].isEmpty ? first[index] : "field \(index + 1)"
    }
    header = hasHeader ? .plain : .none
    schema = DatasetSchema(
      name: "", title: "", system: "the sender", dialect: dialect, naming: .single(name: ""),
      columns: names.map { Column(name: $0, type: .text, isRequired: false, isPublic: false) },
      primaryKey: nil, eventColumn: "", location: SourceLocation(file: path))
  }
}

/// What the first record of a file is.
enum HeaderMode: Sendable, Hashable {
  /// A header that must have the declared columns.
  case declared
  /// A header with any names.
  case plain
  /// A record like the others.
  case none
}
