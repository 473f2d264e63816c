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
