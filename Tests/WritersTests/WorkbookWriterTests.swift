import Indicators
import Reports
import Testing
import Writers

struct WorkbookWriterTests {
  private func lines(_ report: Report, _ script: String) throws -> [String] {
    try WorkbookReader.lines(of: try WorkbookWriter().write(report), script)
  }

  @Test func `numbers are numbers, a dash is a text and a zero is a zero`() throws {
    let report = try SampleReport.report(figures: [SampleReport.branches])
    let script = """
      sheet = book['Figure 1']
      for row in sheet.iter_rows(min_row=5, max_row=8, max_col=4):
          print([(cell.value, cell.number_format) for cell in row][:4])
      """
    let lines = try lines(report, script)
    #expect(
      lines == [
        "[('Branch', 'General'), ('2018', 'General'), ('2019', 'General'),"
          + " ('2019 against 2018 (%)', 'General')]",
        "[('North', 'General'), (1200, '#,##0'), (1320, '#,##0'),"
          + " (0.1, '+#,##0%;-#,##0%;#,##0%')]",
        "[('South [1]', 'General'), ('-', 'General'), (0, '#,##0'), ('-', 'General')]",
        "[('Total', 'General'), (1200, '#,##0'), (1320, '#,##0\" [2]\"'),"
          + " (0.1, '+#,##0%;-#,##0%;#,##0%')]",
      ])
  }

  @Test func `shares and averages keep all their digits`() throws {
    let figure = SampleReport.figure(
      columns: ["Share", "Average", "Small fall"],
      rows: [
        (
          "North",
          [
            .share(part: 1, whole: 3), .average(total: 22, divisor: 7),
            .change(from: 1000, to: 999),
          ]
        )
      ], style: .percent)
    let report = try SampleReport.report(figures: [figure])
    let script = """
      sheet = book['Figure 4']
      print(abs(sheet['B6'].value * 3 - 1) < 1e-14, abs(sheet['C6'].value * 700 - 22) < 1e-12)
      print(sheet['B6'].number_format, sheet['D6'].number_format)
      """
    #expect(try lines(report, script) == ["True True", "#,##0% #,##0%;#,##0%"])
  }

  @Test func `every figure is a table without filter buttons, and nothing is merged`() throws {
    let report = try SampleReport.report(figures: [
      SampleReport.branches, SampleReport.figure(id: "2", rows: [("A", [.count(1), .count(2)])]),
    ])
    let script = """
      for sheet in book:
          tables = [(t.name, t.ref, t.autoFilter) for t in sheet.tables.values()]
          print(sheet.title, tables, sheet.merged_cells.ranges, sheet.freeze_panes)
      """
    let lines = try lines(report, script)
    #expect(
      lines == [
        "Cover [] set() None",
        "Contents [('table_Contents', 'A3:D5', None)] set() None",
        "Figure 1 [('Figure_1', 'A5:D8', None)] set() B6",
        "Figure 2 [('Figure_2', 'A5:C6', None)] set() B6",
        "Notes [('table_Notes', 'A4:C6', None)] set() None",
        "Deliveries [('table_Deliveries', 'A6:F7', None), ('Left_out', 'A11:C12', None)] set() None",
      ])
  }

  @Test func `the key figures come right after the contents`() throws {
    let figures = ["1", "2", "key"].map {
      SampleReport.figure(id: $0, rows: [("A", [.count(1), .count(2)])])
    }
    let chapter = Chapter(id: "all", title: "All", items: figures.map { .figure($0) })
    let report = try SampleReport.report(chapters: [chapter], keyFigure: "key")
    let lines = try lines(report, "print(book.sheetnames)")
    #expect(
      lines == [
        "['Cover', 'Contents', 'Figure key', 'Figure 1', 'Figure 2', 'Deliveries']"
      ])
  }

  @Test func `texts from the data are texts, whatever they look like`() throws {
    let labels = [
      "=1+1", "+1", "-1+1", "@SUM(A1)", "\tTab", "_x0041_", "a\u{1}b\u{FFFE}c", "<b>&\"'",
      "\u{FF1D}1",
    ]
    let figure = SampleReport.figure(
      title: "=HYPERLINK(\"http://example.org\")", columns: ["=A1", "_x0042_"],
      rows: labels.map { ($0, [.count(1), .count(2)]) })
    let script = """
      sheet = book['Figure 4']
      for row in range(5, 15):
          print(ascii(sheet.cell(row, 1).value), sheet.cell(row, 1).data_type)
      print(sheet['B5'].value, sheet['C5'].value, sheet['A1'].data_type)
      print([column.name for column in sheet.tables['Figure_4'].tableColumns])
      with zipfile.ZipFile(path) as parts:
          print(any(b'<f>' in parts.read(name) for name in parts.namelist() if 'sheet' in name))
      """
    let lines = try lines(try SampleReport.report(figures: [figure]), script)
    #expect(
      lines == [
        "'Branch' s", "'=1+1' s", "'+1' s", "'-1+1' s", "'@SUM(A1)' s", "'\\ufffdTab' s",
        "'_x0041_' s", "'a\\ufffdb\\ufffdc' s", "'<b>&\"\\'' s", "'\\uff1d1' s",
        "=A1 _x0042_ s", "['Branch', '=A1', '_x0042_']", "False",
      ])
  }

  @Test func `sheets and tables get names that Excel accepts, each once`() throws {
    let labels = [
      "History", "a/b[c]:d*e?f\\g", "A-B-C--D-E-F-G", "'quoted'",
      "A label that is much too long for a sheet", "a label that is much too long for a sheet!",
      "", "Fig1", "R1C1", String(repeating: "\u{56F3}", count: 40), "\u{1F600} smile",
    ]
    let figures = labels.enumerated().map {
      SampleReport.figure(
        id: "x\($0.offset)", label: $0.element, rows: [("A", [.count(1), .count(2)])])
    }
    let script = """
      for sheet in book.worksheets[2:-1]:
          print(sheet.title, '|', list(sheet.tables)[0])
      """
    let lines = try lines(try SampleReport.report(figures: figures), script)
    #expect(
      lines == [
        "History (2) | table_History",
        "a-b-c--d-e-f-g | a_b_c_d_e_f_g",
        "A-B-C--D-E-F-G (2) | A_B_C_D_E_F_G_2",
        "-quoted- | table_quoted",
        "A label that is much too long f | A_label_that_is_much_too_long_for_a_sheet",
        "a label that is much too lo (2) | a_label_that_is_much_too_long_for_a_sheet_2",
        "x6 | table_x6",
        "Fig1 | table_Fig1",
        "R1C1 | table_R1C1",
        String(repeating: "\u{56F3}", count: 31) + " | table_"
          + String(repeating: "\u{56F3}", count: 40),
        "\u{1F600} smile | table_smile",
      ])
  }

  @Test func `headers of a table differ by more than case`() throws {
    let figure = SampleReport.figure(
      columns: ["Number", "number", "", "Branch"],
      rows: [("A", [.count(1), .count(2), .count(3), .count(4)])])
    let script = """
      print([cell.value for cell in book['Figure 4'][5]])
      """
    let lines = try lines(try SampleReport.report(figures: [figure]), script)
    #expect(
      lines == [
        "['Branch', 'Number', 'number (2)', '-', 'Branch (2)']"
      ])
  }

  @Test func `a chart shows cells of the table and says what it shows`() throws {
    let chart = Chart(
      kind: .bars, title: "Loans", rows: [0, 2], columns: [0, 1],
      alternativeText: "North 1, South 2, East 3.")
    let figure = SampleReport.figure(
      rows: [
        ("North", [.count(1), .count(2)]), ("Total", [.count(3), .count(4)]),
        ("South", [.count(5), .count(6)]),
      ], chart: chart)
    let script = """
      chart = book['Figure 4']._charts[0]
      for series in chart.series:
          print(series.tx.v, series.cat.strRef.f if series.cat.strRef else series.cat.numRef.f, series.val.numRef.f)
      with zipfile.ZipFile(path) as parts:
          print('descr="North 1, South 2, East 3."' in parts.read('xl/drawings/drawing1.xml').decode())
      """
    let lines = try lines(try SampleReport.report(figures: [figure]), script)
    #expect(
      lines == [
        "2018 ('Figure 4'!$A$6,'Figure 4'!$A$8) ('Figure 4'!$B$6,'Figure 4'!$B$8)",
        "2019 ('Figure 4'!$A$6,'Figure 4'!$A$8) ('Figure 4'!$C$6,'Figure 4'!$C$8)",
        "True",
      ])
  }

  @Test func `a line chart leaves out years without a number, and bars never show a false zero`()
    throws
  {
    let chart = Chart(
      kind: .lines, title: "Loans", rows: [0, 1], columns: [0, 1, 2], seriesInColumns: false,
      alternativeText: "Two branches.")
    let figure = SampleReport.figure(
      columns: ["2017", "2018", "2019"],
      rows: [
        ("North", [.count(1), .count(2), .count(3)]),
        ("South", [.notAvailable, .count(5), .count(6)]),
      ], chart: chart)
    let script = """
      for series in book['Figure 4']._charts[0].series:
          print(series.val.numRef.f)
      """
    let lines = try lines(try SampleReport.report(figures: [figure]), script)
    #expect(lines == ["'Figure 4'!$C$6:$D$6", "'Figure 4'!$C$7:$D$7"])
  }

  @Test func `a figure without rows or numbers, or with an empty chart, has its sheet`() throws {
    let chart = Chart(
      kind: .bars, title: "Loans", rows: [5], columns: [0], alternativeText: "Nothing.")
    let report = try SampleReport.report(figures: [
      SampleReport.figure(id: "1", rows: [], chart: chart),
      SampleReport.figure(id: "2", columns: [], rows: [("A", [])]),
    ])
    let script = """
      for name in ('Figure 1', 'Figure 2'):
          print(list(book[name].tables.values())[0].ref, len(book[name]._charts))
      """
    #expect(try lines(report, script) == ["A5:C6 0", "A5:A6 0"])
  }

  @Test func `the cover answers with the key figures and the direction in a word`() throws {
    let chapter = Chapter(
      id: "key", title: "Key figures",
      items: [.paragraph("Loans rose by 10%."), .figure(SampleReport.branches)])
    let report = try SampleReport.report(chapters: [chapter], keyFigure: "1")
    let script = """
      for row in book['Cover'].iter_rows(min_row=6, max_row=11, max_col=4, values_only=True):
          print(row)
      """
    let lines = try lines(report, script)
    #expect(
      lines == [
        "('Branch', '2019', '2019 against 2018 (%)', 'Direction')",
        "('North', 1320, 0.1, '▲ rise')", "('South [1]', 0, '-', None)",
        "('Total', 1320, 0.1, '▲ rise')", "(None, None, None, None)",
        "('Loans rose by 10%.', None, None, None)",
      ])
  }

  @Test func `a publication has one table per sheet, nothing below it, and charts apart`() throws {
    let chart = Chart(
      kind: .columns, title: "Loans", rows: [0, 1], columns: [1], alternativeText: "Two branches.")
    let figure = Figure(
      id: "1", label: "Figure 1", title: "Loans", rowTitle: "Branch",
      rows: SampleReport.branches.rows, columns: SampleReport.branches.columns,
      cells: SampleReport.branches.cells, chart: chart, isChartOnly: false,
      notes: SampleReport.branches.notes, source: "Loans.", explanation: "", unit: "loans",
      status: .validated)
    let report = try SampleReport.report(figures: [figure])
    let script = """
      for sheet in book:
          charts = [(s.val.numRef.f) for c in sheet._charts for s in c.series]
          print(sheet.title, [t.ref for t in sheet.tables.values()], sheet.dimensions,
                sheet.freeze_panes, sheet.oddFooter.left.text, charts)
      for row in book['Figure 1'].values:
          print(row)
      """
    let bytes = try WorkbookWriter(profile: .publication).write(report)
    let lines = try WorkbookReader.lines(of: bytes, script)
    #expect(
      lines == [
        "Cover [] A1:F20 None None []",
        "Contents ['A3:D4'] A1:D7 None None []",
        "Figure 1 ['A8:D11'] A1:D11 None None []",
        "Figure 1 chart [] A1:A2 None None [\"'Figure 1'!$C$9:$C$10\"]",
        "Notes ['A4:C6'] A1:C6 None None []",
        "Deliveries ['A6:F7'] A1:F7 None None []",
        "Left out ['A4:C5'] A1:C5 None None []",
        "('Figure 1. Loans', None, None, None)",
        "('This sheet has one table.', None, None, None)",
        "('Notes are on sheet Notes.', None, None, None)",
        "('[x] means not available.', None, None, None)",
        "('Source: Loans.', None, None, None)",
        "('Unit: loans. Status: validated', None, None, None)",
        "('Back to the contents', None, None, None)",
        "('Branch', '2018', '2019', '2019 against 2018 (%)')",
        "('North', 1200, 1320, 0.1)",
        "('South [1]', '[x]', 0, '[x]')",
        "('Total [2]', 1200, 1320, 0.1)",
      ])
  }

  @Test func `the file names the organisation and the last day of the period, nothing else`() throws
  {
    let report = try SampleReport.report(figures: [SampleReport.branches])
    let script = """
      p = book.properties
      print(p.title, p.creator, p.lastModifiedBy, p.created, p.modified)
      """
    let lines = try lines(report, script)
    #expect(
      lines == [
        "Library loans 2019 The Library The Library 2019-12-31 00:00:00 2019-12-31 00:00:00"
      ])
  }

  @Test func `the contents link to every sheet of a figure and back`() throws {
    let report = try SampleReport.report(figures: [SampleReport.branches])
    let script = """
      print(book['Contents']['A4'].value, book['Contents']['A4'].hyperlink.location)
      print(book['Figure 1']['A2'].value, book['Figure 1']['A2'].hyperlink.location)
      """
    let lines = try lines(report, script)
    #expect(
      lines == [
        "Figure 1 'Figure 1'!A1", "Back to the contents 'Contents'!A1",
      ])
  }

  @Test func `the same report gives the same bytes`() throws {
    let chart = Chart(
      kind: .pie, title: "Loans", rows: [0, 1], columns: [1], alternativeText: "Two branches.")
    let figure = SampleReport.figure(
      rows: [("North", [.count(1), .count(2)]), ("South", [.count(5), .count(6)])], chart: chart)
    let report = try SampleReport.report(figures: [figure, SampleReport.branches])
    #expect(try WorkbookWriter().write(report) == WorkbookWriter().write(report))
  }

  @Test func `a text that does not fit in a cell is refused, not cut`() throws {
    let figure = SampleReport.figure(
      rows: [(String(repeating: "x", count: 32_768), [.count(1), .count(2)])])
    let report = try SampleReport.report(figures: [figure])
    #expect(
      throws: WorkbookError.textTooLong(sheet: "Figure 4", length: 32_768, limit: 32_767)
    ) {
      try WorkbookWriter().write(report)
    }
  }
}
