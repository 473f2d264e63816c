/// Exact decimal digits of fractions: the only place where numbers are rounded.
///
/// Rounding is half away from zero, the rule of the printed report (61/4 = 15.25 is 15,3).
public enum Decimals {
  /// The fraction rounded to a number of decimals, times ten to the power of `places`.
  ///
  /// The denominator is positive; `places` is at most 12.
  public static func rounded(_ numerator: Int, over denominator: Int, places: Int) -> Int128 {
    let divisor = UInt128(denominator.magnitude)
    var (whole, rest) = UInt128(numerator.magnitude).quotientAndRemainder(dividingBy: divisor)
    for _ in 0..<places {
      let (digit, left) = (rest * 10).quotientAndRemainder(dividingBy: divisor)
      whole = whole * 10 + digit
      rest = left
    }
    if rest * 2 >= divisor { whole += 1 }
    return numerator < 0 ? -Int128(whole) : Int128(whole)
  }

  /// The fraction as a plain decimal: a point, at most 12 decimals, no trailing zeros, never `-0`.
  public static func plain(_ numerator: Int, over denominator: Int) -> String {
    let scaled = rounded(numerator, over: denominator, places: 12)
    let (whole, decimals) = digits(of: scaled.magnitude, places: 12)
    let kept = decimals.lastIndex { $0 != "0" }.map { decimals[...$0] } ?? ""
    return (scaled < 0 ? "-" : "") + (kept.isEmpty ? whole : "\(whole).\(kept)")
  }

  /// The digits before and after the point of a number that was scaled by ten to the `places`.
  static func digits(of scaled: UInt128, places: Int) -> (whole: String, decimals: String) {
    var digits = String(scaled)
    if digits.count <= places {
      digits = String(repeating: "0", count: places - digits.count + 1) + digits
    }
    return (String(digits.dropLast(places)), String(digits.suffix(places)))
  }
}

extension CellValue {
  /// The exact value as a plain decimal, as in `figures.csv`; empty for a cell without a number.
  public var plainDecimal: String {
    guard let (numerator, denominator) = fraction else { return "" }
    return Decimals.plain(numerator, over: denominator)
  }
}
