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
  public var fraction: (numerator: Int, denominator: Int)? {
    switch self {
    case .count(let count): (count, 1)
    case .millionths(let amount): (amount, 1_000_000)
    case .share(let part, let whole): normalized(part * 100, whole)
    case .average(let total, let divisor): normalized(total, divisor)
    case .change(let from, let to): normalized((to - from) * 100, from)
    case .notAvailable, .notApplicable, .suppressed, .withheld: nil
    }
  }

  /// The marker in `figures.csv`: empty for a number.
  public var marker: String {
    switch self {
    case .count, .millionths, .share, .average, .change: ""
    case .notAvailable: "-"
    case .notApplicable: "z"
    case .suppressed: "c"
    case .withheld: "w"
    }
  }

  private func normalized(_ numerator: Int, _ denominator: Int) -> (Int, Int) {
    denominator < 0 ? (-numerator, -denominator) : (numerator, denominator)
  }
}
