/// A table for people on standard output, or for programs as JSON.
struct TextTable {
  /// The names of the columns.
  let header: [String]

  /// The rows, each with one text for each column.
  let rows: [[String]]

  /// Prints the table, aligned, or as a JSON array of objects.
  func print(asJSON: Bool) {
    if asJSON {
      let objects = rows.map { row in
        "{"
          + zip(header, row).map { "\(JSONString($0)): \(JSONString($1))" }
          .joined(separator: ", ") + "}"
      }
      Swift.print(objects.isEmpty ? "[]" : "[\n  \(objects.joined(separator: ",\n  "))\n]")
      return
    }
    let widths = header.indices.map { column in
      ([header] + rows).map { $0[column].count }.max() ?? 0
    }
    for row in [header] + rows {
      let line = zip(row, widths).map { text, width in
        text + String(repeating: " ", count: width - text.count)
      }.joined(separator: "  ")
      Swift.print(String(line.reversed().drop { $0 == " " }.reversed()))
    }
  }
}

/// A text as JSON writes it.
struct JSONString: CustomStringConvertible {
  /// The text between quotes, with what JSON asks to be escaped.
  let description: String

  /// Creates the JSON form of a text.
  init(_ text: String) {
    var escaped = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
        let digits = String(scalar.value, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    description = escaped + "\""
  }
}
