/// A cell that is not what it was.
public struct CellDifference: Sendable, Hashable, Encodable {
  /// Where it stands.
  public let place: CellPlace

  /// The value or marker before; nil when there was no such cell.
  public let before: String?

  /// The value or marker now; nil when there is no such cell.
  public let after: String?

  /// The change as a plain decimal; empty where there is no number on both sides.
  public let change: String

  /// Why, as far as the manifests tell.
  public let reasons: [String]

  /// How large the difference is, for sorting: a cell that is a number on one side only counts as
  /// that number.
  private let weight: Int128

  /// The cells of two runs that differ, the heaviest first, ties in the order of the report.
  public static func between(
    _ before: RunCells, _ after: RunCells, because difference: RunDifference
  ) -> [CellDifference] {
    between(before, after, because: difference, hiding: .none)
  }

  /// The same, without the numbers that one of the runs leaves blank to protect persons and the other
  /// prints: they are told apart, but not told.
  public static func between(
    _ before: RunCells, _ after: RunCells, because difference: RunDifference,
    hiding blanks: Blanks
  ) -> [CellDifference] {
    let old = Dictionary(grouping: before.cells, by: \.place)
    let new = Dictionary(grouping: after.cells, by: \.place)
    var places: [CellPlace] = []
    var seen: Set<CellPlace> = []
    for cell in after.cells + before.cells where seen.insert(cell.place).inserted {
      places.append(cell.place)
    }
    let differences = places.flatMap { place -> [CellDifference] in
      let (mine, theirs) = (old[place] ?? [], new[place] ?? [])
      return (0..<max(mine.count, theirs.count)).compactMap { index in
        CellDifference(
          mine.count > index ? mine[index] : nil, theirs.count > index ? theirs[index] : nil,
          because: difference, hiding: blanks)
      }
    }
    return differences.enumerated().sorted {
      ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
    }.map(\.element)
  }

  private init?(
    _ before: RunCell?, _ after: RunCell?, because difference: RunDifference,
    hiding blanks: Blanks
  ) {
    guard before != after, let cell = after ?? before else { return nil }
    let isHidden = blanks.hide(before, beside: after) || blanks.hide(after, beside: before)
    place = cell.place
    self.before = before.map {
      isHidden ? $0.textWithoutNumber : CellDifference.text($0, beside: after)
    }
    self.after = after.map {
      isHidden ? $0.textWithoutNumber : CellDifference.text($0, beside: before)
    }
    reasons = difference.reasons(for: cell)
    let (old, new) = isHidden ? (nil, nil) : (before?.number, after?.number)
    let amount = (new?.scaled ?? 0) - (old?.scaled ?? 0)
    weight = Int128(amount.magnitude)
    change = old == nil || new == nil ? "" : ExactDecimal(scaled: amount).text
  }

  /// The value, with what else differs from the cell on the other side.
  private static func text(_ cell: RunCell, beside other: RunCell?) -> String {
    guard let other, cell.text == other.text else { return cell.text }
    let extras = [
      cell.source == other.source ? nil : cell.source,
      cell.status == other.status ? nil : cell.status,
      cell.unit == other.unit ? nil : cell.unit,
    ].compactMap { $0 }
    return "\(cell.text) (\(extras.joined(separator: ", ")))"
  }

  private enum CodingKeys: String, CodingKey {
    case place, before, after, change, reasons
  }
}

extension RunCell {
  /// The value as a number; nil when it has none.
  fileprivate var number: ExactDecimal? { ExactDecimal(value) }
}
