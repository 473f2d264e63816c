internal import Reports

/// An exact number: what was printed, or what follows from it.
public struct Quantity: Sendable, Hashable {
  /// The numerator and the positive denominator, without a common divisor.
  let numerator: Int128
  let denominator: Int128

  /// The fraction; nil for one by zero.
  init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0 else { return nil }
    let sign: Int128 = denominator < 0 ? -1 : 1
    let divisor = max(1, Quantity.commonDivisor(numerator.magnitude, denominator.magnitude))
    self.numerator = sign * numerator / Int128(divisor)
    self.denominator = sign * denominator / Int128(divisor)
  }

  /// A whole number.
  init(_ whole: Int) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// Reads a decimal such as `18402`, `-23` or `75.5`; nil when it is not one, or has more than 13
  /// digits or 4 decimals: products of two shares must fit in 128 bits.
  init?(decimal text: String) {
    let unsigned = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
    let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), unsigned.utf8.count <= 14,
      parts.count == 1 || parts[1].utf8.count <= 4,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let digits = Int128(parts.joined())
    else { return nil }
    let scale = Quantity.scale(parts.count == 2 ? parts[1].utf8.count : 0)
    self.init(text.hasPrefix("-") ? -digits : digits, over: scale)
  }

  /// How many decimals a text has.
  static func decimals(in text: String) -> Int {
    text.split(separator: ".", maxSplits: 1).dropFirst().first?.utf8.count ?? 0
  }

  /// The number rounded half away from zero.
  func rounded(to places: Int) -> Quantity {
    guard let numerator = Int(exactly: numerator), let denominator = Int(exactly: denominator)
    else { return self }
    let scaled = Decimals.rounded(numerator, over: denominator, places: places)
    return Quantity(scaled, over: Quantity.scale(places)) ?? self
  }

  /// The number as a plain decimal, with at most so many decimals.
  func text(places: Int = 2) -> String {
    let rounded = rounded(to: places)
    guard let numerator = Int(exactly: rounded.numerator),
      let denominator = Int(exactly: rounded.denominator)
    else { return "" }
    return Decimals.plain(numerator, over: denominator)
  }

  private static func scale(_ places: Int) -> Int128 {
    (0..<places).reduce(1) { scale, _ in scale * 10 }
  }

  private static func commonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    right == 0 ? left : commonDivisor(right, left % right)
  }
}

extension Quantity: Comparable {
  /// Whether the left number is smaller.
  public static func < (left: Quantity, right: Quantity) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }

  static func + (left: Quantity, right: Quantity) -> Quantity {
    Quantity(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator) ?? left
  }

  static func - (left: Quantity, right: Quantity) -> Quantity {
    Quantity(
      left.numerator * right.denominator - right.numerator * left.denominator,
      over: left.denominator * right.denominator) ?? left
  }

  /// This as a percentage of another; nil of nothing.
  func percent(of whole: Quantity) -> Quantity? {
    over(whole, times: 100)
  }

  /// The quotient, times a whole number; nil by zero.
  func over(_ divisor: Quantity, times factor: Int128 = 1) -> Quantity? {
    Quantity(
      numerator * divisor.denominator * factor, over: denominator * divisor.numerator)
  }

  /// The change to a later number, in percent; nil from nothing.
  func change(to later: Quantity) -> Quantity? {
    (later - self).percent(of: self)
  }

  /// The number without its sign.
  var magnitude: Quantity { numerator < 0 ? Quantity(0) - self : self }
}
