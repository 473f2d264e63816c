import Findings
import Schemas

/// Remembers which code is nearest to a spelling: searching is slow, and one wrong spelling is
/// often in very many records.
final class NearestCodes {
  private static let limit = 1 << 16
  private var labels: [String: [String: String?]] = [:]
  private var count = 0

  /// The label of the nearest code, or nil when none is near.
  func label(nearestTo spelling: String, in list: CodeList) -> String? {
    if let known = labels[list.name]?[spelling] { return known }
    let names = list.codes.map(\.label)
    let repaired = Windows1252.repaired(spelling).flatMap { list.index(matching: $0) }
    let spellings = list.codes.flatMap { [$0.label] + $0.variants }
    let near = spellings.nearest(to: spelling).flatMap { list.index(matching: $0) }
    let nearest = (repaired ?? near).map { names[$0] }
    if count < NearestCodes.limit {
      labels[list.name, default: [:]][spelling] = .some(nearest)
      count += 1
    }
    return nearest
  }
}
