internal import ArgumentParser
internal import Indicators
internal import Reports

/// The period that a command is asked for.
struct PeriodOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A year, for example 2019.", valueName: "yyyy"))
  var year: String?

  @Option(help: ArgumentHelp("A quarter, for example 2019-Q2.", valueName: "yyyy-Qn"))
  var quarter: String?

  @Option(help: ArgumentHelp("A month, for example 2019-06.", valueName: "yyyy-mm"))
  var month: String?

  /// Whether a period was asked for.
  var isGiven: Bool { year != nil || quarter != nil || month != nil }

  /// The kind of period that was asked for.
  var kind: PeriodKind {
    if quarter != nil { return .quarter }
    return month == nil ? .year : .month
  }

  /// The period.
  ///
  /// - Throws: `CommandFailure` with exit code 2 when none, several or an impossible one was given.
  func reportingPeriod() throws -> ReportingPeriod {
    guard [year, quarter, month].compactMap({ $0 }).count == 1 else {
      throw CommandFailure(
        .badUse,
        "one period is needed\n  fix: add --year 2019, --quarter 2019-Q2 or --month 2019-06")
    }
    guard let period = try yearPeriod() ?? quarterPeriod() ?? monthPeriod() else {
      throw CommandFailure(.badUse, "one period is needed")
    }
    return period
  }

  private func yearPeriod() throws -> ReportingPeriod? {
    guard let year else { return nil }
    guard let match = year.wholeMatch(of: /[0-9]{4}/), let number = Int(match.output),
      let period = ReportingPeriod(year: number)
    else { throw refused("--year", year, "four digits, for example 2019") }
    return period
  }

  private func quarterPeriod() throws -> ReportingPeriod? {
    guard let quarter else { return nil }
    guard let match = quarter.wholeMatch(of: /(?<year>[0-9]{4})-[Qq](?<part>[1-4])/),
      let year = Int(match.year), let part = Int(match.part),
      let period = ReportingPeriod(year: year, months: (part * 3 - 2)...(part * 3))
    else { throw refused("--quarter", quarter, "a year and a quarter, for example 2019-Q2") }
    return period
  }

  private func monthPeriod() throws -> ReportingPeriod? {
    guard let month else { return nil }
    guard let match = month.wholeMatch(of: /(?<year>[0-9]{4})-(?<part>[0-9]{2})/),
      let year = Int(match.year), let part = Int(match.part), (1...12).contains(part),
      let period = ReportingPeriod(year: year, months: part...part)
    else { throw refused("--month", month, "a year and a month, for example 2019-06") }
    return period
  }

  private func refused(_ option: String, _ value: String, _ expected: String) -> CommandFailure {
    CommandFailure(.badUse, "\(option) is '\(value)', expected \(expected)")
  }
}
