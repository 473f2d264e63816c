package import Findings
package import Schemas

/// Holds the number of records of each file against that of the same file a year earlier.
///
/// A delivery of the year to date, which only the last year delivered can be, is held against as many
/// months of the year before.
package struct SizeChecks {
  private let schemas: [String: DatasetSchema]
  private let books: [DeliveryBooks]
  /// How many months of its year each file reaches.
  private let monthsCovered: [String: Int]

  /// Creates the checks of the datasets' books.
  package init(
    schemas: [String: DatasetSchema], books: [DeliveryBooks], monthsCovered: [String: Int]
  ) {
    self.schemas = schemas
    self.books = books
    self.monthsCovered = monthsCovered
  }

  /// A warning for each file that shrank or grew more than is declared to be normal, or has no
  /// records where there were some.
  package func findings() -> [Finding] {
    let files = Dictionary(
      books.map { (Place(dataset: $0.dataset, year: $0.year, part: $0.part), $0) },
      uniquingKeysWith: { first, _ in first })
    return books.compactMap { book in
      let earlier = Place(dataset: book.dataset, year: book.year - 1, part: book.part)
      guard let before = files[earlier], before.recordsRead > 0 else { return nil }
      let limit = schemas[book.dataset]?.normalChange
      guard book.recordsRead == 0 || limit.map({ isBeyond($0, book, before) }) == true else {
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

  private func months(_ book: DeliveryBooks) -> Int {
    let isLast = !books.contains { $0.dataset == book.dataset && $0.year > book.year }
    return isLast ? monthsCovered[book.file] ?? 12 : 12
  }

  private func isBeyond(_ limit: Int, _ book: DeliveryBooks, _ before: DeliveryBooks) -> Bool {
    // In twelfths of records, so that nothing is rounded.
    let expected = before.recordsRead * months(book)
    let found = book.recordsRead * 12
    return abs(found - expected) * 100 > expected * limit
  }

  private func finding(_ book: DeliveryBooks, before: DeliveryBooks, limit: Int?) -> Finding {
    let expected = limit.map { "at most \($0)% more or less" } ?? "some"
    let isPart = book.recordsRead > 0 && months(book) < 12
    let now = isPart ? " in \(months(book)) months" : ""
    let then = isPart ? " in 12" : ""
    return Finding(
      .warning, rule: "suspicious-size", dataset: book.dataset, at: SourceLocation(file: book.file),
      "has \(book.recordsRead) records\(now), a year earlier \(before.recordsRead)\(then), "
        + "expected \(expected)",
      fix: "ask whether the delivery is complete; if so, none")
  }
}
