internal import Indicators

/// The books of the deliveries, a line for each dataset and year.
struct BooksTable {
  private let books: [DeliveryBooks]

  /// Creates the table of some files' books.
  init(_ books: [DeliveryBooks]) {
    self.books = books
  }

  /// Prints the table on standard output.
  func print() {
    var groups: [(dataset: String, year: Int, files: [DeliveryBooks])] = []
    for book in books.sorted(by: { ($0.dataset, $0.year, $0.file) < ($1.dataset, $1.year, $1.file) }
    ) {
      if let last = groups.last, last.dataset == book.dataset, last.year == book.year {
        groups[groups.count - 1].files.append(book)
      } else {
        groups.append((book.dataset, book.year, [book]))
      }
    }
    TextTable(
      header: ["dataset", "year", "files", "read", "counted", "set apart", "outside period"],
      rows: groups.map { group in
        [
          group.dataset, String(group.year), String(group.files.count),
          total(group.files, \.recordsRead), total(group.files, \.recordsCounted),
          total(group.files, \.recordsSetApart), total(group.files, \.outsidePeriod),
        ]
      }
    ).print(asJSON: false)
  }

  private func total(_ files: [DeliveryBooks], _ count: (DeliveryBooks) -> Int) -> String {
    String(files.reduce(0) { $0 + count($1) })
  }
}

extension DeliveryBooks {
  /// The records that rules set apart, all together.
  fileprivate var recordsSetApart: Int { setApart.reduce(0) { $0 + $1.count } }
}
