internal import Findings
internal import Indicators
internal import Provenance
internal import Register
internal import Reports

/// How a cell follows from numbers and other cells, in words.
enum OriginText {
  /// The words for an origin; `value` gives the number of a cell that it is made of.
  static func words(
    for origin: CellOrigin, of place: CellPlace, value: (CellReference) -> String
  ) -> String {
    func name(_ cell: CellReference) -> String {
      let number = value(cell)
      return self.name(cell, beside: place) + (number.isEmpty ? "" : " (\(number))")
    }
    switch origin {
    case .answer(let query, let over):
      return "indicator '\(query.indicator)' in \(query.period.id)"
        + (query.members.isEmpty ? "" : " where \(query.members.inWords)")
        + (over.isEmpty
          ? "" : ", as share of the same without narrowing on \(over.joined(separator: " and "))")
    case .sum(let parts):
      return "sum of " + parts.map(name).joined(separator: ", ")
    case .change(let from, let to):
      return "change from \(name(from)) to \(name(to))"
    case .cell(let other): return "repeats \(name(other))"
    case .published(let cell):
      return "printed by \(cell.report) \(cell.period) (\(cell.location.description))"
    case .forecast(let name, let parts):
      return "estimate '\(name)' from "
        + parts.map { words(for: $0, of: place, value: value) }.joined(separator: "; ")
    case .rank: return "the place of the row among the others"
    case .nothing: return "there is no number for this cell"
    }
  }

  /// The arguments of 'query' that ask for the same number; none where no question does.
  static func question(for origin: CellOrigin) -> [String] {
    // A cell at which a row and a column contradict each other asks for nothing.
    guard case .answer(let query, let over) = origin,
      query.members.values.allSatisfy({ !$0.isEmpty })
    else { return [] }
    let narrowing = query.members.sorted { $0.key < $1.key }.flatMap { dimension, members in
      members.sorted().flatMap { ["--where", "\(dimension)=\($0)"] }
    }
    return [query.indicator] + narrowing + over.flatMap { ["--share", $0] }
      + ["--period", query.period.id]
  }

  private static func name(_ cell: CellReference, beside place: CellPlace) -> String {
    let column = cell.column ?? ""
    guard cell.figure == place.figure else {
      return "figure \(cell.figure), '\(cell.row)', '\(column)'"
    }
    return cell.row == place.row ? "'\(column)'" : "'\(cell.row)'"
  }
}

extension PublishedValue {
  /// The printed number as a plain decimal; `-` for a dash, empty for a blank.
  var text: String {
    switch self {
    case .number(let mantissa, let decimals, _):
      Decimals.plain(
        mantissa, over: (0..<max(0, min(decimals, 12))).reduce(1) { ten, _ in ten * 10 })
    case .dash: "-"
    case .suppressed: "c"
    case .blank: ""
    }
  }

  /// Whether a value, rounded as it was printed, is this one.
  func isPrint(of value: CellValue) -> Bool {
    switch self {
    case .number(let mantissa, let decimals, _):
      guard let (numerator, denominator) = value.fraction, (0...12).contains(decimals) else {
        return false
      }
      return Decimals.rounded(numerator, over: denominator, places: decimals) == Int128(mantissa)
    case .dash: return value.fraction == nil
    case .blank: return true
    case .suppressed: return value == .suppressed
    }
  }
}
