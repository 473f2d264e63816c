/// How a language writes numbers.
public struct NumberFormat: Sendable, Hashable {
  /// Between units and decimals, for example `,`.
  public let decimalSeparator: String

  /// Between groups of three digits, for example `.`.
  public let groupSeparator: String

  /// What is printed for a number that is not available or not applicable.
  public let dash: String

  /// What is printed for a suppressed number.
  public let suppressed: String

  /// What is printed for a withheld number.
  public let withheld: String

  /// Creates a format.
  public init(
    decimalSeparator: String, groupSeparator: String, dash: String = "-",
    suppressed: String = "c", withheld: String = "w"
  ) {
    self.decimalSeparator = decimalSeparator
    self.groupSeparator = groupSeparator
    self.dash = dash
    self.suppressed = suppressed
    self.withheld = withheld
  }

  /// The value as the reader sees it, for example `18.402`, `14,5` or `20%`.
  public func text(_ value: CellValue, style: NumberStyle) -> String {
    guard let (numerator, denominator) = value.fraction else {
      return switch value {
      case .suppressed: suppressed
      case .withheld: withheld
      default: dash
      }
    }
    let scaled = Decimals.rounded(numerator, over: denominator, places: style.decimals)
    let (whole, decimals) = Decimals.digits(of: scaled.magnitude, places: style.decimals)
    let sign = scaled < 0 ? "-" : (style.showsPlus && scaled > 0 ? "+" : "")
    return sign + grouped(whole) + (decimals.isEmpty ? "" : decimalSeparator + decimals)
      + (style.isPercent ? "%" : "")
  }

  private func grouped(_ digits: String) -> String {
    var groups: [Substring] = []
    var rest = Substring(digits)
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    groups.insert(rest, at: 0)
    return groups.joined(separator: groupSeparator)
  }
}

/// How one kind of number is printed.
public struct NumberStyle: Sendable, Hashable {
  /// The number of decimals.
  public let decimals: Int

  /// Whether a percent sign follows.
  public let isPercent: Bool

  /// Whether a rise is printed with a plus sign.
  public let showsPlus: Bool

  /// Creates a style.
  public init(decimals: Int, isPercent: Bool = false, showsPlus: Bool = false) {
    self.decimals = decimals
    self.isPercent = isPercent
    self.showsPlus = showsPlus
  }

  /// A whole number, for example `18.402`.
  public static let count = NumberStyle(decimals: 0)

  /// A whole percent, for example `20%`.
  public static let percent = NumberStyle(decimals: 0, isPercent: true)

  /// A number with one decimal, for example `14,5`.
  public static let average = NumberStyle(decimals: 1)

  /// A change in whole percents with its sign, for example `+10%` or `-23%`.
  public static let change = NumberStyle(decimals: 0, isPercent: true, showsPlus: true)
}
