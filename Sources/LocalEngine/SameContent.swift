import Exports
import Findings
import Indicators

/// A file that holds the same bytes as another one of its dataset: it is not counted.
struct SameContent {
  let copy: Delivery
  let original: Delivery

  /// The copies among files; of two alike, the second by path is the copy.
  static func find(among deliveries: [Delivery], sizes: [Int]) -> [SameContent] {
    let looks = zip(deliveries, sizes).map { Look(dataset: $0.dataset, size: $1) }
    let counts = Dictionary(looks.map { ($0, 1) }, uniquingKeysWith: +)
    var seen: [Look: [Delivery]] = [:]
    var copies: [SameContent] = []
    for (delivery, plain) in zip(deliveries, looks) where plain.size > 0 && counts[plain] != 1 {
      // Thousands of files can be of one size: only those that begin alike are held against each other.
      var look = plain
      look.beginning = ExportFiles.hashOfBeginning(delivery)
      let alike = (seen[look] ?? []).first { ExportFiles.haveSameContent($0, delivery) }
      if let alike {
        copies.append(SameContent(copy: delivery, original: alike))
      } else {
        seen[look, default: []].append(delivery)
      }
    }
    return copies
  }

  /// What files that hold the same bytes have in common.
  private struct Look: Hashable {
    let dataset: String
    let size: Int
    var beginning = 0
  }

  /// The finding; none when the files have no records, as two files may.
  func finding(_ reports: [DeliveryReport]) -> Finding? {
    guard let original = report(reports), original.recordsRead > 0 else { return nil }
    return Finding(
      .error, rule: "same-content", dataset: copy.dataset, at: SourceLocation(file: copy.file),
      "has the same content as \(self.original.file), expected another delivery",
      fix: "ask for the right file, or remove the copy; its records count once")
  }

  /// The books of the copy.
  func books(_ reports: [DeliveryReport]) -> DeliveryBooks? {
    guard let original = report(reports) else { return nil }
    let count = original.recordsRead
    return DeliveryBooks(
      dataset: copy.dataset, file: copy.file, year: copy.year, part: copy.part,
      byteCount: original.byteCount, recordsRead: count, recordsCounted: 0,
      setApart: count > 0 ? [RuleCount(rule: "same-content", count: count)] : [],
      outsidePeriod: 0)
  }

  private func report(_ reports: [DeliveryReport]) -> DeliveryReport? {
    reports.first { $0.delivery == original }
  }
}
