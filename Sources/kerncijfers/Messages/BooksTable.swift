internal import Indicators
internal import Reports
internal import Schemas

/// The books of the deliveries: what was delivered and what was expected, by dataset and year.
struct BooksTable {
  private let books: [DeliveryBooks]
  private let coverage: DeliveryCoverage
  private let datasets: [DatasetSchema]

  /// Creates the table of some files' books.
  init(_ books: [DeliveryBooks], datasets: [DatasetSchema]) {
    self.books = books.sorted { ($0.dataset, $0.year, $0.file) < ($1.dataset, $1.year, $1.file) }
    self.datasets = datasets
    coverage = DeliveryCoverage(books: books, datasets: datasets)
  }

  /// Prints the table on standard output, a line for each dataset and year, or for each part of it.
  func print(byPart: Bool) {
    TextTable(
      header: byPart
        ? ["dataset", "year", "part", "state"] + BooksTable.counts
        : ["dataset", "year", "files"] + BooksTable.counts + ["missing or empty"],
      rows: datasets.map(\.name).sorted().flatMap { dataset in
        coverage.years(of: dataset).flatMap { year in
          byPart ? partRows(dataset, year) : [yearRow(dataset, year)]
        }
      }
    ).print(asJSON: false)
  }

  private static let counts = ["read", "counted", "set apart", "outside period"]

  private static func listed(_ parts: [String]) -> String {
    ShortList(parts).text { "and \($0) more" }
  }

  private func files(_ dataset: String, _ year: Int) -> [DeliveryBooks] {
    books.filter { $0.dataset == dataset && $0.year == year }
  }

  private func missing(_ dataset: String, _ year: Int) -> [String] {
    guard let period = ReportingPeriod(year: year) else { return [] }
    let parts = coverage.missingParts(of: dataset, in: period)
    let isMonthly = datasets.contains { $0.name == dataset && $0.naming == .perMonth }
    guard isMonthly, year == coverage.years(of: dataset).last else { return parts }
    // Of the last year the months after the last one that was delivered are still to come.
    let last = files(dataset, year).map(\.part).max() ?? ""
    return parts.filter { $0 < last }
  }

  private func yearRow(_ dataset: String, _ year: Int) -> [String] {
    let files = files(dataset, year)
    let missing = missing(dataset, year)
    let empty = files.filter { $0.recordsRead == 0 }.map { $0.part.isEmpty ? "all" : $0.part }
    let remarks =
      (missing.isEmpty ? [] : ["missing: " + BooksTable.listed(missing)])
      + (empty.isEmpty ? [] : ["empty: " + BooksTable.listed(empty)])
    return [dataset, String(year), "\(files.count) of \(files.count + missing.count)"]
      + totals(files) + [remarks.joined(separator: "; ")]
  }

  private func partRows(_ dataset: String, _ year: Int) -> [[String]] {
    let present = files(dataset, year).map { book in
      [dataset, String(year), book.part, book.recordsRead == 0 ? "empty" : "present"]
        + totals([book])
    }
    let missing = missing(dataset, year).map { part in
      [dataset, String(year), part, "missing"] + BooksTable.counts.map { _ in "-" }
    }
    return (present + missing).sorted { $0[2] < $1[2] }
  }

  private func totals(_ files: [DeliveryBooks]) -> [String] {
    let counts: [KeyPath<DeliveryBooks, Int>] = [
      \.recordsRead, \.recordsCounted, \.recordsSetApart, \.outsidePeriod,
    ]
    return counts.map { count in String(files.reduce(0) { $0 + $1[keyPath: count] }) }
  }
}

extension DeliveryBooks {
  /// The records that rules set apart, all together.
  fileprivate var recordsSetApart: Int { setApart.reduce(0) { $0 + $1.count } }
}
