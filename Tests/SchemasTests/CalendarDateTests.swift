import Schemas
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    (2019, 2, 29), (1900, 2, 29), (2019, 4, 31), (2019, 13, 1), (2019, 0, 1),
    (2019, 1, 0), (0, 1, 1), (10_000, 1, 1),
  ])
  func `a day that does not exist is refused`(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  // The numbers of days are those of `date -d DAY +%s` divided by 86,400.
  @Test(arguments: [
    ("1970-01-01", 0), ("2019-12-31", 18_261), ("2000-02-29", 11_016), ("1969-12-31", -1),
    ("1900-03-01", -25_508), ("2024-02-29", 19_782),
  ])
  func `a day knows its distance from 1970`(text: String, days: Int32) throws {
    let date = try #require(CalendarDate(iso: text))
    #expect(date.daysSince1970 == days)
    #expect(date.description == text)
  }

  @Test(arguments: ["2019-1-5", "19-01-05", "2019/01/05", "2019-01-05T00:00", "", "2019-01-٥"])
  func `text that is not exactly yyyy-mm-dd is refused`(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func `every day of four hundred years is read back as itself`() throws {
    var days = try #require(CalendarDate(iso: "1800-01-01")).daysSince1970
    for _ in 0..<146_097 {
      let (year, month, day) = CalendarDate(daysSince1970: days).components
      #expect(CalendarDate(year: year, month: month, day: day)?.daysSince1970 == days)
      days += 1
    }
    #expect(CalendarDate(daysSince1970: days).description == "2200-01-01")
  }
}
