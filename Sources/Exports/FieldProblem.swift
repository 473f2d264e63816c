import Findings
import Schemas

/// What is wrong with one field, in words.
struct FieldProblem {
  let severity: Severity
  let rule: String
  /// What was found, after the column's name.
  let found: String
  let expected: String
  let fix: String

  init(
    _ rule: String, severity: Severity = .error, _ found: String, expected: String,
    fix: String = "correct the field in the system of record and deliver the file again"
  ) {
    self.severity = severity
    self.rule = rule
    self.found = found
    self.expected = expected
    self.fix = fix
  }
}

/// Looks for what is wrong with one field; slow, and only asked about records that are suspicious.
struct FieldCheck {
  let column: Column
  let isRequired: Bool
  let looksForPersonalData: Bool
  let text: String
  let personNames: PersonNames
  let nearestCodes: NearestCodes

  /// The problems of the field, the most telling first.
  func problems() -> [FieldProblem] {
    if text.isEmpty { return isRequired ? [empty("is empty")] : [] }
    if let kind = personalDataKind { return [personalData(kind)] }
    switch column.type {
    case .text: return textProblems()
    case .code(let list): return codeProblem(text, list).map { [$0] } ?? []
    case .codes(let list, let separator): return codesProblems(list, separator)
    case .openCode: return openProblems()
    case .identifier(let pattern): return identifierProblem(pattern).map { [$0] } ?? []
    case .date(let notation): return dateProblem(notation).map { [$0] } ?? []
    case .year: return yearProblem().map { [$0] } ?? []
    case .integer(let notation): return numberProblems(NumberForm(notation), notation)
    case .decimal(let notation): return numberProblems(NumberForm(notation), nil)
    }
  }

  private func empty(_ found: String) -> FieldProblem {
    FieldProblem(
      "missing-value", found, expected: "a value",
      fix: "fill it in the system of record and deliver the file again")
  }

  private var personalDataKind: PersonalData? {
    guard looksForPersonalData else { return nil }
    switch column.type {
    case .identifier: return nil
    case .text, .code, .codes, .openCode:
      // A code or a value of a list that is known is what it says.
      return isKnownCode ? nil : PersonalData.kind(in: text, personNames)
    case .date, .year, .integer, .decimal:
      return RegisterNumber.occurs(in: text) && text.utf8.count > 10 ? .registerNumber : nil
    }
  }

  private var isKnownCode: Bool {
    if case .code(let list) = column.type { return list.index(matching: text) != nil }
    return false
  }

  private func personalData(_ kind: PersonalData) -> FieldProblem {
    FieldProblem(
      "personal-data", "holds what is \(kind.name)", expected: "no personal data",
      fix: "remove it in the system of record and deliver the file again")
  }

  private func textProblems() -> [FieldProblem] {
    let allowed: Set<Unicode.Scalar> = ["\n", "\r", "\t"]
    if let hidden = text.unicodeScalars.first(where: {
      Printable.isHidden($0) && !allowed.contains($0)
    }) {
      if hidden == "\0" { return [hiddenCharacter(hidden)] }
      return [
        FieldProblem(
          "hidden-character", severity: .warning, "holds \(Printable.codePoint(hidden))",
          expected: "characters that can be seen",
          fix: "none for the figures; remove it in the system of record")
      ]
    }
    return []
  }

  private func openProblems() -> [FieldProblem] {
    switch OpenSpelling.problem(in: text, personNames) {
    case nil: return []
    case .blank: return [empty("is only blanks")]
    case .personal(let kind): return [personalData(kind)]
    case .hidden(let scalar): return [hiddenCharacter(scalar)]
    case .misread(let repaired):
      return [
        FieldProblem(
          "mojibake", "is \(shown) as if UTF-8 had been read as Windows-1252",
          expected: column.isPublic ? "'\(Printable.value(repaired))'" : "text in UTF-8")
      ]
    }
  }

  private func codesProblems(_ list: CodeList, _ separator: UInt8) -> [FieldProblem] {
    let parts = text.utf8.split(separator: separator, omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    var problems = parts.filter { !$0.isEmpty }.compactMap { codeProblem($0, list) }
    let filled = parts.filter { !$0.isEmpty }.compactMap { list.index(matching: $0) }
    if parts.contains("") {
      problems.append(
        FieldProblem(
          "empty-part", severity: .warning, "has an empty part",
          expected: "codes divided by \(DelimiterName.text(separator))",
          fix: "none for the figures; the empty part is not counted"))
    }
    if Set(filled).count < filled.count {
      problems.append(
        FieldProblem(
          "repeated-part", severity: .warning, "has the same code twice",
          expected: "each code once",
          fix: "none for the figures; the code is counted once"))
    }
    return problems
  }

  private func codeProblem(_ spelling: String, _ list: CodeList) -> FieldProblem? {
    guard list.index(matching: spelling) == nil else { return nil }
    if let hidden = spelling.unicodeScalars.first(where: Printable.isHidden) {
      return hiddenCharacter(hidden)
    }
    if spelling.allSatisfy(\.isWhitespace) { return empty("is only blanks") }
    let nearest = nearestCodes.label(nearestTo: spelling, in: list)
    let count = list.codes.count == 1 ? "the code" : "one of the \(list.codes.count) codes"
    return FieldProblem(
      "unknown-code", "is \(shownPart(spelling))",
      expected: "\(count) of code list '\(list.name)'"
        + (nearest.map { " (nearest: '\($0)')" } ?? ""),
      fix: "correct the field, or add this spelling as a variant of the code")
  }

  private func hiddenCharacter(_ scalar: Unicode.Scalar) -> FieldProblem {
    FieldProblem(
      "hidden-character", "holds \(Printable.codePoint(scalar))",
      expected: "characters that can be seen")
  }

  private func identifierProblem(_ pattern: IdentifierPattern) -> FieldProblem? {
    guard let form = IdentifierForm(pattern), withBytes({ form.number($0, $1) }) == nil else {
      return nil
    }
    var found = "has \(counted(text.count, "character"))"
    if text.allSatisfy(\.isWhitespace) { return empty("is only blanks") }
    if text.first?.isWhitespace == true || text.last?.isWhitespace == true {
      found = "begins or ends with a blank"
    } else if text.unicodeScalars.contains("+"), text.unicodeScalars.contains("E") {
      found = "looks like a number that Excel has shortened"
    } else if pattern.letterCount.contains(text.count - pattern.digitCount) {
      found = "has \(counted(text.count, "character")) of another form"
    }
    return FieldProblem(
      "bad-identifier", found, expected: "an identifier of the form \(pattern.pattern)",
      fix: "deliver the identifier as it is in the system of record")
  }

  private func dateProblem(_ notation: DateNotation) -> FieldProblem? {
    let form = DateForm(notation: notation)
    guard withBytes({ form.day($0, $1, CalendarTable.shared) }) == nil else { return nil }
    if text.allSatisfy(\.isWhitespace) { return empty("is only blanks") }
    return FieldProblem(
      "bad-date", "is \(shown)\(DateHint.text(for: text, notation: notation))",
      expected: "a date \(notation.example) from \(CalendarTable.years.lowerBound) to "
        + "\(CalendarTable.years.upperBound)")
  }

  private func yearProblem() -> FieldProblem? {
    guard withBytes({ ColumnDecoder.year($0, $1) }) == nil else { return nil }
    return FieldProblem(
      "bad-year", "is \(shown)",
      expected: "a year from \(CalendarTable.years.lowerBound) to "
        + "\(CalendarTable.years.upperBound)")
  }

  private func numberProblems(_ form: NumberForm, _ notation: IntegerNotation?) -> [FieldProblem] {
    guard let number = withBytes({ form.number($0, $1) }) else {
      let kind = notation == nil ? "a decimal number" : "a whole number"
      let group = form.groupSeparator.map {
        ", thousands divided by \(DelimiterName.text($0)) or not at all"
      }
      let point = form.decimalSeparator.map { " with \(DelimiterName.text($0)) before decimals" }
      return [
        FieldProblem(
          "bad-number", "is \(shown)", expected: kind + (point ?? "") + (group ?? ""))
      ]
    }
    if !form.range.contains(number) {
      return [
        FieldProblem(
          "out-of-range", "is \(shown)",
          expected: "a number from \(form.range.lowerBound) to \(form.range.upperBound)")
      ]
    }
    guard let probable = form.probableRange, !probable.contains(number) else { return [] }
    return [
      FieldProblem(
        "improbable-value", severity: .warning, "is \(shown)",
        expected: "a number from \(probable.lowerBound) to \(probable.upperBound)",
        fix: "correct the field if it is wrong; it was used as it is")
    ]
  }

  /// The value where it may be shown, else how long it is.
  private var shown: String { shownPart(text) }

  private func shownPart(_ part: String) -> String {
    column.isPublic && isHarmless(part)
      ? "'\(Printable.value(part))'" : "a text of \(counted(part.count, "character"))"
  }

  /// Whether a value looks like one of its column's kind, not like something of another column.
  private func isHarmless(_ part: String) -> Bool {
    let digits = part.utf8.count { $0 &- 48 <= 9 }
    let letters = part.utf8.count { ($0 | 0x20) &- 97 <= 25 || $0 >= 0xC3 }
    switch column.type {
    case .text, .identifier: return false
    case .code, .codes, .openCode: return digits <= 4 && !part.contains("@")
    case .date, .year, .integer, .decimal:
      if letters == 0 { return digits <= 8 }
      let looksLikeIdentifier =
        digits > 0 && part.unicodeScalars.first?.properties.isAlphabetic == true
      return letters <= 4 && digits <= 5 && !looksLikeIdentifier
    }
  }

  private func withBytes<Value>(_ body: (UnsafePointer<UInt8>, Int) -> Value) -> Value {
    // Decoders read words of eight bytes: the bytes after the text must be there, too.
    let bytes = Array(text.utf8) + Array(repeating: 0, count: 16)
    return bytes.withUnsafeBufferPointer { buffer in
      // The array is never empty, so its address is never nil; the precondition is our own.
      guard let base = buffer.baseAddress else { preconditionFailure("an array without memory") }
      return body(base, buffer.count - 16)
    }
  }
}

/// A number with what is counted, in the singular or plural.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
