/// A plain decimal with at most 12 decimals, kept exactly.
struct ExactDecimal: Hashable, Comparable {
  /// The number times ten to the twelfth.
  let scaled: Int128

  /// Reads digits with at most one point and 12 decimals; nil for anything else.
  init?(_ text: String) {
    let isNegative = text.hasPrefix("-")
    let digits = isNegative ? text.dropFirst() : Substring(text)
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      parts[0].utf8.count <= 20, parts.count == 1 || parts[1].utf8.count <= 12
    else { return nil }
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    let padding = String(repeating: "0", count: 12 - decimals.utf8.count)
    guard let magnitude = Int128(String(parts[0]) + decimals + padding) else { return nil }
    scaled = isNegative ? -magnitude : magnitude
  }

  /// A number of ten to the minus twelfth.
  init(scaled: Int128) {
    self.scaled = scaled
  }

  static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    left.scaled < right.scaled
  }

  /// The number as a plain decimal without trailing zeros.
  var text: String {
    let digits = String(scaled.magnitude)
    let padded = String(repeating: "0", count: max(0, 13 - digits.utf8.count)) + digits
    var decimals = padded.suffix(12)
    while decimals.last == "0" { decimals.removeLast() }
    let whole = padded.dropLast(12)
    return (scaled < 0 ? "-" : "") + whole + (decimals.isEmpty ? "" : "." + decimals)
  }
}
