import Testing

/// What is wrong with a chart.
@Suite struct ChartReaderTests {
  @Test func `a stacked chart of unique persons is refused`() {
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
                  indicator: borrowers
                  rows: [{members: branch}]
                  columns: [{members: item}]
                  chart: {kind: stacked-bars}
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:13:25: error: a chart of kind stacked-bars stacks \
        'borrowers' over item, which does not add up, expected counts of records or a share of \
        them over item [not-additive]
                    chart: {kind: stacked-bars}
                                  ^
          fix: write 'bars' or 'columns', or show the share
        """
      ])
  }

  @Test func `a pie of a column with several codes is refused`() {
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
                  rows: [{members: subjects}]
                  columns: [{item: {label: Share, share: subjects}}]
                  chart: {kind: pie}
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:13:25: error: a chart of kind pie stacks 'loans' over \
        subjects, which does not add up, expected counts of records or a share of them over \
        subjects [not-additive]
                    chart: {kind: pie}
                                  ^
          fix: write 'bars' or 'columns', or show the share
        """
      ])
  }

  @Test func `a share over another dimension than the stacked one is refused`() {
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
                  columns: [{item: {label: Books, where: {item: book}, share: branch}}]
                  chart: {kind: full-bars}
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:13:25: error: a chart of kind full-bars stacks 'loans' \
        over item, which does not add up, expected counts of records or a share of them over item \
        [not-additive]
                    chart: {kind: full-bars}
                                  ^
          fix: write 'bars' or 'columns', or show the share
        """
      ])
  }

  @Test func `a chart names columns, kinds and series that there are`() {
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
                  chart: {kind: donut, columns: ["{year-2}"], series: lines}
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:13:25: error: kind 'donut' is unknown, expected bars, \
        columns, stacked-bars, full-bars, pie or lines [unknown-value]
                    chart: {kind: donut, columns: ["{year-2}"], series: lines}
                                  ^
          fix: write one of them
        """,
        """
        definitions/reports/review.yaml:13:42: error: column '{year-2}' is unknown in this \
        figure, expected {year} or {year-1} [unknown-column]
                    chart: {kind: donut, columns: ["{year-2}"], series: lines}
                                                   ^
          fix: write '{year-1}'
        """,
        """
        definitions/reports/review.yaml:13:63: error: series 'lines' is unknown, expected columns \
        or rows [unknown-value]
                    chart: {kind: donut, columns: ["{year-2}"], series: lines}
                                                                        ^
          fix: write one of them
        """,
      ])
  }
}
