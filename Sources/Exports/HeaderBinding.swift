import Findings
import Schemas

/// Which column of a dataset stands where in a file.
struct HeaderBinding {
  /// The number of fields in the header.
  let fieldCount: Int

  /// For each column of the schema its position in the header; nil when it is not there.
  let positions: [Int?]

  /// The positions of header fields without a name, which must stay empty.
  let unnamed: [Int]

  /// The names in the header, for recognising a repeated one.
  let names: [String]

  /// What is wrong with the header; an error makes the file unusable.
  let findings: [PendingFinding]

  /// Whether records can be read by it.
  var isUsable: Bool { !findings.contains { $0.severity == .error } }

  /// Binds columns to the fields of a file in their order, whatever they are called.
  init(columnCount: Int) {
    fieldCount = columnCount
    positions = Array(0..<columnCount)
    unnamed = []
    names = []
    findings = []
  }

  /// Binds the names of a header, each given with its place in the line, to a schema's columns.
  init(names: [String], columns places: [Int], schema: DatasetSchema, line: Int) {
    self.names = names
    fieldCount = names.count
    positions = schema.columns.map { names.firstIndex(of: $0.name) }
    unnamed = names.indices.filter { names[$0].isEmpty }
    var check = HeaderCheck(names: names, places: places, schema: schema, line: line)
    check.run()
    findings = check.findings
  }
}

/// Looks for what is wrong with a header.
private struct HeaderCheck {
  let names: [String]
  let places: [Int]
  let schema: DatasetSchema
  let line: Int
  var findings: [PendingFinding] = []

  init(names: [String], places: [Int], schema: DatasetSchema, line: Int) {
    self.names = names
    self.places = places
    self.schema = schema
    self.line = line
  }

  private var declared: [String] { schema.columns.map(\.name) }
  private var unknown: [String] {
    let declared = Set(declared)
    return names.filter { !$0.isEmpty && !declared.contains($0) }
  }

  /// How many names of a kind a message shows.
  private static let shown = 20

  mutating func run() {
    addDuplicates()
    addMissing()
    addIgnored()
  }

  private mutating func addDuplicates() {
    var firstPlace: [String: Int] = [:]
    var count = 0
    defer {
      if count > HeaderCheck.shown {
        findings.append(
          PendingFinding(
            .error, rule: "duplicate-column", line: line, column: 1,
            "\(count) columns have the name of an earlier one, expected each name once",
            fix: "deliver the file again with one of each"))
      }
    }
    for (index, name) in names.enumerated() where !name.isEmpty {
      let key = name.filter { !$0.isWhitespace }.lowercased()
      if let other = firstPlace[key] {
        count += 1
        guard count <= HeaderCheck.shown else { continue }
        findings.append(
          PendingFinding(
            .error, rule: "duplicate-column", line: line, column: places[index],
            "column '\(Printable.value(name))' is also column \(other + 1), "
              + "expected each name once",
            fix: "deliver the file again with one of the two"))
      } else {
        firstPlace[key] = index
      }
    }
  }

  private mutating func addMissing() {
    let unknown = unknown
    for column in schema.columns where !names.contains(column.name) {
      let nearest = unknown.prefix(200).nearest(to: column.name)
      let hint = nearest.map { " (nearest: '\(Printable.value($0))')" } ?? ""
      let isRequired = column.isRequired || column.name == schema.eventColumn
      findings.append(
        PendingFinding(
          isRequired ? .error : .note, rule: "missing-column", line: line,
          column: nearest.flatMap { names.firstIndex(of: $0) }.map { places[$0] } ?? 1,
          "column '\(column.name)' is not in the header, expected the \(declared.count) columns "
            + "of '\(schema.name)'\(hint)",
          fix: isRequired
            ? "ask \(schema.system) for the column, or rename it in the header"
            : "none if it is not used; its values are not available"))
    }
  }

  private mutating func addIgnored() {
    let unknown = unknown
    if !unknown.isEmpty {
      let rest = unknown.count - HeaderCheck.shown
      let list =
        unknown.prefix(HeaderCheck.shown).map { "'\(Printable.value($0))'" }
        .joined(separator: ", ") + (rest > 0 ? " and \(rest) others are" : "")
      let place = names.firstIndex(of: unknown[0]).map { places[$0] } ?? 1
      findings.append(
        PendingFinding(
          .note, rule: "unknown-column", line: line, column: place,
          "\(unknown.count == 1 ? "column" : "columns") \(list) ignored, expected the columns of "
            + "'\(schema.name)'",
          fix: "none if it is not used, otherwise declare it in the schema"))
    }
    if let index = names.firstIndex(of: "") {
      findings.append(
        PendingFinding(
          .note, rule: "unnamed-column", line: line, column: places[index],
          "column \(index + 1) has no name, expected a name; it is ignored while it is empty",
          fix: "remove the column, often a delimiter at the end of each line"))
    }
  }
}
