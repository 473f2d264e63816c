/// What a column is guessed to hold, and what somebody has to look at.
struct ColumnGuess {
  /// What was counted.
  let profile: ColumnProfile

  /// The guess.
  let kind: Kind

  /// What is not certain about it, in words.
  let review: String

  /// What a column can be drafted as.
  enum Kind: Equatable {
    case identifier(pattern: String)
    case codes([String])
    case date(format: String?)
    case year
    case integer(group: String?)
    case number(decimal: String, group: String?)
    case text
  }

  /// Guesses; the columns named in `codes` hold codes, whatever they look like.
  init(_ profile: ColumnProfile, codes: Set<String>) {
    self.profile = profile
    (kind, review) =
      ColumnGuess.named(profile, codes) ?? ColumnGuess.day(profile)
      ?? ColumnGuess.identifier(profile) ?? ColumnGuess.number(profile)
      ?? ColumnGuess.code(profile) ?? ColumnGuess.text(profile)
  }

  /// Whether every record has a value.
  var isFilled: Bool { profile.empty == 0 && profile.filled > 0 }

  /// Whether it could be the key.
  var isCandidateKey: Bool {
    guard case .identifier = kind else { return false }
    return isFilled && profile.isUnique
  }

  private typealias Guess = (Kind, String)

  private static func named(_ profile: ColumnProfile, _ codes: Set<String>) -> Guess? {
    guard codes.contains(profile.name), profile.filled > 0 else { return nil }
    return (
      .codes(CodeGuess.named(profile)), "codes, because --codes says so; no name of a person?"
    )
  }

  private static func day(_ profile: ColumnProfile) -> Guess? {
    guard profile.filled > 0 else { return nil }
    if profile.forms.contains(.isoDate) { return (.date(format: nil), "dates") }
    if profile.forms.contains(.dayMonthYear) {
      return (.date(format: "%d/%m/%Y"), "dates, the day first")
    }
    return profile.forms.contains(.year) ? (.year, "years; or a number?") : nil
  }

  /// Capitals and a fixed number of digits, or many digits that are hardly ever the same.
  private static func identifier(_ profile: ColumnProfile) -> Guess? {
    guard let form = profile.identifier, profile.filled > 0, !CodeGuess.hasFewValues(profile) else {
      return nil
    }
    let lengths = form.letters.map(\.utf8.count)
    guard let low = lengths.min(), let high = lengths.max(), low > 0 || high == 0 else {
      return nil
    }
    if high == 0 {
      guard form.digits >= 5, let distinct = profile.distinct, distinct * 2 > profile.filled else {
        return nil
      }
    }
    let letters =
      form.letters.count == 1
      ? form.letters.first ?? "" : "[A-Z]{\(low == high ? "\(low)" : "\(low),\(high)")}"
    return (
      .identifier(pattern: "\(letters)[0-9]{\(form.digits)}"), "identifiers, never shown"
    )
  }

  private static func number(_ profile: ColumnProfile) -> Guess? {
    guard profile.filled > 0 else { return nil }
    let forms = profile.forms
    if forms.contains(.integer) { return (.integer(group: nil), "whole numbers; or codes?") }
    if forms.contains(.groupedByPoint) {
      return (.integer(group: "."), "whole numbers with points between thousands; or decimals?")
    }
    if forms.contains(.groupedByComma) {
      return (.integer(group: ","), "whole numbers with commas between thousands; or decimals?")
    }
    if forms.contains(.decimalPoint) { return (.number(decimal: ".", group: nil), "numbers") }
    return forms.contains(.decimalComma) ? (.number(decimal: ",", group: nil), "numbers") : nil
  }

  private static func code(_ profile: ColumnProfile) -> Guess? {
    CodeGuess.codes(of: profile).map { codes in
      (.codes(codes), "\(codes.count) codes; are these all, and is none the name of a person?")
    }
  }

  private static func text(_ profile: ColumnProfile) -> Guess {
    if profile.filled == 0 { return (.text, "always empty here") }
    if CodeGuess.hasFewValues(profile) {
      return (
        .text,
        "free text, never shown; only \(profile.distinct ?? 0) values: if they are codes and no "
          + "names of persons, draft it again with --codes \(profile.name)"
      )
    }
    return (.text, "free text, never shown")
  }
}
