internal import Schemas

/// A drafted dataset as YAML: its schema, its code lists and its entry in the data package.
struct DraftText {
  private let draft: DatasetDraft

  /// Creates the text of a draft.
  init(_ draft: DatasetDraft) {
    self.draft = draft
  }

  /// The schema's file.
  var schema: String {
    var text = """
      # Drafted from a delivery of \(draft.records) records. Every guess is marked 'review:'; remove the
      # mark once it is right.

      """
    if let key = draft.key {
      text += "# review: no value is there twice; is it the key?\nprimaryKey: \(quoted(key))\n"
    } else {
      text += "# review: no column was found that could be the key; name it here as 'primaryKey:'\n"
    }
    text += "missingValues: [\"\"]\nfields:\n"
    for column in draft.columns {
      text += "  # review: \(column.review)\n  - {\(keys(column).joined(separator: ", "))}\n"
    }
    return text
  }

  /// The file with the code lists; empty when there are none.
  var codeLists: String {
    draft.columns.compactMap { column in
      guard case .codes(let values) = column.kind else { return nil }
      let codes = DraftedCodes(values).codes.map { code in
        "    - {slug: \(quoted(code.slug)), label: \(quoted(code.label))}\n"
      }.joined()
      let name = column.profile.name
      return "# review: the codes of '\(comment(name))', in the order in which they are printed\n"
        + "- name: \(draft.codeList(of: name))\n  title: \(quoted(name))\n  codes:\n\(codes)"
    }.joined(separator: "\n")
  }

  /// The entry in the data package, its lines behind `indent`.
  func entry(indent: String) -> String {
    let dialect = draft.form.dialect
    let delimiter = quoted(String(UnicodeScalar(dialect.delimiter)))
    return [
      "- name: \(draft.name)", "  title: \(quoted(draft.name))",
      "  # review: an example delivery, for other validators",
      "  path: \(quoted("../exports/\(draft.name)/\(draft.lastYear)/\(draft.fileStem).csv"))",
      "  format: csv", "  encoding: \(dialect.encoding.rawValue)",
      "  dialect: {delimiter: \(delimiter), lineTerminator: \(quoted(dialect.lineTerminator))}",
      "  schema: schemas/\(draft.name).yaml", "  delivery:",
      "    # review: the system of record that delivers it", "    system: unknown",
      dialect.hasByteOrderMark ? "    byteOrderMark: true" : nil,
      "    # review: one file a year, one for each month ('month') or one for each code of a column",
      "    files: \(draft.isMonthly ? "month" : "{name: \(quoted(draft.fileStem))}")",
      "    # review: the column that decides in which year a record counts",
      "    event: \(quoted(draft.event))",
    ].compactMap { $0 }.map { "\(indent)\($0)\n" }.joined()
  }

  private func keys(_ column: ColumnGuess) -> [String] {
    let name = column.profile.name
    var constraints: [String] = []
    if column.isFilled || name == draft.event { constraints.append("required: true") }
    if name == draft.key { constraints.append("unique: true") }
    var keys = ["name: \(quoted(name))"]
    switch column.kind {
    case .identifier(let pattern):
      keys.append("type: string")
      constraints.append("pattern: \(quoted(pattern))")
    case .codes: keys += ["type: string", "codes: \(draft.codeList(of: name))"]
    case .date(let format):
      keys.append("type: date")
      if let format { keys.append("format: \(quoted(format))") }
      // The day of an event may be shown; another day might be that of a birth.
      if name != draft.event { keys.append("public: false") }
    case .year: keys.append("type: year")
    case .integer(let group):
      keys.append("type: integer")
      if let group { keys.append("groupChar: \(quoted(group))") }
      if column.profile.hasNegative { constraints.append("minimum: -2147483648") }
    case .number(let decimal, let group):
      keys += ["type: number", "decimalChar: \(quoted(decimal))"]
      if let group { keys.append("groupChar: \(quoted(group))") }
    case .text: keys.append("type: string")
    }
    if !constraints.isEmpty { keys.append("constraints: {\(constraints.joined(separator: ", "))}") }
    return keys
  }

  /// A text in double quotes: what JSON writes is YAML too.
  private func quoted(_ text: String) -> String { JSONString(text).description }

  private func comment(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
