public import Indicators

internal import Findings

extension Indicator {
  /// An indicator of a test: validated, in records, valid always.
  public static func test(
    _ id: String, _ measure: Measure, unit: String = "loans",
    status: ValidationStatus = .validated, valid: ClosedRange<Int>? = nil,
    notApplicable: [[String: [String]]] = [], window: OpenWindow? = nil, explanation: String = ""
  ) -> Indicator {
    Indicator(
      id: id, title: id, unit: unit, measure: measure, status: status,
      validFrom: valid?.lowerBound, validThrough: valid?.upperBound,
      notApplicable: notApplicable, window: window, explanation: explanation,
      location: SourceLocation(file: "indicators.yaml"))
  }
}

extension RecordSource {
  /// The records of a dataset with these members.
  public static func test(_ dataset: String, _ members: [String: [String]] = [:]) -> RecordSource {
    RecordSource(
      dataset: dataset,
      selection: Selection(members.map { .member(dimension: $0.key, of: $0.value) }))
  }
}

extension CellQuery {
  /// A question about a whole year, or some months of it.
  ///
  /// - Throws: `ValuesError.period` when there is no such period.
  public static func test(
    _ indicator: String, _ members: [String: [String]] = [:], year: Int = 2019,
    months: ClosedRange<Int> = 1...12
  ) throws -> CellQuery {
    CellQuery(
      indicator: indicator, members: members,
      period: try ReportingPeriod.test(year, months: months))
  }
}

extension ReportingPeriod {
  /// A period that exists.
  ///
  /// - Throws: `ValuesError.period` when it does not.
  public static func test(_ year: Int, months: ClosedRange<Int> = 1...12) throws -> ReportingPeriod
  {
    guard let period = ReportingPeriod(year: year, months: months) else {
      throw ValuesError.period
    }
    return period
  }
}
