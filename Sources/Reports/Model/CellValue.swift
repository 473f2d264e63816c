/// The value of a cell, kept exactly until it is printed.
public enum CellValue: Sendable, Hashable {
  /// A count or sum of whole things.
  case count(Int)

  /// A decimal number in millionths.
  case millionths(Int)

  /// A part of a whole; printed in percent. The whole is not zero.
  case share(part: Int, whole: Int)

  /// So many per one; printed with a decimal. The divisor is not zero.
  case average(total: Int, divisor: Int)

  /// A change from an earlier value that is not zero; printed in percent of it.
  case change(from: Int, to: Int)

  /// The number is not available, or cannot be computed (nothing to divide by). Printed `-`.
  case notAvailable

  /// There is no such thing to count. Printed `-`.
  case notApplicable

  /// Hidden for privacy.
  case suppressed

  /// Held back because it rests on too few cases or is not comparable.
  case withheld

  /// The numerator and denominator of the value as it is printed (percents already times 100), or
  /// nil for a cell without a number. The denominator is positive.
  ///
  /// A fraction by zero, or one that does not fit in integers, is no number either.
  public var fraction: (numerator: Int, denominator: Int)? {
    switch self {
    case .count(let count): (count, 1)
    case .millionths(let amount): (amount, 1_000_000)
    case .share(let part, let whole): CellValue.fraction(Int128(part) * 100, Int128(whole))
    case .average(let total, let divisor): CellValue.fraction(Int128(total), Int128(divisor))
    case .change(let from, let to):
      CellValue.fraction((Int128(to) - Int128(from)) * 100, Int128(from))
    case .notAvailable, .notApplicable, .suppressed, .withheld: nil
    }
  }

  /// The marker in `figures.csv`: empty for a number.
  public var marker: String {
    switch self {
    case .count, .millionths, .share, .average, .change: fraction == nil ? "-" : ""
    case .notAvailable: "-"
    case .notApplicable: "z"
    case .suppressed: "c"
    case .withheld: "w"
    }
  }

  private static func fraction(_ numerator: Int128, _ denominator: Int128) -> (Int, Int)? {
    guard denominator != 0 else { return nil }
    let sign: Int128 = denominator < 0 ? -1 : 1
    guard let numerator = Int(exactly: sign * numerator),
      let denominator = Int(exactly: sign * denominator)
    else { return nil }
    return (numerator, denominator)
  }
}
