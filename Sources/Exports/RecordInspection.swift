import Findings
import Schemas

/// Looks at one suspicious record again, to say what is wrong with it and where.
struct RecordInspection {
  /// What becomes of the record.
  enum Verdict: Hashable {
    /// It is counted; what was found are warnings.
    case counted
    /// It is set apart by a rule.
    case setApart(String)
    /// Its year was not delivered.
    case outsidePeriod
  }

  let schema: DatasetSchema
  let context: DatasetContext
  let delivery: Delivery
  let binding: HeaderBinding
  let bytes: UnsafePointer<UInt8>
  let start: Int
  let record: ParsedRecord
  /// The line of the record's start.
  let line: Int
  let nearestCodes: NearestCodes

  private(set) var findings: [PendingFinding] = []
  private var text: FieldText { FieldText(encoding: schema.dialect.encoding) }

  init(
    context: DatasetContext, delivery: Delivery, binding: HeaderBinding,
    bytes: UnsafePointer<UInt8>, start: Int, record: ParsedRecord, line: Int,
    nearestCodes: NearestCodes
  ) {
    self.nearestCodes = nearestCodes
    schema = context.schema
    self.context = context
    self.delivery = delivery
    self.binding = binding
    self.bytes = bytes
    self.start = start
    self.record = record
    self.line = line
  }

  /// Inspects the record, whose decoded values are given by column.
  mutating func verdict(values: (Int) -> Int64) -> Verdict {
    if let rule = wholeRecordRule() { return .setApart(rule) }
    for (index, column) in schema.columns.enumerated() {
      guard let position = binding.positions[index] else { continue }
      let check = FieldCheck(
        column: column, isRequired: column.isRequired || index == context.eventColumn,
        text: fieldText(position), nearestCodes: nearestCodes)
      for problem in check.problems() { add(problem, to: column.name, at: position) }
    }
    addCarriageReturns()
    addUnnamed()
    if let rule = firstErrorRule() { return .setApart(rule) }
    addOrders(values)
    addOnlyWith(values)
    if let rule = firstErrorRule() { return .setApart(rule) }
    addWrongMember(values)
    return periodVerdict(values)
  }

  /// The text of the field at a position of the header.
  func fieldText(_ position: Int) -> String {
    guard position < record.fields.count else { return "" }
    return text.text(of: record.fields[position], in: bytes)
  }

  /// The place of the first character of the field at a position of the header.
  func place(_ position: Int) -> (line: Int, column: Int) {
    let field = record.fields[position]
    let distance = text.distance(bytes, from: start, to: field.start - (field.isQuoted ? 1 : 0))
    return (line + distance.lines, distance.characters + 1)
  }

  private func firstErrorRule() -> String? {
    findings.first { $0.severity == .error }?.rule
  }

  private mutating func add(_ problem: FieldProblem, to name: String, at position: Int) {
    let (line, column) = place(position)
    findings.append(
      PendingFinding(
        problem.severity, rule: problem.rule, line: line, column: column,
        "\(name) \(problem.found), expected \(problem.expected)", fix: problem.fix))
  }
}

// MARK: - Rules about the record as a whole

extension RecordInspection {
  private mutating func wholeRecordRule() -> String? {
    let texts = record.fields.indices.map(fieldText)
    if texts.allSatisfy(\.isEmpty) {
      return setApart(
        .warning, "blank-record", "has only delimiters, expected a record",
        fix: "remove the line; it is not counted")
    }
    if isHeader(texts) {
      return setApart(
        .error, "repeated-header", "is the header again, expected a record",
        fix: "look whether the file was put together from several")
    }
    return isEmptyRecord
      ? setApart(
        .warning, "empty-record",
        "has only \(schema.rules.emptyRecordColumns.joined(separator: " and ")), "
          + "expected a record with other fields filled",
        fix: "complete or remove it in the system of record; it is not counted") : nil
  }

  /// Whether the record is the header again, perhaps with a byte-order mark before it.
  private func isHeader(_ texts: [String]) -> Bool {
    guard let first = texts.first, first.unicodeScalars.first == "\u{FEFF}" else {
      return texts == binding.names
    }
    return [String(first.unicodeScalars.dropFirst())] + texts.dropFirst() == binding.names
  }

  private var isEmptyRecord: Bool {
    let own = schema.rules.emptyRecordColumns
    guard !own.isEmpty else { return false }
    return schema.columns.enumerated().allSatisfy { index, column in
      guard let position = binding.positions[index] else { return true }
      return own.contains(column.name) != fieldText(position).isEmpty
    }
  }

  private mutating func setApart(
    _ severity: Severity, _ rule: String, _ message: String, fix: String
  ) -> String {
    findings.append(PendingFinding(severity, rule: rule, line: line, column: 1, message, fix: fix))
    return rule
  }

  private mutating func addCarriageReturns() {
    for position in record.fields.indices {
      let field = record.fields[position]
      guard !field.isQuoted, findings.isEmpty,
        (field.start..<field.end).contains(where: { bytes[$0] == carriageReturn })
      else { continue }
      let place = place(position)
      findings.append(
        PendingFinding(
          .error, rule: "carriage-return", line: place.line, column: place.column,
          "field \(position + 1) holds a carriage return, expected one in quotes only",
          fix: "quote the field, or remove the carriage return"))
    }
  }

  private mutating func addUnnamed() {
    for position in binding.unnamed where !fieldText(position).isEmpty {
      let place = place(position)
      findings.append(
        PendingFinding(
          .error, rule: "unnamed-column", line: place.line, column: place.column,
          "column \(position + 1) has no name and is filled, expected it to be empty",
          fix: "name the column in the header"))
    }
  }
}

// MARK: - Rules about several fields

extension RecordInspection {
  private mutating func addOrders(_ values: (Int) -> Int64) {
    for order in context.orders
    where values(order.earlier) != Int64.min && values(order.later) < values(order.earlier)
      && values(order.later) != Int64.min
    {
      guard let position = binding.positions[order.later] else { continue }
      add(
        FieldProblem(
          "date-order", "lies before \(schema.columns[order.earlier].name)",
          expected: "the same day or a later one"),
        to: schema.columns[order.later].name, at: position)
    }
  }

  private mutating func addOnlyWith(_ values: (Int) -> Int64) {
    for rule in context.onlyWith where rule.isBroken(values) {
      guard let position = binding.positions[rule.column] else { continue }
      let labels = rule.labels.map { "'\($0)'" }.joined(separator: " or ")
      add(
        FieldProblem(
          "filled-only-with", "is filled",
          expected: "it to be filled only where \(schema.columns[rule.other].name) is \(labels)"),
        to: schema.columns[rule.column].name, at: position)
    }
  }

  private mutating func addWrongMember(_ values: (Int) -> Int64) {
    guard let member = context.member(of: delivery), values(member.column) != member.value,
      let position = binding.positions[member.column]
    else { return }
    let column = schema.columns[member.column]
    let shown = column.isPublic ? "'\(Printable.value(fieldText(position)))'" : "another member"
    add(
      FieldProblem(
        "wrong-member", severity: .warning, "is \(shown)",
        expected: "'\(member.label)' as the file's name says",
        fix: "look whether the file is in its place; the record counts where its field says"),
      to: column.name, at: position)
  }

  private mutating func periodVerdict(_ values: (Int) -> Int64) -> Verdict {
    guard context.checksPlace, let eventColumn = context.eventColumn else { return .counted }
    let event = context.event(of: values(eventColumn))
    let isDelivered = context.deliveredYears.contains(event.year)
    guard !context.isInPeriod(event, of: delivery),
      let position = binding.positions[eventColumn]
    else { return isDelivered ? .counted : .outsidePeriod }
    let column = schema.columns[eventColumn]
    let shown = column.isPublic ? "'\(Printable.value(fieldText(position)))'" : "another"
    let fix =
      isDelivered
      ? "none if the late entry is known; the record counts in \(event.year), the year of its date"
      : "move the record to the delivery of \(event.year); it counts nowhere, because "
        + "\(event.year) was not delivered"
    add(
      FieldProblem(
        "outside-file-period", severity: .warning, "is \(shown)",
        expected: "a date in \(context.period(of: delivery))", fix: fix),
      to: column.name, at: position)
    return isDelivered ? .counted : .outsidePeriod
  }
}
