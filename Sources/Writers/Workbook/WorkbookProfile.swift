/// For whom a workbook is made.
public enum WorkbookProfile: Sendable, Hashable, CaseIterable {
  /// For the people who use the numbers: charts beside tables, frozen headers, page footers.
  case directors

  /// For publication, by the accessibility guidance for official statistics: one table per sheet
  /// with nothing below it, charts on sheets of their own, no frozen headers and no page footers.
  case publication
}
