internal import Exports
internal import Findings

/// A dataset drafted from one of its deliveries.
struct DatasetDraft {
  /// The dataset's name.
  let name: String

  /// How the delivery is written.
  let form: DeliveryForm

  /// What its columns seem to hold, in their order.
  let columns: [ColumnGuess]

  /// How many records were looked at.
  let records: Int

  /// The column that decides the year.
  let event: String

  /// The years of that column.
  let firstYear: Int
  let lastYear: Int

  /// Whether the file is named after a month.
  let isMonthly: Bool

  /// The file's name without its ending, as files of the dataset are to be called.
  let fileStem: String

  /// The column that could be the key; nil when there is none.
  var key: String? { columns.first(where: \.isCandidateKey)?.profile.name }

  /// Looks at a delivery.
  ///
  /// - Throws: `CommandFailure` with exit code 4 when it cannot be read or has no dates, and 2 when a
  ///   column of `codes` is not there.
  init(of delivery: DeliveryFile, named name: String?, codes: Set<String>) throws {
    let profiles = try delivery.profiles()
    let names = profiles.map(\.name)
    if let unknown = codes.subtracting(names).sorted().first {
      let hint = names.nearest(to: unknown).map { " (nearest: '\($0)')" } ?? ""
      throw CommandFailure(.badUse, "there is no column '\(unknown)' in the file\(hint)")
    }
    form = delivery.form
    columns = profiles.map { ColumnGuess($0, codes: codes) }
    records = profiles.map { $0.filled + $0.empty }.max() ?? 0
    guard let event = DatasetDraft.event(among: columns) else {
      throw CommandFailure(
        .unusableInputs,
        "no column of '\(delivery.path)' holds dates or years in every record, expected the day or "
          + "year to which a record belongs\n"
          + "  fix: take a delivery with dates as yyyy-mm-dd or dd/mm/yyyy")
    }
    self.event = event.profile.name
    let years = event.years
    firstYear = years.min() ?? 1
    lastYear = years.max() ?? firstYear
    self.name = name ?? delivery.datasetName
    isMonthly = delivery.isMonthly && event.kind != .year
    fileStem = delivery.stem
  }

  /// The name of a column's code list.
  func codeList(of column: String) -> String {
    "\(name)-\(PlainName.made(from: column, divider: "-") ?? "codes")"
  }

  /// The first date that every record has, else the first year.
  private static func event(among columns: [ColumnGuess]) -> ColumnGuess? {
    let filled = columns.filter(\.isFilled)
    return filled.first { if case .date = $0.kind { true } else { false } }
      ?? filled.first { $0.kind == .year }
  }
}

extension ColumnGuess {
  /// The years of a column of dates or years.
  fileprivate var years: [Int] {
    (profile.counts ?? [:]).keys.compactMap { value in
      switch kind {
      case .date(let format): Int(format == nil ? value.prefix(4) : value.suffix(4))
      case .year: Int(value)
      default: nil
      }
    }
  }
}
