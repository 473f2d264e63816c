import Exports
import Findings
import Schemas

/// Two files of a dataset that hold for a good part the same records, as when an old and a new
/// delivery lie side by side.
struct OverlappingDeliveries {
  let schema: DatasetSchema
  let recordCounts: [String: Int]

  private struct Pair: Hashable {
    let first: String
    let second: String
  }

  private struct Shared {
    var same = 0
    var changed = 0
  }

  /// A finding for each pair of files that share half of the smaller one's keys, and two at least.
  func findings(_ groups: [[Sighting]]) -> [Finding] {
    var shared: [Pair: Shared] = [:]
    for records in groups {
      guard let first = records.first,
        let other = records.first(where: { $0.record.file != first.record.file })
      else { continue }
      let pair = Pair(first: first.record.file, second: other.record.file)
      if first.content == other.content {
        shared[pair, default: Shared()].same += 1
      } else {
        shared[pair, default: Shared()].changed += 1
      }
    }
    return shared.compactMap { finding($0.key, $0.value) }.sorted()
  }

  private func finding(_ pair: Pair, _ shared: Shared) -> Finding? {
    let first = recordCounts[pair.first] ?? 0
    let second = recordCounts[pair.second] ?? 0
    let count = shared.same + shared.changed
    guard count >= 2, count * 2 >= min(first, second) else { return nil }
    return Finding(
      shared.changed > 0 ? .error : .warning, rule: "overlapping-deliveries",
      dataset: schema.name, at: SourceLocation(file: pair.second),
      "has \(count) records that \(pair.first) has too, \(shared.same) with the same and "
        + "\(shared.changed) with other content, \(second - count) only here and "
        + "\(first - count) only there, expected files without records in common",
      fix: "keep the delivery that stands; records with the same content count once, others not")
  }
}
