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

  let base: InspectionBase
  let bytes: UnsafePointer<UInt8>
  let start: Int
  let record: ParsedRecord
  /// The line of the record's start.
  let line: Int

  private(set) var findings: [PendingFinding] = []
  private var text: FieldText { base.text }

  init(
    _ base: InspectionBase, bytes: UnsafePointer<UInt8>, start: Int, record: ParsedRecord, line: Int
  ) {
    self.base = base
    self.bytes = bytes
    self.start = start
    self.record = record
    self.line = line
  }

  /// Inspects the record, whose decoded values are given by column.
  mutating func verdict(values: (Int) -> Int64) -> Verdict {
    if let rule = wholeRecordRule() { return .setApart(rule) }
    for index in base.context.schema.columns.indices {
      guard let position = base.binding.positions[index], base.mayBeWrong(index, values(index))
      else {
        continue
      }
      let column = base.context.schema.columns[index]
      let check = FieldCheck(
        column: column, isRequired: column.isRequired || index == base.context.eventColumn,
        looksForPersonalData: base.context.header == .declared, text: fieldText(position),
        personNames: base.context.schema.rules.personNames, nearestCodes: base.nearestCodes)
      for problem in check.problems() { add(problem, to: column.name, at: position) }
    }
    addCarriageReturns()
    addUnnamed()
    if let rule = firstErrorRule() { return .setApart(rule) }
    addOrders(values)
    addOnlyWith(values)
    addDatedCodes(values)
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
    if record.fields.allSatisfy({ $0.start == $0.end }) {
      return setApart(
        .warning, "blank-record", "has only delimiters, expected a record",
        fix: "remove the line; it is not counted")
    }
    if isHeader {
      return setApart(
        .error, "repeated-header", "is the header again, expected a record",
        fix: "look whether the file was put together from several")
    }
    return isEmptyRecord
      ? setApart(
        .warning, "empty-record",
        "has only \(base.context.schema.rules.emptyRecordColumns.joined(separator: " and ")), "
          + "expected a record with other fields filled",
        fix: "complete or remove it in the system of record; it is not counted") : nil
  }

  /// Whether the record is the header again, perhaps with a byte-order mark before it.
  private var isHeader: Bool {
    guard let name = base.binding.names.first else { return false }
    let first = fieldText(0)
    let hasMark = first.unicodeScalars.first == "\u{FEFF}"
    guard first == name || hasMark && String(first.unicodeScalars.dropFirst()) == name else {
      return false
    }
    return record.fields.indices.dropFirst().map(fieldText) == Array(base.binding.names.dropFirst())
  }

  private var isEmptyRecord: Bool {
    let own = base.context.schema.rules.emptyRecordColumns
    guard !own.isEmpty else { return false }
    return base.context.schema.columns.enumerated().allSatisfy { index, column in
      guard let position = base.binding.positions[index] else { return true }
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
    for position in base.binding.unnamed where !fieldText(position).isEmpty {
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
    for order in base.context.orders
    where values(order.earlier) != Int64.min && values(order.later) < values(order.earlier)
      && values(order.later) != Int64.min
    {
      guard let position = base.binding.positions[order.later] else { continue }
      add(
        FieldProblem(
          "date-order", "lies before \(base.context.schema.columns[order.earlier].name)",
          expected: "the same day or a later one"),
        to: base.context.schema.columns[order.later].name, at: position)
    }
  }

  private mutating func addOnlyWith(_ values: (Int) -> Int64) {
    for rule in base.context.onlyWith where rule.isBroken(values) {
      guard let position = base.binding.positions[rule.column] else { continue }
      let labels = rule.labels.map { "'\($0)'" }.joined(separator: " or ")
      add(
        FieldProblem(
          "filled-only-with", "is filled",
          expected:
            "it to be filled only where \(base.context.schema.columns[rule.other].name) is \(labels)"
        ),
        to: base.context.schema.columns[rule.column].name, at: position)
    }
  }

  private mutating func addDatedCodes(_ values: (Int) -> Int64) {
    guard let event = base.context.eventColumn else { return }
    for (column, days) in base.context.datedColumns where values(column) > 0 {
      let day = base.context.schema.hasYearEvents ? nil : values(event)
      guard let valid = days[Int(values(column)) - 1], let day, !valid.contains(day),
        let position = base.binding.positions[column]
      else { continue }
      let declared = base.context.schema.columns[column]
      let shown = declared.isPublic ? "'\(Printable.value(fieldText(position)))'" : "a code"
      add(
        FieldProblem(
          "code-not-valid", "is \(shown), which was not yet or no longer valid on that day",
          expected: "a code that was valid on the day of the record",
          fix: "correct the field or the date, or the days of the code in its list"),
        to: declared.name, at: position)
    }
  }

  private mutating func addWrongMember(_ values: (Int) -> Int64) {
    guard let member = base.context.member(of: base.delivery),
      values(member.column) != member.value,
      let position = base.binding.positions[member.column]
    else { return }
    let column = base.context.schema.columns[member.column]
    let shown = column.isPublic ? "'\(Printable.value(fieldText(position)))'" : "another member"
    add(
      FieldProblem(
        "wrong-member", severity: .warning, "is \(shown)",
        expected: "'\(member.label)' as the file's name says",
        fix: "look whether the file is in its place; the record counts where its field says"),
      to: column.name, at: position)
  }

  private mutating func periodVerdict(_ values: (Int) -> Int64) -> Verdict {
    guard base.context.checksPlace, let eventColumn = base.context.eventColumn else {
      return .counted
    }
    let event = base.context.event(of: values(eventColumn))
    let isDelivered = base.context.deliveredYears.contains(event.year)
    guard !base.context.isInPeriod(event, of: base.delivery),
      let position = base.binding.positions[eventColumn]
    else { return isDelivered ? .counted : .outsidePeriod }
    let column = base.context.schema.columns[eventColumn]
    let shown = column.isPublic ? "'\(Printable.value(fieldText(position)))'" : "another"
    let fix =
      isDelivered
      ? "none if the late entry is known; the record counts in \(event.year), the year of its date"
      : "move the record to the delivery of \(event.year); it counts nowhere, because "
        + "\(event.year) was not delivered"
    add(
      FieldProblem(
        "outside-file-period", severity: .warning, "is \(shown)",
        expected: "a date in \(base.context.period(of: base.delivery))", fix: fix),
      to: column.name, at: position)
    return isDelivered ? .counted : .outsidePeriod
  }
}
