/// Claims about which rows are first.
extension StatementCheck {
  /// A row with the number by which it is ranked.
  struct Ranked {
    let label: String
    let quantity: Quantity
  }

  /// The change of each row, in percent.
  var growths: [Ranked] {
    guard let from = text("from"), let to = text("to") else { return [] }
    return cells.dataRows.compactMap { row in
      guard let earlier = table.quantity(statement.figure, row, from),
        let later = table.quantity(statement.figure, row, to),
        let change = earlier.change(to: later)
      else { return nil }
      return Ranked(label: row, quantity: change)
    }
  }

  /// The share of each row, in percent: of two sums, or as it stands in a column.
  var shares: [Ranked] {
    cells.dataRows.compactMap { row in
      guard let part = text("num"), let whole = text("den") else {
        return text("category").flatMap { cells.quantity($0, row: row) }
          .map { Ranked(label: row, quantity: $0) }
      }
      guard let whole = cells.quantity(whole, row: row),
        let share = cells.quantity(part, row: row)?.percent(of: whole)
      else { return nil }
      return Ranked(label: row, quantity: share)
    }
  }

  /// Whether the named rows are the first ones, with the named percentages.
  func ranking(_ candidates: [Ranked], highest: Bool) -> Verdict {
    let named = NamedPercent.list(text("regions") ?? "")
    guard !named.isEmpty, candidates.count >= named.count else {
      return .unknown("the figure has no rows to rank")
    }
    let excluded = (text("exclude") ?? "").split(separator: "|").map(String.init)
    let sorted = sort(candidates, highest)
    let verdict = first(named, of: sorted.filter { !excluded.contains($0.label) })
    guard verdict == .holds,
      let silent = sorted.prefix(named.count).first(where: {
        excluded.contains($0.label)
      })
    else { return verdict }
    return .holdsBut(
      "\(silent.label) is left out and would come first with \(silent.quantity.text())%")
  }

  /// Whether the named rows are the first ones of a column.
  var top: Verdict {
    let named = NamedPercent.list(text("list") ?? "")
    let columns = table.columns(of: statement.figure)
    let wanted = text("col") ?? column(for: named, among: columns)
    guard let wanted, let column = CellTable.label(wanted, among: columns) else {
      return .unknown("the figure has no column to rank by")
    }
    let among = text("among").map { $0.split(separator: "|").map(String.init) }
    let candidates = (among ?? rows(like: named.first)).compactMap { row in
      table.quantity(statement.figure, row, column).map { Ranked(label: row, quantity: $0) }
    }
    // A row with all of it is the whole, not one of the parts.
    .filter { !($0.quantity >= Quantity(100) && isPercent(column)) }
    guard candidates.count >= named.count else {
      return .unknown("the figure has too few rows to rank")
    }
    if ranks(named, among: candidates) { return .holds }
    return first(named, of: sort(candidates, true), percentsIn: column)
  }

  /// Whether the column says the ranks themselves, and those of the named rows are 1, 2, 3 ...
  private func ranks(_ named: [NamedPercent], among candidates: [Ranked]) -> Bool {
    named.enumerated().allSatisfy { index, claim in
      candidates.contains { $0.label == claim.label && $0.quantity == Quantity(index + 1) }
    }
  }

  private func isPercent(_ column: String) -> Bool {
    cells.dataRows.contains {
      table[CellPlace(figure: statement.figure, row: $0, column: column)]?.isPercent == true
    }
  }

  /// The rows that have numbers in the same columns as the named one: those of one list.
  private func rows(like named: NamedPercent?) -> [String] {
    let labels = table.rows(of: statement.figure)
    guard let first = named.flatMap({ CellTable.label($0.label, among: labels) }) else { return [] }
    let filled = { (row: String) in
      table.columns(of: statement.figure).filter {
        table.quantity(statement.figure, row, $0) != nil
      }
    }
    return cells.dataRows.filter { filled($0) == filled(first) }
  }

  /// The column that has the numbers of the named rows: percentages, where the claim names them.
  private func column(for named: [NamedPercent], among columns: [String]) -> String? {
    guard let first = named.first,
      let row = CellTable.label(first.label, among: table.rows(of: statement.figure))
    else { return nil }
    let known = columns.filter { table.quantity(statement.figure, row, $0) != nil }
    let percents = known.first { column in
      table[CellPlace(figure: statement.figure, row: row, column: column)]?.isPercent == true
    }
    return (first.percent == nil ? nil : percents) ?? known.first
  }

  private func sort(_ rows: [Ranked], _ highest: Bool) -> [Ranked] {
    rows.sorted { highest ? $1.quantity < $0.quantity : $0.quantity < $1.quantity }
  }

  /// Rows with equal numbers may stand in any order.
  private func first(
    _ named: [NamedPercent], of sorted: [Ranked], percentsIn column: String? = nil
  ) -> Verdict {
    for (index, claim) in named.enumerated() {
      guard index < sorted.count else { return .unknown("the figure has too few rows") }
      let label = claim.label.lowercased()
      guard let row = sorted.first(where: { $0.label.lowercased() == label }),
        row.quantity == sorted[index].quantity
      else {
        let found = sorted.prefix(named.count).map { row in
          column == nil ? "\(row.label) (\(row.quantity.text())%)" : row.label
        }
        return .fails(
          claimed: named.map(\.label).joined(separator: ", "),
          found: found.joined(separator: ", "))
      }
      guard let percent = claim.percent else { continue }
      let share = column.map { self.percent(of: row.label, beside: $0) } ?? row.quantity
      guard let share else { continue }
      let verdict = compare(share, claimed: percent, unit: "%")
      if verdict != .holds { return verdict }
    }
    return .holds
  }

  /// The percentage of a row: in the column itself, or in the first one that has percentages.
  private func percent(of row: String, beside column: String) -> Quantity? {
    let columns = [column] + table.columns(of: statement.figure)
    return columns.lazy.compactMap { column -> Quantity? in
      let cell = table[CellPlace(figure: statement.figure, row: row, column: column)]
      return cell?.isPercent == true ? cell?.quantity : nil
    }.first
  }
}
