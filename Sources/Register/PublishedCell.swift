public import Findings

/// One number as a report printed it.
public struct PublishedCell: Sendable, Hashable {
  /// The report that printed it, for example `review`.
  public let report: String

  /// The period of that report, for example `2019`.
  public let period: String

  /// The figure's id.
  public let figure: String

  /// The row's label.
  public let row: String

  /// The column's label; a year for a series.
  public let column: String

  /// What was printed.
  public let value: PublishedValue

  /// Where it stands in the register.
  public let location: SourceLocation

  /// Whether the report that printed it leaves small counts blank.
  public let leavesBlanks: Bool

  /// Creates a published cell.
  public init(
    report: String, period: String, figure: String, row: String, column: String,
    value: PublishedValue, location: SourceLocation, leavesBlanks: Bool = false
  ) {
    self.report = report
    self.period = period
    self.figure = figure
    self.row = row
    self.column = column
    self.value = value
    self.location = location
    self.leavesBlanks = leavesBlanks
  }
}

/// A printed value, exactly as printed.
public enum PublishedValue: Sendable, Hashable {
  /// A number: `mantissa` divided by ten to the power of `decimals`, in percent where so marked.
  case number(mantissa: Int, decimals: Int, isPercent: Bool)

  /// A printed `-`: not available or not applicable.
  case dash

  /// A cell that was left blank to protect persons.
  case suppressed

  /// A cell that was left blank, or a chart without numbers.
  case blank

  /// Reads a plain decimal such as `18402`, `-23` or `15.3`; nil when it is not one.
  public init?(decimal text: String, isPercent: Bool) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }),
      text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 || $0 == 46 }),
      parts.count == 1 || parts[1].count <= 12, let mantissa = Int(parts.joined())
    else { return nil }
    self = .number(
      mantissa: mantissa, decimals: parts.count == 2 ? parts[1].count : 0, isPercent: isPercent)
  }
}
