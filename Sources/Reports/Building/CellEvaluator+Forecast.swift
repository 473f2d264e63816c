internal import Indicators

extension CellEvaluator {
  /// What the year of a row is expected to come to.
  mutating func forecast(_ forecast: ForecastEntry, _ row: Int, _ column: Int) -> Cell {
    let (rowEntry, columnEntry) = (layout.rows[row], layout.columns[column])
    let indicator = layout.indicator(rowEntry, columnEntry) ?? ""
    guard layout.canBeForecast(indicator, forecast.declared), rowEntry.shareOver.isEmpty else {
      return cell(.notApplicable, status: .indicative, of: indicator)
    }
    let toDate = cell(row, forecast.toDate)
    let years = forecast.earlier.map { year in
      (same: cell(row, year.same), whole: cell(row, year.whole))
    }
    var value = CellValue.notAvailable
    if case .count(let counted) = toDate.value {
      let estimate = YearEstimate(
        toDate: counted, monthCount: layout.period.months.upperBound)
      value = forecast.value(of: estimate, years.map(counts)).map(CellValue.count) ?? .notAvailable
    }
    return cell(value, status: .indicative, of: indicator)
  }

  private func counts(_ year: (same: Cell, whole: Cell)) -> (same: Int, whole: Int)? {
    guard case .count(let same) = year.same.value, case .count(let whole) = year.whole.value else {
      return nil
    }
    return (same, whole)
  }

  private func cell(_ value: CellValue, status: ValidationStatus, of indicator: String) -> Cell {
    let facts = layout.facts(of: indicator)
    return Cell(
      value: value, style: .count, source: facts.isKeptByHand ? .hand : .exports,
      unit: facts.unit, status: status)
  }

  /// Where the parts of a forecast come from.
  mutating func forecastOrigin(_ forecast: ForecastEntry, _ row: Int) -> CellOrigin {
    var parts = [origin(row, forecast.toDate)]
    for year in forecast.earlier {
      parts += [origin(row, year.same), origin(row, year.whole)]
    }
    return .forecast(forecast.declared.name, from: parts)
  }
}
