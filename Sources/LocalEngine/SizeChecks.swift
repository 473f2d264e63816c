import Findings
import Indicators
import Schemas

/// Holds the number of records of each file against that of the same file a year earlier.
struct SizeChecks {
  let schemas: [String: DatasetSchema]
  let books: [DeliveryBooks]

  /// A warning for each file that shrank or grew more than is declared to be normal, or has no
  /// records where there were some.
  func findings() -> [Finding] {
    let counts = Dictionary(
      books.map { (Place(dataset: $0.dataset, year: $0.year, part: $0.part), $0.recordsRead) },
      uniquingKeysWith: { first, _ in first })
    return books.compactMap { book in
      let earlier = Place(dataset: book.dataset, year: book.year - 1, part: book.part)
      guard let before = counts[earlier], before > 0 else { return nil }
      let change = abs(book.recordsRead - before)
      let limit = schemas[book.dataset]?.normalChange
      guard book.recordsRead == 0 || limit.map({ change * 100 > before * $0 }) == true else {
        return nil
      }
      return finding(book, before: before, limit: limit)
    }
  }

  private struct Place: Hashable {
    let dataset: String
    let year: Int
    let part: String
  }

  private func finding(_ book: DeliveryBooks, before: Int, limit: Int?) -> Finding {
    let expected = limit.map { "at most \($0)% more or less" } ?? "some"
    return Finding(
      .warning, rule: "suspicious-size", dataset: book.dataset, at: SourceLocation(file: book.file),
      "has \(book.recordsRead) records, a year earlier \(before), expected \(expected)",
      fix: "ask whether the delivery is complete; if so, none")
  }
}
