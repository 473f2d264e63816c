import Indicators
import TestSupport
import Testing

@Suite struct PeriodKindTests {
  private func period(_ year: Int, _ months: ClosedRange<Int>) throws -> ReportingPeriod {
    try .test(year, months: months)
  }

  @Test func `a run of months that is no quarter has no kind, and its own name`() throws {
    #expect(try period(2019, 2...4).kind == nil)
    #expect(try period(2019, 1...5).id == "2019-01-to-05")
    #expect(try period(2019, 2...4).ordinal == nil)
    #expect(try period(2019, 1...5).earlier(by: 1) == nil)
  }

  @Test(arguments: [(1...12, PeriodKind.year), (4...6, .quarter), (6...6, .month)])
  func `years, quarters and months are told apart`(months: ClosedRange<Int>, kind: PeriodKind)
    throws
  {
    #expect(try period(2019, months).kind == kind)
  }

  @Test func `the year to date of March is its first quarter`() throws {
    #expect(try period(2019, 3...3).yearToDate == period(2019, 1...3))
  }

  @Test func `the month before January is in the year before`() throws {
    #expect(try period(2019, 1...1).earlier(by: 1) == period(2018, 12...12))
    #expect(try period(2019, 6...6).earlier(by: 12) == period(2018, 6...6))
    #expect(try period(2019, 6...6).earlier(by: 0) == period(2019, 6...6))
    #expect(try period(2019, 1...3).earlier(by: 1) == period(2018, 10...12))
    #expect(try period(1, 1...1).earlier(by: 1) == nil)
  }

  @Test func `a quarter ends with its last month, and only with that one`() throws {
    #expect(try period(2019, 6...6).ending(.quarter) == period(2019, 4...6))
    #expect(try period(2019, 5...5).ending(.quarter) == nil)
    #expect(try period(2019, 4...6).ending(.month) == period(2019, 6...6))
  }
}
