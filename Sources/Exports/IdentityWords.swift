package import Findings
package import Schemas

/// The words of findings about keys, references and marks, which are known only when all files
/// are read.
package struct IdentityWords: Sendable {
  private let schema: DatasetSchema

  /// The words about a dataset.
  package init(_ schema: DatasetSchema) {
    self.schema = schema
  }

  /// A key that another record has too; `other` is that record.
  package func duplicateKey(
    column: Int, at location: SourceLocation, other: SourceLocation, isSame: Bool
  ) -> Finding {
    Finding(
      isSame ? .warning : .error, rule: "duplicate-key", dataset: schema.name, at: location,
      "\(schema.columns[column].name) is also that of the record \(place(of: other, from: location))"
        + (isSame ? " with the same content" : "") + ", expected a key used once",
      fix: isSame
        ? "none, the record counts once"
        : "ask \(schema.system) which of the records stands, and deliver the file again")
  }

  /// A field that should be a key of another dataset and is none.
  package func unknownReference(
    column: Int, at location: SourceLocation, to dataset: String
  ) -> Finding {
    Finding(
      .error, rule: "unknown-reference", dataset: schema.name, at: location,
      "\(schema.columns[column].name) is not the key of a record of '\(dataset)', "
        + "expected one that was delivered",
      fix: "ask \(schema.system) for the record, or correct the field")
  }

  /// A mark that the person has in an earlier record too.
  package func secondMark(
    column: Int, person: Int, at location: SourceLocation, first: SourceLocation
  ) -> Finding {
    Finding(
      .warning, rule: "second-mark", dataset: schema.name, at: location,
      "\(schema.columns[person].name) has the mark in \(schema.columns[column].name) "
        + "also in the record \(place(of: first, from: location)), expected it once",
      fix: "look which record is the first; both count as they are marked")
  }

  private func place(of other: SourceLocation, from location: SourceLocation) -> String {
    other.file == location.file ? "on line \(other.line)" : "at \(other.file):\(other.line)"
  }
}
