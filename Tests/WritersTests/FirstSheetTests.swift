import Indicators
import Reports
import Testing
import Writers

struct FirstSheetTests {
  private func lines(_ report: Report, _ script: String) throws -> [String] {
    try WorkbookReader.lines(of: try WorkbookWriter().write(report), script)
  }

  /// A figure over three years, with the same for one branch in front when there is a focus.
  private func figure(isFocused: Bool = false) -> Figure {
    func columns(_ isFocus: Bool) -> [FigureColumn] {
      let years = [2019, 2018, 2017].map { year in
        var column = FigureColumn(label: isFocus ? "North \(year)" : String(year))
        column.period = ReportingPeriod(year: year)
        column.isInSeries = true
        column.isFocus = isFocus
        return column
      }
      var change = FigureColumn(label: isFocus ? "North change" : "change", kind: .change)
      change.isFocus = isFocus
      return years + [change]
    }
    func cells(_ latest: Int) -> [Cell] {
      [
        SampleReport.cell(.count(latest)), SampleReport.cell(.count(50)),
        SampleReport.cell(.notAvailable),
        SampleReport.cell(.change(from: 50, to: latest), style: .change),
      ]
    }
    return Figure(
      id: "1", label: "Figure 1", title: "Loans", rowTitle: "Kind",
      rows: [FigureRow(label: "Books")],
      columns: (isFocused ? columns(true) : []) + columns(false),
      cells: [(isFocused ? cells(40) : []) + cells(100)], chart: nil, isChartOnly: false,
      notes: [], source: "", explanation: "", unit: "loans", status: .indicative)
  }

  private func report(isFocused: Bool = false) throws -> Report {
    try SampleReport.report(
      chapters: [Chapter(id: "a", title: "A", items: [.figure(figure(isFocused: isFocused))])],
      keyFigure: "1")
  }

  @Test func `a key figure shows value, change, direction and its years from the oldest`() throws {
    let script = """
      for row in book['Cover'].iter_rows(min_row=6, max_row=7, max_col=5, values_only=True):
          print(ascii(row))
      """
    #expect(
      try lines(report(), script) == [
        "('Kind', '2019', 'change', 'Direction', 'Since 2017-2019')",
        #"('Books', 100, 1, '\u25b2 rise', None)"#,
      ])
  }

  @Test func `the years of a key figure are a small chart, told in its alternative text`() throws {
    let script = """
      with zipfile.ZipFile(path) as parts:
          drawing = parts.read('xl/drawings/drawing1.xml').decode()
          chart = parts.read('xl/charts/chart1.xml').decode()
      print(re.findall('descr="([^"]*)"', drawing))
      print(re.findall('<c:f>([^<]*)</c:f>', chart), chart.count('maxMin'))
      """
    #expect(
      try lines(report(), script) == [
        "['Books: 2018: 50; 2019: 100']", #"["'Figure 1'!$B$6:$C$6", "'Figure 1'!$B$6:$B$6"] 1"#,
      ])
  }

  @Test func `key figures are grouped by the theme that their labels begin with`() throws {
    let one = figure()
    let figure = Figure(
      id: one.id, label: one.label, title: one.title, rowTitle: "Kind",
      rows: ["Loans / Books", "Loans / Films", "Visits / Adults"].map { FigureRow(label: $0) },
      columns: one.columns, cells: [one.cells[0], one.cells[0], one.cells[0]],
      chart: nil, isChartOnly: false, notes: [], source: "", explanation: "", unit: "loans",
      status: .validated)
    let report = try SampleReport.report(
      chapters: [Chapter(id: "a", title: "A", items: [.figure(figure)])], keyFigure: "1")
    let script = """
      for row in book['Cover'].iter_rows(min_row=6, max_row=11, max_col=2, values_only=True):
          print(row)
      """
    #expect(
      try lines(report, script) == [
        "('Kind', '2019')", "('Loans', None)", "('Books', 100)", "('Films', 100)",
        "('Visits', None)", "('Adults', 100)",
      ])
  }

  @Test func `numbers have the separators of the report's language, which the file names`() throws {
    let belgian = try SampleReport.report(
      chapters: [Chapter(id: "a", title: "A", items: [.figure(SampleReport.branches)])],
      language: "nl-BE")
    let script = """
      print(book['Figure 1']['B6'].number_format)
      print([(item.name, item.value) for item in book.custom_doc_props.props])
      """
    #expect(
      try lines(belgian, script) == ["[$-813]#,##0", "[('Language', 'nl-BE')]"])
  }

  @Test func `a report about one member shows it first and the whole last`() throws {
    let script = """
      for row in book['Cover'].iter_rows(min_row=6, max_row=7, max_col=6, values_only=True):
          print([cell for index, cell in enumerate(row) if index not in (3, 4)])
      """
    #expect(
      try lines(report(isFocused: true), script) == [
        "['Kind', 'North 2019', 'North change', 'All 2019']", "['Books', 40, -0.2, 100]",
      ])
  }

  @Test func `the first sheet says what moved most and what is provisional, on one page`() throws {
    var report = try report()
    report.highlights = ["Books rose by 100%."]
    let script = """
      sheet = book['Cover']
      texts = [cell.value for cell in sheet['A'] if cell.value]
      print([text for text in texts if 'moved' in text or 'rose' in text or 'indicative' in text])
      print(sheet.page_setup.orientation, sheet.page_setup.fitToHeight)
      """
    #expect(
      try lines(report, script) == [
        "['What moved most', 'Books rose by 100%.',"
          + " 'provisional: 1 of 1 are indicative: Figure 1.']",
        "portrait None",
      ])
  }

  @Test func `the numbers of every figure have a name`() throws {
    let report = try SampleReport.report(figures: [
      SampleReport.branches, SampleReport.figure(id: "2", rows: [("A", [.count(1), .count(2)])]),
      SampleReport.figure(id: "3", rows: []),
    ])
    let script = """
      for name, value in book.defined_names.items():
          print(name, value.attr_text)
      """
    #expect(
      try lines(report, script) == [
        "Figure_1_cells 'Figure 1'!$B$6:$D$8", "Figure_2_cells 'Figure 2'!$B$6:$C$6",
      ])
  }

  @Test func `a part of a delivery is counted, empty, missing or not expected`() throws {
    var quality = SampleReport.complete
    quality.parts = [
      DeliveryPart(
        dataset: "Loans", label: "North",
        states: [2018: .delivered(records: 1_200), 2019: .missing]
      ),
      DeliveryPart(
        dataset: "Loans", label: "South",
        states: [2018: .notExpected, 2019: .delivered(records: 0)]),
    ]
    let report = try SampleReport.report(
      chapters: [Chapter(id: "a", title: "A", items: [.figure(SampleReport.branches)])],
      quality: quality)
    let script = """
      for row in book['Delivered parts'].iter_rows(min_row=4, values_only=True):
          print(row)
      """
    #expect(
      try lines(report, script) == [
        "('Dataset', 'Part', '2018', '2019')", "('Loans', 'North', 1200, 'Missing')",
        "('Loans', 'South', 'not expected', 'empty')",
      ])
  }

  @Test func `the workbook says which files it was made from`() throws {
    var report = try report()
    report.origin = ReportOrigin(
      programs: ["counter 1.0", "library 2.0"],
      files: [
        .init(path: "exports/a.csv", bytes: 1_234, records: 10, sha256: "ab"),
        .init(path: "definitions/b.yaml", bytes: 5, records: nil, sha256: "cd"),
      ])
    let script = """
      sheet = book['Made from']
      print(sheet['A3'].value)
      for row in sheet.iter_rows(min_row=6, values_only=True):
          print(row)
      """
    #expect(
      try lines(report, script) == [
        "Program: counter 1.0, library 2.0", "('exports/a.csv', 1234, 10, 'ab')",
        "('definitions/b.yaml', 5, None, 'cd')",
      ])
  }
}
