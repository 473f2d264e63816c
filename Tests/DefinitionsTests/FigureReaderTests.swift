import Testing

/// What is wrong with a figure.
@Suite struct FigureReaderTests {
  @Test func `an unknown indicator, dimension and member are reported`() {
    let project = SmallProject([
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: lending
            title: Lending
            items:
              - figure:
                  id: "1"
                  label: Figure 1
                  title: Loans
                  rowTitle: Branch
                  indicator: loan
                  rows: [{members: branch}]
                  columns: [{years: 2}]
              - figure:
                  id: "2"
                  label: Figure 2
                  title: Loans
                  rowTitle: Branch
                  indicator: loans
                  where: {item: films}
                  rows: [{members: branche}]
                  columns: [{item: {label: Books, where: {item: book}}}, {item: {label: Shares, share: genre}}]
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:10:22: error: indicator 'loan' is unknown, expected \
        borrowers, loans or visitors [unknown-indicator]
                    indicator: loan
                               ^
          fix: write 'loans'
        """,
        """
        definitions/reports/review.yaml:19:25: error: member 'films' is unknown in dimension \
        'item' of dataset 'loans', expected book or film [unknown-member]
                    where: {item: films}
                                  ^
          fix: write 'film'
        """,
        """
        definitions/reports/review.yaml:20:28: error: dimension 'branche' is unknown in dataset \
        'loans', expected author, branch, first, item or subjects [unknown-dimension]
                    rows: [{members: branche}]
                                     ^
          fix: write 'branch'
        """,
        """
        definitions/reports/review.yaml:21:96: error: dimension 'genre' is unknown in dataset \
        'loans', expected author, branch, first, item or subjects [unknown-dimension]
                    columns: [{item: {label: Books, where: {item: book}}}, {item: {label: Shares, share: genre}}]
                                                                                                         ^
          fix: write the name of a known dimension
        """,
      ])
  }

  @Test func `figures with the same id or the same label are reported`() {
    let project = SmallProject([
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: lending
            title: Lending
            items:
              - figure:
                  id: "1"
                  label: Figure 1
                  title: Loans
                  rowTitle: Branch
                  indicator: loans
                  rows: [{members: branch}]
                  columns: [{years: 2}]
              - figure:
                  id: "1"
                  label: figure 1
                  title: Loans
                  rowTitle: Branch
                  indicator: loans
                  rows: [{members: branch}]
                  columns: [{years: 2}]
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:14:15: error: figure '1' is also declared at \
        definitions/reports/review.yaml:6:15, expected a name used once [duplicate-name]
                    id: "1"
                        ^
          fix: remove or rename one of the two
        """,
        """
        definitions/reports/review.yaml:15:18: error: label 'figure 1' is also declared as \
        'Figure 1' at definitions/reports/review.yaml:7:18, expected a name used once \
        [duplicate-name]
                    label: figure 1
                           ^
          fix: remove or rename one of the two
        """,
      ])
  }

  @Test func `cells without an indicator are reported`() {
    let project = SmallProject([
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: lending
            title: Lending
            items:
              - figure:
                  id: "1"
                  label: Figure 1
                  title: Loans
                  rowTitle: Branch
                  rows: [{members: branch}]
                  columns:
                    - item: {label: Loans, indicator: loans}
                    - item: {label: Others}
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:10:18: error: neither the figure, nor this row, nor the \
        column on line 13 names an indicator, expected one [no-indicator]
                    rows: [{members: branch}]
                           ^
          fix: add 'indicator:' to the figure, or to each row or column
        """
      ])
  }

  @Test func `rows that do not fit a dataset of a column are reported`() {
    let project = SmallProject([
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: lending
            title: Lending
            items:
              - figure:
                  id: "1"
                  label: Figure 1
                  title: Loans
                  rowTitle: Branch
                  rows: [{members: item}]
                  columns:
                    - item: {label: Loans, indicator: loans}
                    - item: {label: Visitors, indicator: visitors}
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:10:28: error: dimension 'item' is unknown in dataset \
        'visits', expected branch [unknown-dimension]
                    rows: [{members: item}]
                                     ^
          fix: write the name of a known dimension
        """
      ])
  }

  @Test func `a part of an axis is one known thing`() {
    let project = SmallProject([
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: lending
            title: Lending
            items:
              - figure:
                  id: "1"
                  label: Figure 1
                  title: Loans
                  rowTitle: Branch
                  indicator: loans
                  rows: [{total: All}, {mebers: branch}, {members: {dimension: branch, only: [central, west], order: size, rest: Others}}]
                  columns: []
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:11:18: error: total 'All' comes first, expected parts \
        before it [empty-total]
                    rows: [{total: All}, {mebers: branch}, {members: {dimension: branch, only: [central, west], order: size, re...
                           ^
          fix: move the total below what it adds up
        """,
        """
        definitions/reports/review.yaml:11:33: error: key 'mebers' is unknown in a row or column, \
        expected members, years, item, total, months, quarters, periods, change or \
        forecast [unknown-key]
                    rows: [{total: All}, {mebers: branch}, {members: {dimension: branch, only: [central, west], order: size, rest: Others}}]
                                          ^
          fix: write 'members'
        """,
        """
        definitions/reports/review.yaml:11:110: error: order 'size' is unknown, expected \
        code-list, label or descending [unknown-value]
          ... rows: [{total: All}, {mebers: branch}, {members: {dimension: branch, only: [central, west], order: size, rest: Others}}]
                                                                                                                 ^
          fix: write one of them
        """,
        """
        definitions/reports/review.yaml:11:122: error: 'rest' stands without 'top', expected both \
        [missing-key]
          ...al: All}, {mebers: branch}, {members: {dimension: branch, only: [central, west], order: size, rest: Others}}]
                                                                                                                 ^
          fix: add 'top:' with how many members are shown
        """,
        """
        definitions/reports/review.yaml:12:20: error: columns is empty, expected at least one \
        part [empty-list]
                    columns: []
                             ^
          fix: add for example '- members:' with a dimension
        """,
      ])
  }

  @Test func `a label that stands twice is reported`() {
    let project = SmallProject([
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: lending
            title: Lending
            items:
              - figure:
                  id: "1"
                  label: Figure 1
                  title: Loans
                  rowTitle: Branch
                  indicator: loans
                  rows: [{members: branch}, {item: {label: Harbour}}, {total: Harbour}]
                  columns: [{years: 2}]
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:11:52: error: label 'Harbour' stands twice in one table, \
        expected each once [duplicate-label]
                    rows: [{members: branch}, {item: {label: Harbour}}, {total: Harbour}]
                                                             ^
          fix: give one of the two another label
        """,
        """
        definitions/reports/review.yaml:11:71: error: label 'Harbour' stands twice in one table, \
        expected each once [duplicate-label]
                    rows: [{members: branch}, {item: {label: Harbour}}, {total: Harbour}]
                                                                                ^
          fix: give one of the two another label
        """,
      ])
  }

  @Test func `items name a cell or an indicator, not both`() {
    let project = SmallProject([
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: lending
            title: Lending
            items:
              - figure:
                  id: "1"
                  label: Figure 1
                  title: Loans
                  rowTitle: Branch
                  indicator: loans
                  rows: [{item: {label: A, indicator: loans, cell: {figure: "1", row: A, column: "{year} / N"}}}]
                  columns: [{years: {count: 2, each: [{label: N}, {label: P, share: branch, yearsBack: 1.5}]}}]
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:6:15: error: '1' -> '1' is a cycle, expected figures that \
        do not repeat cells of themselves [cycle]
                    id: "1"
                        ^
          fix: remove one of these cells
        """,
        """
        definitions/reports/review.yaml:11:60: error: keys 'indicator' and 'cell' stand together, \
        expected one of them [conflicting-keys]
                    rows: [{item: {label: A, indicator: loans, cell: {figure: "1", row: A, column: "{year} / N"}}}]
                                                                     ^
          fix: remove 'indicator' or 'cell'
        """,
        """
        definitions/reports/review.yaml:12:96: error: yearsBack is '1.5', expected a whole number \
        [wrong-type]
                    columns: [{years: {count: 2, each: [{label: N}, {label: P, share: branch, yearsBack: 1.5}]}}]
                                                                                                         ^
          fix: write a whole number
        """,
      ])
  }

  @Test func `cells of figures that repeat each other are a cycle`() {
    let project = SmallProject([
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: lending
            title: Lending
            items:
              - figure:
                  id: "1"
                  label: Figure 1
                  title: Loans
                  rowTitle: Branch
                  rows: [{item: {label: A, cell: {figure: "2", row: B}}}]
                  columns: [{years: 2}]
              - figure:
                  id: "2"
                  label: Figure 2
                  title: Loans
                  rowTitle: Branch
                  rows: [{item: {label: B, cell: {figure: "1", row: A}}}]
                  columns: [{years: 2}]
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:6:15: error: '1' -> '2' -> '1' is a cycle, expected \
        figures that do not repeat cells of themselves [cycle]
                    id: "1"
                        ^
          fix: remove one of these cells
        """
      ])
  }

  @Test func `a cell of a row, column or figure that is not there is reported`() {
    let project = SmallProject([
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: lending
            title: Lending
            items:
              - figure:
                  id: "1"
                  label: Figure 1
                  title: Loans
                  rowTitle: Branch
                  indicator: loans
                  rows: [{members: branch}, {total: Total}]
                  columns: [{members: item}]
              - figure:
                  id: "2"
                  label: Figure 2
                  title: Overview
                  rowTitle: What
                  rows:
                    - item: {label: A, cell: {figure: "1", row: Totaal, column: Book}}
                    - item: {label: B, cell: {figure: "1", row: Total, column: Boek}}
                    - item: {label: C, cell: {figure: "1", row: Total}}
                    - item: {label: D, cell: {figure: "3", row: Total}}
                  columns: [{years: 2}]
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:19:57: error: row 'Totaal' is unknown in figure '1', \
        expected Central library, Harbour or Total [unknown-row]
                      - item: {label: A, cell: {figure: "1", row: Totaal, column: Book}}
                                                                  ^
          fix: write 'Total'
        """,
        """
        definitions/reports/review.yaml:20:72: error: column 'Boek' is unknown in figure '1', \
        expected Book or Film [unknown-column]
                      - item: {label: B, cell: {figure: "1", row: Total, column: Boek}}
                                                                                 ^
          fix: write 'Book'
        """,
        """
        definitions/reports/review.yaml:21:47: error: figure '1' has no column for the year, \
        expected Book or Film [unknown-column]
                      - item: {label: C, cell: {figure: "1", row: Total}}
                                                        ^
          fix: add 'column:' with one of them
        """,
        """
        definitions/reports/review.yaml:22:47: error: figure '3' is unknown, expected 1 or 2 \
        [unknown-figure]
                      - item: {label: D, cell: {figure: "3", row: Total}}
                                                        ^
          fix: write the name of a known figure
        """,
      ])
  }

  @Test func `notes name rows and columns that are there`() {
    let project = SmallProject([
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: lending
            title: Lending
            items:
              - figure:
                  id: "1"
                  label: Figure 1
                  title: Loans
                  rowTitle: Branch
                  indicator: loans
                  rows: [{members: branch}]
                  columns: [{years: 2}]
                  notes:
                    - {text: "Moved in {year}.", row: Harbor}
                    - {text: "Since {moon}.", column: "2009"}
                    - {text: More., column: Total}
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:14:47: error: row 'Harbor' is unknown in figure '1', \
        expected Central library or Harbour [unknown-row]
                      - {text: "Moved in {year}.", row: Harbor}
                                                        ^
          fix: write 'Harbour'
        """,
        """
        definitions/reports/review.yaml:15:29: error: placeholder 'moon' is unknown, expected \
        year, year-1, period, period-1, before, month, day or years [unknown-placeholder]
                      - {text: "Since {moon}.", column: "2009"}
                                      ^
          fix: write the name of a known placeholder
        """,
        """
        definitions/reports/review.yaml:16:37: error: column 'Total' is unknown in figure '1', \
        expected {year} or {year-1} [unknown-column]
                      - {text: More., column: Total}
                                              ^
          fix: write the name of a known column
        """,
      ])
  }

  @Test func `chartOnly needs a chart`() {
    let project = SmallProject([
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: lending
            title: Lending
            items:
              - figure:
                  id: "1"
                  label: Figure 1
                  title: Loans
                  rowTitle: Branch
                  indicator: loans
                  rows: [{members: branch}]
                  columns: [{years: 2}]
                  chartOnly: true
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:13:22: error: 'chartOnly' stands without 'chart', \
        expected both [missing-key]
                    chartOnly: true
                               ^
          fix: add 'chart:', or remove 'chartOnly'
        """
      ])
  }
}
