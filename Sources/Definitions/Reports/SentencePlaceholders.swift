internal import Findings
internal import Reports

/// Checks the template of a sentence against its bound values.
struct SentencePlaceholders {
  /// The kinds of the bound values, by name.
  let bindings: [String: BindingKind]

  /// Where findings go.
  let log: FindingCollector

  /// Reports digits, unknown placeholders and forms that do not fit.
  func check(_ template: TextValue) {
    let text = TemplateText(log: log)
    text.checkDigits(template)
    text.checkPlaceholders(of: template, known: bindings.keys.sorted() + TemplateText.knownPeriods)
    {
      name, form in
      bindings[name] != nil || (form.isEmpty && TemplateText.isPeriod(name))
    }
    for part in SentenceTemplate(template.text).parts {
      guard case .placeholder(let name, let form, let choices) = part, let kind = bindings[name]
      else { continue }
      check(form, choices, of: name, kind, in: template)
    }
  }

  private func check(
    _ form: String, _ choices: [String], of name: String, _ kind: BindingKind,
    in template: TextValue
  ) {
    var place: Place { template.place(of: "{\(name).\(form)") }
    guard form.isEmpty || kind.forms.contains(form) else {
      let known = ["{\(name)}"] + kind.forms.map { "{\(name).\($0)}" }
      log.report(
        "unknown-form", at: place,
        "form '\(form)' does not fit '\(name)', which is a \(kind.rawValue), expected "
          + Wording.listed(known),
        fix: kind.forms.nearest(to: form).map { "write {\(name).\($0)}" } ?? "write one of them")
      return
    }
    let wanted = form == "word" ? 2 : 0
    guard choices.count != wanted else { return checkDigits(in: choices) { place } }
    log.report(
      "unknown-form", at: place,
      "'\(name)' has \(choices.count) words to choose from, expected \(wanted)",
      fix: wanted == 2 ? "write {\(name).word:singular|plural}" : "remove what follows the colon")
  }

  private func checkDigits(in choices: [String], at place: () -> Place) {
    guard choices.contains(where: { $0.contains(where: \.isNumber) }) else { return }
    log.report(
      "literal-digit", at: place(), "a number is written out, expected numbers from cells only",
      fix: "write words only")
  }
}
