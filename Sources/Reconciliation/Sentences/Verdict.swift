/// What a sentence comes to when it is held against cells.
enum Verdict: Hashable {
  /// It holds.
  case holds

  /// It holds, but not for everything that it is about; the text says for what it does not.
  case holdsBut(String)

  /// It does not hold.
  case fails(claimed: String, found: String)

  /// The cells do not say.
  case unknown(String)
}

/// A claim of a region or another row with its printed percentage: `North:16`.
struct NamedPercent: Hashable {
  /// The row's label.
  let label: String

  /// The percentage as it was printed; nil when only the row is named.
  let percent: String?

  /// Reads `label:percent` or `label`; several stand between bars.
  static func list(_ text: String) -> [NamedPercent] {
    text.split(separator: "|").map { part in
      guard let colon = part.lastIndex(of: ":"),
        Quantity(decimal: String(part[part.index(after: colon)...])) != nil
      else { return NamedPercent(label: String(part), percent: nil) }
      return NamedPercent(
        label: String(part[..<colon]), percent: String(part[part.index(after: colon)...]))
    }
  }
}
