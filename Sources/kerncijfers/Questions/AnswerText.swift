internal import Findings
internal import Indicators
internal import Provenance
internal import Reports

/// An answer as text: a table for people, Markdown, CSV or JSON.
struct AnswerText {
  private let answer: Answer
  private let report: ReportDefinition?

  /// Creates the text; the report gives the language's way to write numbers, whom to ask, and what a
  /// reader must know.
  init(_ answer: Answer, _ report: ReportDefinition?) {
    self.answer = answer
    self.report = report
  }

  /// Prints the answer on standard output.
  func print(as format: AnswerFormat) {
    switch format {
    case .table:
      TextTable(header: header, rows: rows).print(asJSON: false)
      Swift.print("")
      facts.forEach { Swift.print("\($0.name): \($0.text)") }
    case .markdown:
      Swift.print("## \(AnswerText.escaped(answer.question.indicator.title))\n")
      markdownTable.forEach { Swift.print($0) }
      Swift.print("")
      facts.forEach { Swift.print("- \($0.name): \(AnswerText.escaped($0.text))") }
    case .csv:
      let dimensions = answer.question.dimensions.map { name in
        AnswerText.valueColumns.contains(name) ? "dimension \(name)" : name
      }
      Swift.print(RecordText.csv(dimensions + AnswerText.valueColumns))
      records.forEach { Swift.print(RecordText.csv($0.members.map(\.label) + $0.fields)) }
      // A table for programs has no room for what a reader must know.
      facts.filter { AnswerText.mustBeKnown.contains($0.name) }
        .forEach { ProgramLog.notice("\($0.name): \($0.text)") }
    case .json:
      Swift.print(AnswerJSON(answer, facts: facts, records: records).text, terminator: "")
    }
  }

  private static let mustBeKnown: Set = ["status", "note", "disclaimer", "contact"]

  /// The columns of CSV and the keys of JSON, after the dimensions.
  static let valueColumns = ["period", "value", "marker", "unit", "source", "status"]

  /// One number for programs.
  struct Record {
    /// The members; for the whole, members without a name.
    let members: [Member]

    /// The texts of `valueColumns`.
    let fields: [String]
  }

  private var records: [Record] {
    answer.rows.flatMap { row in
      zip(answer.question.periods, row.cells).map { period, cell in
        Record(
          members: row.members.isEmpty
            ? answer.question.dimensions.map { _ in Member(slug: "*", label: "*") } : row.members,
          fields: [
            period.id, cell.value.plainDecimal, cell.value.marker, cell.unit, cell.source.rawValue,
            cell.status.rawValue,
          ])
      }
    }
  }

  private var header: [String] {
    let dimensions = answer.question.dimensions
    return (dimensions.isEmpty ? [answer.question.indicator.id] : dimensions)
      + answer.question.periods.map(\.id)
  }

  private var rows: [[String]] {
    let numbers =
      report?.numbers ?? NumberFormat(decimalSeparator: ".", groupSeparator: "")
    return answer.rows.map { row in
      let labels =
        row.members.isEmpty
        ? ["(all)"] + answer.question.dimensions.dropFirst().map { _ in "" }
        : row.members.map { $0.slug.isEmpty ? "(empty)" : $0.label }
      return labels + row.cells.map { numbers.text($0.value, style: $0.style) }
    }
  }

  private var markdownTable: [String] {
    let alignment =
      header.indices.map { $0 < max(1, answer.question.dimensions.count) ? "---" : "---:" }
    return ([header.map(AnswerText.escaped), alignment] + rows.map { $0.map(AnswerText.escaped) })
      .map {
        "| \($0.joined(separator: " | ")) |"
      }
  }

  /// The text as Markdown shows it.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|", "\\", "<", ">", "`", "*", "_", "[", "]", "&":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      case "\n", "\r": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension AnswerText {
  /// What a reader must know about the numbers, in order.
  private var facts: [(name: String, text: String)] {
    let indicator = answer.question.indicator
    let read = answer.deliveries.reduce(0) { $0 + $1.recordsRead }
    let counted = answer.deliveries.reduce(0) { $0 + $1.recordsCounted }
    var facts: [(String, String)] = [
      ("indicator", "\(indicator.id), \(indicator.title)"),
      ("unit", answer.question.shareOver.isEmpty ? indicator.unit : "%"),
      ("status", answer.status.rawValue),
    ]
    let validated = answer.question.catalog.validationInWords(of: indicator.id)
    if !validated.isEmpty { facts.append(("validated", validated)) }
    if !answer.question.shareOver.isEmpty {
      let whole = answer.question.shareOver.joined(separator: " and ")
      facts.append(("share", "of the same over all members of \(whole)"))
    }
    if !indicator.explanation.isEmpty { facts.append(("explanation", indicator.explanation)) }
    facts += answer.notes.map { ("note", $0) }
    facts += [
      ("formula", answer.definition.definition),
      ("defined at", "\(indicator.location.description), SHA-256 \(answer.definition.sha256)"),
      (
        "deliveries",
        "\(answer.deliveries.count) files, \(read) records read, \(counted) can be counted"
      ),
    ]
    facts += leftOut.map { ("left out", "\($0.count) records: \($0.rule)") }
    let undelivered = answer.question.periods.map(\.year).filter { year in
      !answer.deliveries.contains { $0.year == year }
    }
    facts += undelivered.map { ("not delivered", String($0)) }
    if let report {
      facts += [("disclaimer", report.disclaimer), ("contact", report.contact)]
    }
    return facts
  }

  private var leftOut: [RuleCount] {
    let counts = answer.deliveries.flatMap(\.setApart)
    return Dictionary(grouping: counts, by: \.rule).sorted { $0.key < $1.key }.map { rule, counts in
      RuleCount(rule: rule, count: counts.reduce(0) { $0 + $1.count })
    }
  }
}
