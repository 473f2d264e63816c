import Definitions
import Reports
import Schemas
import Testing

/// What was said about deliveries.
@Suite struct CoverageReaderTests {
  @Test func `a statement is about some datasets or about all`() throws {
    let project = SmallProject([
      "deliveries/2023.yaml": """
      complete:
        - {through: "2023-06-30", datasets: [loans], by: The desk}
        - {through: "2023-05-31", by: Everybody}
      """
    ])
    let june = try #require(CalendarDate(year: 2023, month: 6, day: 30))
    let may = try #require(CalendarDate(year: 2023, month: 5, day: 31))
    #expect(
      try project.load().statements == [
        CoverageStatement(through: june, datasets: ["loans"], by: "The desk"),
        CoverageStatement(through: may, by: "Everybody"),
      ])
  }

  @Test func `an unknown dataset and a day that does not exist are reported`() {
    let project = SmallProject([
      "deliveries/2023.yaml": """
      complete:
        - {through: "2023-06-31", datasets: [lones], by: The desk}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/deliveries/2023.yaml:2:15: error: through is '2023-06-31', expected a day \
        yyyy-mm-dd [bad-date]
            - {through: "2023-06-31", datasets: [lones], by: The desk}
                        ^
          fix: write the last day of which everything was delivered
        """,
        """
        definitions/deliveries/2023.yaml:2:40: error: dataset 'lones' is unknown, expected loans \
        or visits [unknown-dataset]
            - {through: "2023-06-31", datasets: [lones], by: The desk}
                                                 ^
          fix: write 'loans'
        """,
      ])
  }
}
