import Reports
import Testing
import Writers

struct FiguresTableTests {
  @Test func `every cell is a line with its value, marker, unit and notes`() throws {
    let report = try SampleReport.report(figures: [SampleReport.branches])
    #expect(
      FiguresTable.csv(report) == """
        figure,title,row,column,value,marker,unit,source,status,note
        1,Loans by branch in 2018-2019,North,2018,1200,,loans,exports,validated,
        1,Loans by branch in 2018-2019,North,2019,1320,,loans,exports,validated,
        1,Loans by branch in 2018-2019,North,2019 against 2018 (%),10,,%,exports,validated,
        1,Loans by branch in 2018-2019,South,2018,,-,loans,exports,validated,South opened in 2019.
        1,Loans by branch in 2018-2019,South,2019,0,,loans,exports,validated,South opened in 2019.
        1,Loans by branch in 2018-2019,South,2019 against 2018 (%),,-,%,exports,validated,\
        South opened in 2019.
        1,Loans by branch in 2018-2019,Total,2018,1200,,loans,exports,validated,
        1,Loans by branch in 2018-2019,Total,2019,1320,,loans,exports,validated,Without renewals.
        1,Loans by branch in 2018-2019,Total,2019 against 2018 (%),10,,%,exports,validated,

        """)
  }

  @Test func `a value is not rounded for reading`() throws {
    let values: [CellValue] = [
      .share(part: 1, whole: 3), .average(total: -1, divisor: 8), .change(from: 4, to: 1),
      .suppressed, .withheld, .notApplicable,
    ]
    let figure = SampleReport.figure(
      columns: values.indices.map { "c\($0)" }, rows: [("A", values)])
    let lines = FiguresTable.csv(try SampleReport.report(figures: [figure])).split(separator: "\n")
    let expected = [
      "33.333333333333,,%", "-0.125,,loans", "-75,,%", ",c,loans", ",w,loans", ",z,loans",
    ]
    #expect(lines.count == 7)
    for (line, value) in zip(lines.dropFirst(), expected) {
      #expect(line.contains(",\(value),exports"))
    }
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-", "'-"), ("@a", "'@a"), ("\tx", "'\tx"),
    ("\u{FF1D}1", "'\u{FF1D}1"), ("'=1", "''=1"), ("'s-Gravenhage", "'s-Gravenhage"),
    ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("a\nb", "\"a\nb\""),
    ("a\r\nb", "\"a\r\nb\""), ("-a,b", "\"'-a,b\""), ("2019", "2019"),
  ])
  func `a text that looks like a formula gets an apostrophe, and quotes where it must`(
    label: String, field: String
  ) throws {
    let figure = SampleReport.figure(
      title: "T", columns: ["C"], rows: [(label, [.count(-1)])])
    let csv = FiguresTable.csv(try SampleReport.report(figures: [figure]))
    #expect(csv.hasSuffix("4,T,\(field),C,-1,,loans,exports,validated,\n"))
  }
}
