/// Which columns may be drafted as code lists, so that their values stand in the definitions.
///
/// Definitions are no place for personal data, so values are taken over only where no name of a person
/// can be among them: a few values, each of many records, that begin with a small letter or a digit, or
/// are written like a sentence (`Not passed`). A single capitalised word could be a surname; such a
/// column is only taken when the analyst names it.
struct CodeGuess {
  /// At most so many different values.
  static let values = 30

  /// Each at least so often.
  static let records = 5

  /// Whether the column has few values, whatever they are.
  static func hasFewValues(_ profile: ColumnProfile) -> Bool {
    guard let counts = profile.counts, !counts.isEmpty else { return false }
    return counts.count <= values && profile.filled >= counts.count * records
  }

  /// The values that are codes beyond doubt; nil when one of them might name a person.
  static func codes(of profile: ColumnProfile) -> [String]? {
    guard hasFewValues(profile), let counts = profile.counts,
      counts.values.allSatisfy({ $0 >= records }), counts.keys.allSatisfy(cannotBeName)
    else { return nil }
    return counts.keys.sorted()
  }

  /// The values of a column that the analyst says holds codes.
  static func named(_ profile: ColumnProfile) -> [String] {
    (profile.counts ?? [:]).keys.sorted()
  }

  private static func cannotBeName(_ value: String) -> Bool {
    guard value.unicodeScalars.count <= 40, !value.contains("@"),
      value.utf8.count(where: { (48...57).contains($0) }) <= 4
    else { return false }
    let words = value.split(separator: " ")
    guard let first = words.first?.first else { return false }
    let rest = words.dropFirst()
    guard rest.allSatisfy({ $0.first?.isUppercase == false }) else { return false }
    return first.isUppercase ? !rest.isEmpty || value.count == 1 : true
  }
}
