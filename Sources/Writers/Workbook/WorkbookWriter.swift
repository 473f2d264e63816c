import Indicators
public import Reports
import Schemas

/// Writes a report as an Excel workbook.
///
/// The same report gives the same bytes: no clock, locale or environment reaches them.
public struct WorkbookWriter: Sendable {
  private let profile: WorkbookProfile

  /// Creates a writer of workbooks for `profile`.
  public init(profile: WorkbookProfile = .directors) {
    self.profile = profile
  }

  /// The report as the bytes of an `.xlsx` file.
  ///
  /// - Throws: when a text or a table does not fit in a sheet, or the library cannot write.
  public func write(_ report: Report) throws(WorkbookError) -> [UInt8] {
    try written(report).bytes
  }

  /// The report as a workbook, with the places of the figures' cells on its sheets.
  ///
  /// - Throws: as `write`.
  public func written(_ report: Report) throws(WorkbookError) -> WrittenWorkbook {
    try withDecimalPoint { () throws(WorkbookError) -> WrittenWorkbook in
      let file = try WorkbookFile(language: report.language)
      try file.setProperties(
        title: report.title, subject: report.subtitle, publisher: report.publisher,
        language: report.language, daysSince1970: Int(report.period.lastDay.daysSince1970))
      try WorkbookContent(report: report, profile: profile).write(to: file)
      return WrittenWorkbook(bytes: try file.close(), ranges: file.ranges)
    }
  }
}
