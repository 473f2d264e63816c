/// One way in which a report is written, of several with the same figures.
public struct ReportProfile: Sendable, Hashable {
  /// The name by which it is asked for, of the form `[a-z0-9-]+`.
  public let id: String

  /// For whom its workbook is laid out.
  public let form: Form

  /// Which small counts it does not print; nil for none: every number is printed.
  public let suppression: SuppressionRule?

  /// What a workbook can be laid out for.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// The people who use the numbers: charts beside tables, frozen headers, page footers.
    case directors

    /// Publication, by the accessibility guidance for official statistics.
    case publication
  }

  /// Creates a profile.
  public init(id: String, form: Form, suppression: SuppressionRule? = nil) {
    self.id = id
    self.form = form
    self.suppression = suppression
  }
}
