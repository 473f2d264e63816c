/// The value of an indicator for one cell.
public enum IndicatorValue: Sendable, Hashable {
  /// A count or sum of whole things.
  case count(Int)

  /// A decimal number in millionths.
  case millionths(Int)

  /// A part of a whole that is not zero.
  case share(part: Int, whole: Int)

  /// So many per one of a divisor that is not zero.
  case average(total: Int, divisor: Int)

  /// There are no exports of the period at all: an earlier report may have the number.
  case undelivered

  /// A delivery is missing, the definition does not hold then, or there is nothing to divide by.
  case notAvailable

  /// There is no such thing to count.
  case notApplicable
}

extension IndicatorValue {
  /// The whole or decimal number that is so many millionths; not available when it is too large.
  init(millionths amount: Int128) {
    let value =
      amount.isMultiple(of: 1_000_000)
      ? Int(exactly: amount / 1_000_000).map(IndicatorValue.count)
      : Int(exactly: amount).map(IndicatorValue.millionths)
    self = value ?? .notAvailable
  }

  /// The number in millionths; nil when it is not a count or a decimal number.
  var inMillionths: Int128? {
    switch self {
    case .count(let count): Int128(count) * 1_000_000
    case .millionths(let amount): Int128(amount)
    case .share, .average, .undelivered, .notAvailable, .notApplicable: nil
    }
  }
}
