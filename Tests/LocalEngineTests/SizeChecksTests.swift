import Findings
import Indicators
import LocalEngine
import Schemas
import Testing

@Suite struct SizeChecksTests {
  private func findings(_ counts: [(year: Int, records: Int)], months: Int = 12) -> [String] {
    let schema = DatasetSchema(
      name: "loans", title: "", system: "desk", dialect: Dialect(delimiter: UInt8(ascii: ";")),
      naming: .single(name: "all"), columns: [], primaryKey: nil, eventColumn: "", normalChange: 40,
      location: SourceLocation(file: ""))
    let books = counts.map {
      DeliveryBooks(
        dataset: "loans", file: "loans/\($0.year)/all.csv", year: $0.year, part: "", byteCount: 0,
        recordsRead: $0.records, recordsCounted: $0.records, setApart: [], outsidePeriod: 0)
    }
    let last = books.map(\.year).max() ?? 0
    return SizeChecks(
      schemas: ["loans": schema], books: books,
      monthsCovered: ["loans/\(last)/all.csv": months, "loans/2018/all.csv": 1]
    ).findings().map(\.description)
  }

  @Test func `a change within the declared percentage is normal, one beyond it is not`() {
    #expect(findings([(2018, 100), (2019, 60)]).isEmpty)
    #expect(findings([(2018, 100), (2019, 140)]).isEmpty)
    #expect(
      findings([(2018, 100), (2019, 59)]) == [
        """
        loans/2019/all.csv: warning: has 59 records, a year earlier 100, expected at most 40% more \
        or less [suspicious-size]
          fix: ask whether the delivery is complete; if so, none
        """
      ])
  }

  @Test func `the year to date is held against as many months`() {
    #expect(findings([(2018, 120), (2019, 50)], months: 5).isEmpty)
    #expect(
      findings([(2018, 120), (2019, 29)], months: 5).first?.hasPrefix(
        "loans/2019/all.csv: warning: has 29 records in 5 months, a year earlier 120 in 12,")
        == true)
  }

  @Test func `an earlier year is whole, whenever its last record was`() {
    #expect(findings([(2017, 120), (2018, 10), (2019, 10)]).count == 1)
  }

  @Test func `a file without records is always said`() {
    #expect(findings([(2018, 120), (2019, 0)]).count == 1)
  }
}
