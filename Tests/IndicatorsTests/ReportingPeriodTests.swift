import Indicators
import Schemas
import Testing

@Suite struct ReportingPeriodTests {
  @Test(arguments: [
    (1...12, "2019"), (1...3, "2019-q1"), (4...6, "2019-q2"), (10...12, "2019-q4"),
    (6...6, "2019-06"), (12...12, "2019-12"),
  ])
  func `a period is named by its year, quarter or month`(months: ClosedRange<Int>, id: String)
    throws
  {
    #expect(try #require(ReportingPeriod(year: 2019, months: months)).id == id)
  }

  @Test(arguments: ["2019", "2019-q2", "2019-06", "2019-01-to-05"])
  func `a period is known by its id`(id: String) throws {
    #expect(try #require(ReportingPeriod(id: id)).id == id)
  }

  @Test(arguments: [
    "19", "2019-13", "2019-q5", "2019-04-to-06", "2019-05-to-01", "2019-01-to-12", "2019-01-05",
    "2019-01 to 05", "2019-1-to-5",
  ])
  func `what names no period, or has a shorter name, is no id`(id: String) {
    #expect(ReportingPeriod(id: id) == nil)
  }

  @Test func `a period ends on the last day of its last month`() throws {
    func lastDay(_ year: Int, _ months: ClosedRange<Int>) -> String? {
      ReportingPeriod(year: year, months: months)?.lastDay.description
    }
    #expect(lastDay(2019, 1...12) == "2019-12-31")
    #expect(lastDay(2019, 2...2) == "2019-02-28")
    #expect(lastDay(2020, 1...2) == "2020-02-29")
    #expect(lastDay(2019, 4...6) == "2019-06-30")
  }

  @Test func `the same months of another year are a period of that year`() throws {
    let period = try #require(ReportingPeriod(year: 2019, months: 4...6)?.inYear(2018))
    #expect(period.id == "2018-q2")
    #expect(period.firstDay.description == "2018-04-01")
  }

  @Test func `there is no month 0 or 13 and no year 0`() {
    #expect(ReportingPeriod(year: 2019, months: 0...3) == nil)
    #expect(ReportingPeriod(year: 2019, months: 12...13) == nil)
    #expect(ReportingPeriod(year: 0) == nil)
  }
}
