public import Provenance

/// A publication as the archive holds it: one file of the register.
public struct ArchivedPublication: Sendable {
  /// The report's id.
  public let report: String

  /// The period's id.
  public let period: String

  /// Which publication of the period it is, from 1.
  public let version: Int

  /// The file in the register.
  public let file: FileRecord

  /// What is known about it; nil for what was put into the register by hand.
  public let record: PublicationRecord?

  /// The cells.
  public let cells: [ArchivedCell]

  /// Creates a publication.
  public init(
    report: String, period: String, version: Int, file: FileRecord, record: PublicationRecord?,
    cells: [ArchivedCell]
  ) {
    self.report = report
    self.period = period
    self.version = version
    self.file = file
    self.record = record
    self.cells = cells
  }
}

/// A published cell as the archive holds it.
public struct ArchivedCell: Sendable {
  /// Where it stands.
  public let place: CellPlace

  /// The plain decimal; empty when no number was printed.
  public let decimal: String

  /// Whether a dash was printed.
  public let isDash: Bool

  /// Whether it was left blank to protect persons.
  public let isSuppressed: Bool

  /// The line in the register's file.
  public let line: Int

  /// Creates a cell.
  public init(
    place: CellPlace, decimal: String, isDash: Bool, isSuppressed: Bool = false, line: Int
  ) {
    self.place = place
    self.decimal = decimal
    self.isDash = isDash
    self.isSuppressed = isSuppressed
    self.line = line
  }
}
