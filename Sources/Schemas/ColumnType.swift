/// What the fields of a column hold.
public enum ColumnType: Sendable, Hashable {
  /// Free text, which no figure uses and no message repeats.
  case text

  /// An identifier of a declared form.
  case identifier(IdentifierPattern)

  /// One code of a closed list.
  case code(CodeList)

  /// One or more codes of a closed list of at most 64 codes, divided by a separator byte.
  case codes(CodeList, separator: UInt8)

  /// A value of an open list, named so that columns of several datasets can share it.
  ///
  /// Spellings that differ only in case, blanks or diacritics are one value
  /// (`SpellingFold`), printed in its most frequent spelling.
  case openCode(list: String)

  /// A date, in one declared notation.
  case date(DateNotation)

  /// A year of four digits.
  case year

  /// A whole number.
  case integer(IntegerNotation)

  /// A decimal number, kept exactly in millionths.
  case decimal(DecimalNotation)
}

/// The form of an identifier: capital letters, then a fixed number of digits.
///
/// Declared as a regular expression of that one shape: `P[0-9]{8}` or `[A-Z]{1,2}[0-9]{9}`.
public struct IdentifierPattern: Sendable, Hashable {
  /// The letters that it must begin with; empty when any capitals will do.
  public let prefix: String

  /// How many capital letters it begins with, where the prefix is not fixed.
  public let letterCount: ClosedRange<Int>

  /// How many digits follow, at most 16.
  public let digitCount: Int

  /// The pattern as it was declared.
  public let pattern: String

  /// Reads a declared pattern, or returns nil when it is not of the supported shape.
  public init?(_ pattern: String) {
    guard
      let match = pattern.wholeMatch(
        of: /(?:(?<prefix>[A-Z]*)|\[A-Z\]\{(?<low>[1-9])(?:,(?<high>[1-9]))?\})\[0-9\]\{(?<digits>[0-9]{1,2})\}/),
      let digits = Int(match.digits), (1...16).contains(digits)
    else { return nil }
    let prefix = match.prefix.map(String.init) ?? ""
    let low = match.low.flatMap { Int($0) } ?? prefix.count
    let high = match.high.flatMap { Int($0) } ?? low
    guard low <= high, high <= 4 else { return nil }
    self.prefix = prefix
    letterCount = low...high
    digitCount = digits
    self.pattern = pattern
  }
}

/// The order in which a date's parts are written.
public enum DateNotation: String, Sendable, Hashable, CaseIterable {
  /// `2019-12-31`, the default of Table Schema.
  case iso = "%Y-%m-%d"

  /// `31/12/2019`.
  case dayMonthYear = "%d/%m/%Y"

  /// The notation as it is shown to people.
  public var example: String {
    switch self {
    case .iso: "yyyy-mm-dd"
    case .dayMonthYear: "dd/mm/yyyy"
    }
  }
}

/// How whole numbers are written, and between which limits they lie.
public struct IntegerNotation: Sendable, Hashable {
  /// The byte that may divide thousands, for example `.`; nil when none may.
  public let groupSeparator: UInt8?

  /// The smallest and largest permitted value.
  public let range: ClosedRange<Int64>

  /// Values outside this range, if given, are improbable: a warning.
  public let probableRange: ClosedRange<Int64>?

  /// Creates a notation.
  public init(
    groupSeparator: UInt8? = nil, range: ClosedRange<Int64> = 0...Int64(Int32.max),
    probableRange: ClosedRange<Int64>? = nil
  ) {
    self.groupSeparator = groupSeparator
    self.range = range
    self.probableRange = probableRange
  }
}

/// How decimal numbers are written.
public struct DecimalNotation: Sendable, Hashable {
  /// The byte before the decimals, `.` or `,`.
  public let decimalSeparator: UInt8

  /// The byte that may divide thousands; nil when none may.
  public let groupSeparator: UInt8?

  /// Creates a notation.
  public init(decimalSeparator: UInt8 = UInt8(ascii: "."), groupSeparator: UInt8? = nil) {
    self.decimalSeparator = decimalSeparator
    self.groupSeparator = groupSeparator
  }
}
