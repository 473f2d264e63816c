internal import Schemas

/// Whether a record has the form of its file, as an expression.
struct RecordShape {
  private let end: String

  /// The shape of a dataset's records.
  init(_ schema: DatasetSchema) {
    end = SQLText.pattern(ofByte: schema.dialect.delimiter)
  }

  private var quoted: String { "\"[^\"]*+(?:\"\"[^\"]*+)*+\"" }

  /// One field of a record that has a delimiter before each.
  var field: String { "\(end)(\(quoted)|[^\(end)]*+)" }

  /// The rule that the form breaks; one that begins with an exclamation mark makes the file
  /// unusable. NULL when it breaks none.
  func rule(led: String) -> String {
    let wellFormed = "^(?:\(end)(?:\(quoted)|[^\(end)\"]*+))++\\z"
    let withStrays = "^(?:\(end)(?:\(quoted)|[^\(end)\"][^\(end)]*+|))++\\z"
    let bad = "hasQuotes AND NOT (\(led) RLIKE \(SQLText.literal(wellFormed)))"
    return "CASE WHEN NOT isText THEN \(SQLText.literal("!undecodable")) "
      + "WHEN \(bad) THEN CASE WHEN \(led) RLIKE \(SQLText.literal(withStrays)) "
      + "THEN 'quote-in-field' ELSE \(SQLText.literal("!quotes")) END "
      + "WHEN value = '' AND (size(fs) <> fieldCount OR fieldCount = 1) THEN 'empty-line' "
      + "WHEN size(fs) = 1 AND fieldCount > 1 AND line = lineCount "
      + "AND value RLIKE \(SQLText.literal("^\u{1A}+\\z")) THEN 'empty-line' "
      + "WHEN size(fs) <> fieldCount THEN 'field-count' END"
  }
}
