internal import Indicators

/// Estimates of a whole year from the part of it that is over.
struct YearEstimate {
  /// The number of the year to date.
  let toDate: Int

  /// How many months the year to date has.
  let monthCount: Int

  /// The estimate of a method in whole numbers, ties away from zero; nil where there is nothing to
  /// divide by, or the number is too large.
  ///
  /// `same` is the number of the same months of an earlier year, `whole` that of the whole year.
  func value(_ method: ForecastMethod, same: Int, whole: Int) -> Int? {
    let (toDate, same, whole) = (Int128(toDate), Int128(same), Int128(whole))
    return switch method {
    case .sameMonthsShare: quotient(toDate * whole, by: same)
    case .restAsBefore: Int(exactly: toDate + whole - same)
    case .evenly: quotient(toDate * 12, by: Int128(monthCount))
    }
  }

  private func quotient(_ numerator: Int128, by divisor: Int128) -> Int? {
    guard divisor > 0, let numerator = Int(exactly: numerator), let divisor = Int(exactly: divisor)
    else { return nil }
    return Int(exactly: Decimals.rounded(numerator, over: divisor, places: 0))
  }
}

/// A forecast in a figure: which end of it a column shows, and the columns that it is made from.
struct ForecastEntry: Equatable {
  /// What is declared.
  let declared: ForecastColumn

  /// What the column shows.
  let bound: Bound

  /// The index of the column of the year to date.
  let toDate: Int

  /// The indexes of the same months and the whole of earlier years, the last year first.
  let earlier: [EarlierYear]

  enum Bound {
    case low, expected, high
  }

  struct EarlierYear: Equatable {
    let same: Int
    let whole: Int
  }

  /// The same in a list in which all columns have moved.
  func moved(by offset: Int) -> ForecastEntry {
    ForecastEntry(
      declared: declared, bound: bound, toDate: toDate + offset,
      earlier: earlier.map { EarlierYear(same: $0.same + offset, whole: $0.whole + offset) })
  }

  /// The number, from the counts of the columns; nil where the last year, or what it needs, is not
  /// complete. Estimates that cannot be made do not widen the range.
  func value(of estimate: YearEstimate, _ years: [(same: Int, whole: Int)?]) -> Int? {
    guard let last = years.first ?? nil,
      let expected = estimate.value(declared.method, same: last.same, whole: last.whole)
    else { return nil }
    let methods = [declared.method] + declared.range
    let all = years.compactMap { $0 }.flatMap { year in
      methods.compactMap { estimate.value($0, same: year.same, whole: year.whole) }
    }
    return switch bound {
    case .low: all.min() ?? expected
    case .expected: expected
    case .high: all.max() ?? expected
    }
  }
}

extension IndicatorCatalog {
  /// Whether the months of an indicator add up to its year, or the declaration says that a forecast
  /// is made all the same.
  func canBeForecast(_ id: String, _ declared: ForecastColumn) -> Bool {
    guard let indicator = indicator(id) else { return false }
    if declared.alsoFor.contains(indicator.measure.name) { return true }
    return isAdditive(id)
      && leaves(of: id).allSatisfy { leaf in
        if case .stock = leaf.measure { false } else { true }
      }
  }
}
