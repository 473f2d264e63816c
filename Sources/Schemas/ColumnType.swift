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
    // Scanned by hand: making a regular expression takes longer than reading all definitions.
    var rest = Substring(pattern)
    let prefix = String(rest.prefix { ("A"..."Z").contains($0) })
    rest.removeFirst(prefix.count)
    var (low, high) = (prefix.count, prefix.count)
    if prefix.isEmpty, rest.hasPrefix("[A-Z]") {
      rest.removeFirst("[A-Z]".count)
      guard let range = IdentifierPattern.repetition(&rest) else { return nil }
      (low, high) = range
    }
    guard rest.hasPrefix("[0-9]") else { return nil }
    rest.removeFirst("[0-9]".count)
    guard let (digits, most) = IdentifierPattern.repetition(&rest), digits == most, rest.isEmpty,
      (1...16).contains(digits)
    else { return nil }
    guard low <= high, high <= 4 else { return nil }
    self.prefix = prefix
    letterCount = low...high
    digitCount = digits
    self.pattern = pattern
  }

  /// Takes `{2}` or `{1,2}` off the front.
  private static func repetition(_ rest: inout Substring) -> (low: Int, high: Int)? {
    guard rest.first == "{", let end = rest.firstIndex(of: "}") else { return nil }
    let numbers = rest[rest.index(after: rest.startIndex)..<end]
      .split(separator: ",", omittingEmptySubsequences: false)
    guard (1...2).contains(numbers.count),
      numbers.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let low = numbers.first.flatMap({ Int($0) }), let high = numbers.last.flatMap({ Int($0) })
    else { return nil }
    rest = rest[rest.index(after: end)...]
    return (low, high)
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
