/// Holds what a sentence claims against the cells of its figure.
///
/// The kinds and keys are those of `Documentation/Reconciliation.md`.
struct StatementCheck {
  /// The statement.
  let statement: PrintedStatement

  /// Finds sums of cells.
  let cells: CellSum

  /// Creates the check of one statement on a table.
  init(_ statement: PrintedStatement, table: CellTable, totals: [String]) {
    self.statement = statement
    cells = CellSum(table: table, figure: statement.figure, totals: totals)
  }

  var table: CellTable { cells.table }

  /// The text of a key of the claim.
  func text(_ key: String) -> String? { statement.claim[key] }

  /// What comes of it.
  var verdict: Verdict {
    if let check = text("check") { return verdict(ofCheck: check) }
    switch statement.kind {
    case "total": return number(value(row: text("row"), column: text("col")), claimed: "value")
    case "share": return percent(share, claimed: text("pct"))
    case "yoy_percent":
      return percent(years?.0.change(to: years?.1 ?? Quantity(0)), claimed: text("pct"))
    case "yoy_absolute": return number(years.map { $0.1 - $0.0 }, claimed: "abs")
    case "max_growth_region": return ranking(growths, highest: true)
    case "min_growth_region": return ranking(growths, highest: false)
    case "max_share_region": return ranking(shares, highest: true)
    case "min_share_region": return ranking(shares, highest: false)
    case "top_n": return top
    default: return .unknown("nothing says how a claim of kind '\(statement.kind)' is checked")
    }
  }

  /// Holds a number against the claimed one, rounded as that is printed.
  func number(_ found: Quantity?, claimed key: String) -> Verdict {
    compare(found, claimed: text(key), unit: "")
  }

  private func percent(_ found: Quantity?, claimed: String?) -> Verdict {
    compare(found, claimed: claimed, unit: "%")
  }

  func compare(_ found: Quantity?, claimed: String?, unit: String) -> Verdict {
    guard let claimed, let wanted = Quantity(decimal: claimed) else {
      return .unknown("the claim names no number")
    }
    guard let found else { return .unknown("a cell that it needs has no number") }
    guard found.rounded(to: Quantity.decimals(in: claimed)) != wanted else { return .holds }
    return .fails(claimed: claimed + unit, found: found.text() + unit)
  }

  private func value(row: String?, column: String?) -> Quantity? {
    guard let row, let column else { return nil }
    return cells.quantity("\(row)@\(column)")
  }

  private var years: (Quantity, Quantity)? {
    guard let from = value(row: text("row"), column: text("from")),
      let to = value(row: text("row"), column: text("to"))
    else { return nil }
    return (from, to)
  }

  /// A share of two sums, or the percentage that stands in a cell.
  private var share: Quantity? {
    if let part = text("num"), let whole = text("den") {
      guard let whole = cells.quantity(whole) else { return nil }
      return cells.quantity(part)?.percent(of: whole)
    }
    guard let category = text("category") else { return nil }
    if let row = text("row") { return value(row: row, column: category) }
    guard let group = text("group") else { return nil }
    let row = "\(group) / \(category)"
    let column = table.columns(of: statement.figure).first { column in
      let place = CellPlace(figure: statement.figure, row: row, column: column)
      return table[place]?.isPercent == true && table[place]?.quantity != nil
    }
    return value(row: row, column: column)
  }
}

extension StatementCheck {
  private func verdict(ofCheck check: String) -> Verdict {
    switch check {
    case "sum":
      return sum(of: text("parts").flatMap { cells.quantity($0) })
    case "sum_all":
      guard let total = text("total")?.split(separator: "@").first, let column = text("col") else {
        return .unknown("the claim names no total")
      }
      return sum(of: cells.sum(ofColumn: column, without: String(total)))
    case "ratio":
      guard let part = text("num").flatMap({ cells.quantity($0) }),
        let whole = text("den").flatMap({ cells.quantity($0) })
      else { return .unknown("a cell that it needs has no number") }
      return number(part.over(whole), claimed: "value")
    case "total_lt_sum": return totals { $0 < $1 }
    case "total_ne_sum": return totals { $0 != $1 }
    default: return .unknown("nothing says how the check '\(check)' is done")
    }
  }

  /// Whether parts add up to the claimed number, and whether the total is that number too.
  private func sum(of parts: Quantity?) -> Verdict {
    let ofParts = number(parts, claimed: "value")
    guard ofParts == .holds, let total = text("total") else { return ofParts }
    return number(cells.quantity(total), claimed: "value")
  }

  /// Whether the total of each column stands to the sum of its parts as the sentence says.
  private func totals(_ holds: (Quantity, Quantity) -> Bool) -> Verdict {
    let columns = (text("cols") ?? "").split(separator: "|").map(String.init)
    var (known, same): (Int, [String]) = (0, [])
    for column in columns {
      guard
        let row = cells.totals.first(where: { value(row: $0, column: column) != nil }),
        let total = value(row: row, column: column),
        let sum = cells.sum(ofColumn: column, without: row)
      else { continue }
      known += 1
      if holds(total, sum) { continue }
      guard total == sum else {
        return .fails(
          claimed: "a total lower than its parts", found: "\(total.text()) in \(column)")
      }
      same.append(column)
    }
    guard known > 0 else { return .unknown("the figure has no totals with parts") }
    guard same.count < known else {
      return .fails(claimed: "totals that are not the sum", found: "totals that are the sum")
    }
    return same.isEmpty
      ? .holds : .holdsBut("in \(same.joined(separator: ", ")) the total is the sum of its parts")
  }
}
