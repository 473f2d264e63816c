/// The published figures of earlier reports.
public struct Register: Sendable {
  private struct Key: Hashable {
    let figure: String
    let row: String
    let column: String
  }

  private let cells: [Key: [PublishedCell]]

  /// Creates a register; the publications of a cell are kept in order of period and report.
  public init(_ published: [PublishedCell] = []) {
    let ordered = published.sorted { ($0.period, $0.report) < ($1.period, $1.report) }
    cells = Dictionary(grouping: ordered) {
      Key(figure: $0.figure, row: $0.row, column: $0.column)
    }
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
