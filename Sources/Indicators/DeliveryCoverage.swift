public import Schemas

/// Which parts of which years were delivered, so that a missing file never lowers a number.
public struct DeliveryCoverage: Sendable {
  private let parts: [String: [Int: Set<String>]]
  private let missingColumns: [String: [Int: Set<String>]]
  private let namings: [String: DeliveryNaming]

  /// Creates the coverage of the files that were read.
  public init(books: [DeliveryBooks], datasets: [DatasetSchema]) {
    var parts: [String: [Int: Set<String>]] = [:]
    var missing: [String: [Int: Set<String>]] = [:]
    for book in books {
      if !book.missingColumns.isEmpty {
        missing[book.dataset, default: [:]][book.year, default: []]
          .formUnion(book.missingColumns)
      }
      parts[book.dataset, default: [:]][book.year, default: []].insert(book.part)
    }
    self.parts = parts
    missingColumns = missing
    namings = Dictionary(datasets.map { ($0.name, $0.naming) }) { first, _ in first }
  }

  /// How completely a cell's records were delivered.
  public enum Completeness: Sendable {
    /// Nothing was delivered for the year.
    case undelivered
    /// Something that the cell needs is missing.
    case incomplete
    /// All that the cell needs is there.
    case complete
  }

  /// The years for which the dataset was delivered, sorted.
  public func years(of dataset: String) -> [Int] {
    (parts[dataset] ?? [:]).keys.sorted()
  }

  /// Whether what a cell needs was delivered.
  public func completeness(
    of dataset: String, in period: ReportingPeriod, members: [String: [String]]
  ) -> Completeness {
    guard let delivered = parts[dataset]?[period.year] else { return .undelivered }
    let needed = expectedParts(of: dataset, in: period, members: members)
    return needed.allSatisfy(delivered.contains) ? .complete : .incomplete
  }

  /// Whether a file of one of the years has not a column that is asked for.
  func lacks(_ columns: Set<String>, of dataset: String, in years: ClosedRange<Int>) -> Bool {
    guard let missing = missingColumns[dataset] else { return false }
    return years.contains { !(missing[$0] ?? []).isDisjoint(with: columns) }
  }

  /// The parts that were expected for a period and are not there, in the declared order.
  public func missingParts(of dataset: String, in period: ReportingPeriod) -> [String] {
    let delivered = parts[dataset]?[period.year] ?? []
    return expectedParts(of: dataset, in: period, members: [:]).filter { !delivered.contains($0) }
  }

  /// The parts that a period's records come in, in the declared order.
  public func expectedParts(
    of dataset: String, in period: ReportingPeriod, members: [String: [String]] = [:]
  ) -> [String] {
    switch namings[dataset] {
    case .perMember(let column, let all):
      guard let wanted = members[column] else { return all }
      return all.filter(wanted.contains)
    case .perMonth: return period.months.map { $0 < 10 ? "0\($0)" : String($0) }
    case .single, nil: return [""]
    }
  }

  /// The column that a dataset's files are divided by, and the members that have a file.
  func memberFiles(of dataset: String) -> (column: String, members: [String])? {
    guard case .perMember(let column, let members) = namings[dataset] else { return nil }
    return (column, members)
  }
}
