/// The first names of a list and how many more there are, for a place where a reader takes in only so
/// many: thousands do not fit into a cell of a workbook, nor does anyone read them there.
public struct ShortList: Sendable, Hashable {
  /// How many names stand in one cell of a table.
  public static let namesInCell = 20

  /// The first names.
  public let shown: [String]

  /// How many more there are.
  public let more: Int

  /// Creates the list of the first `limit` names.
  public init(_ names: [String], atMost limit: Int = ShortList.namesInCell) {
    shown = Array(names.prefix(limit))
    more = max(0, names.count - limit)
  }

  /// The names with a comma between them; after them, where there are more, what `rest` says of how
  /// many.
  public func text(rest: (Int) -> String) -> String {
    shown.joined(separator: ", ") + (more == 0 ? "" : " " + rest(more))
  }
}
