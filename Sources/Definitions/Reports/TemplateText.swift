internal import Reports

/// Checks the placeholders of texts in a report definition.
struct TemplateText {
  /// Where findings go.
  let log: FindingCollector

  /// The placeholders of periods, as messages name them.
  static let knownPeriods = ["year", "year-1", "period", "period-1", "before", "month", "day"]

  /// Checks a title, label or note, in which only periods can stand.
  func check(_ value: TextValue?, allowsYears: Bool = false) {
    guard let value else { return }
    checkPlaceholders(
      of: value, known: TemplateText.knownPeriods + (allowsYears ? ["years"] : [])
    ) { name, form in
      form.isEmpty && (TemplateText.isPeriod(name) || (allowsYears && name == "years"))
    }
  }

  /// Whether a placeholder is the reported period, one before it, or a part of its name.
  static func isPeriod(_ name: String) -> Bool {
    if ["year", "period", "before", "month", "day"].contains(name) { return true }
    return ["year-", "period-"].contains { prefix in
      guard name.hasPrefix(prefix),
        let back = Int(plainDigits: String(name.dropFirst(prefix.count)))
      else { return false }
      return (1...99).contains(back)
    }
  }

  /// Reports placeholders that are not permitted, and braces without a partner.
  func checkPlaceholders(
    of value: TextValue, known: [String], _ permits: (_ name: String, _ form: String) -> Bool
  ) {
    for part in SentenceTemplate(value.text).parts {
      switch part {
      case .words(let words): checkBraces(words, of: value)
      case .placeholder(let name, let form, _) where !permits(name, form):
        log.reportUnknown(
          "placeholder", form.isEmpty ? name : "\(name).\(form)",
          at: value.place(of: "{" + name), among: known)
      case .placeholder: continue
      }
    }
  }

  private func checkBraces(_ words: String, of value: TextValue) {
    guard let brace = words.first(where: { $0 == "{" || $0 == "}" }) else { return }
    log.report(
      "unknown-placeholder", at: value.place(of: String(brace)),
      "a brace does not enclose a placeholder, expected {name} or {name.form}",
      fix: "close the brace, and write the name in lower-case letters, digits and hyphens")
  }

  /// Reports a number outside braces: every number comes from a cell. A digit that a letter
  /// precedes belongs to a name, as in `NT2`.
  func checkDigits(_ value: TextValue) {
    var isInside = false
    var isName = false
    for (offset, character) in value.text.enumerated() {
      if character == "{" || character == "}" { isInside = character == "{" }
      let isNumber = character.isNumber && !character.isLetter
      if isNumber, !isInside, !isName {
        log.report(
          "literal-digit", at: value.node.place(ofCharacter: offset),
          "a number is written out, expected numbers from cells only",
          fix: "bind the number to a cell, or write {year} for the year")
        return
      }
      isName = character.isLetter || (isNumber && isName)
    }
  }
}

extension TextValue {
  /// Where a part of the text stands; the text's own place where that is not known.
  func place(of part: String) -> Place {
    guard let range = text.firstRange(of: part) else { return place }
    return node.place(ofCharacter: text.distance(from: text.startIndex, to: range.lowerBound))
  }
}
