/// The published figures of earlier reports.
public struct Register: Sendable {
  private struct Key: Hashable {
    let figure: String
    let row: String
    let column: String
  }

  private let cells: [Key: [PublishedCell]]

  /// The reports and periods that were published with small counts left blank, in order.
  public let withBlanks: [PublishedPeriod]

  /// A report of a period.
  public struct PublishedPeriod: Sendable, Hashable {
    /// The report.
    public let report: String

    /// The period.
    public let period: String
  }

  /// Creates a register; the publications of a cell are kept in order of period and report.
  public init(_ published: [PublishedCell] = []) {
    let ordered = published.sorted { ($0.period, $0.report) < ($1.period, $1.report) }
    cells = Dictionary(grouping: ordered) {
      Key(figure: $0.figure, row: $0.row, column: $0.column)
    }
    let protected = ordered.filter(\.leavesBlanks).map {
      PublishedPeriod(report: $0.report, period: $0.period)
    }
    withBlanks = Set(protected).sorted { ($0.period, $0.report) < ($1.period, $1.report) }
  }

  /// Everything that was printed for a cell, the earliest publication first.
  public func publications(figure: String, row: String, column: String) -> [PublishedCell] {
    cells[Key(figure: figure, row: row, column: column)] ?? []
  }

  /// What the last report printed for a cell.
  public func latest(figure: String, row: String, column: String) -> PublishedCell? {
    publications(figure: figure, row: row, column: column).last
  }
}
