import Testing

/// What is wrong with a sentence.
@Suite struct SentenceReaderTests {
  @Test func `a number that is written out is refused`() {
    let project = SmallProject([
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: lending
            title: Lending
            items:
              - sentences:
                  - id: S1
                    text: In 2019 there were {loans} loans.
                    bind: {loans: {cell: {figure: "1", row: Total}}}
              - figure:
                  id: "1"
                  label: Figure 1
                  title: Loans
                  rowTitle: Branch
                  indicator: loans
                  rows: [{members: branch}, {total: Total}]
                  columns: [{years: 2}]
                  change: true
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:7:22: error: a number is written out, expected numbers \
        from cells only [literal-digit]
                      text: In 2019 there were {loans} loans.
                               ^
          fix: bind the number to a cell, or write {year} for the year
        """
      ])
  }

  @Test func `an unknown placeholder is reported with those that are bound`() {
    let project = SmallProject([
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: lending
            title: Lending
            items:
              - sentences:
                  - id: S1
                    text: There were {lones} loans, after {loans} in {year-1} and {years}.
                    bind: {loans: {cell: {figure: "1", row: Total, column: "{year-1}"}}}
              - figure:
                  id: "1"
                  label: Figure 1
                  title: Loans
                  rowTitle: Branch
                  indicator: loans
                  rows: [{members: branch}, {total: Total}]
                  columns: [{years: 2}]
                  change: true
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:7:30: error: placeholder 'lones' is unknown, expected \
        loans, year, year-1, period, period-1, before, month or day [unknown-placeholder]
                      text: There were {lones} loans, after {loans} in {year-1} and {years}.
                                       ^
          fix: write 'loans'
        """,
        """
        definitions/reports/review.yaml:7:75: error: placeholder 'years' is unknown, expected \
        loans, year, year-1, period, period-1, before, month or day [unknown-placeholder]
                      text: There were {lones} loans, after {loans} in {year-1} and {years}.
                                                                                    ^
          fix: write 'year'
        """,
      ])
  }

  @Test func `a form that does not fit the kind of value is reported`() {
    let project = SmallProject([
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: lending
            title: Lending
            items:
              - sentences:
                  - id: S1
                    text: Loans {loans.verb} by {growth.word:loan|loans}, {growth.vreb} with {loans.word:loan}.
                    bind:
                      loans: {cell: {figure: "1", row: Total}}
                      growth: {change: {figure: "1", row: Total}}
              - figure:
                  id: "1"
                  label: Figure 1
                  title: Loans
                  rowTitle: Branch
                  indicator: loans
                  rows: [{members: branch}, {total: Total}]
                  columns: [{years: 2}]
                  change: true
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:7:25: error: form 'verb' does not fit 'loans', which is a \
        cell, expected {loans} or {loans.word} [unknown-form]
                      text: Loans {loans.verb} by {growth.word:loan|loans}, {growth.vreb} with {loans.word:loan}.
                                  ^
          fix: write one of them
        """,
        """
        definitions/reports/review.yaml:7:41: error: form 'word' does not fit 'growth', which is \
        a change, expected {growth}, {growth.signed}, {growth.absolute}, {growth.verb}, \
        {growth.participle}, {growth.noun} or {growth.comparative} [unknown-form]
                      text: Loans {loans.verb} by {growth.word:loan|loans}, {growth.vreb} with {loans.word:loan}.
                                                  ^
          fix: write one of them
        """,
        """
        definitions/reports/review.yaml:7:67: error: form 'vreb' does not fit 'growth', which is \
        a change, expected {growth}, {growth.signed}, {growth.absolute}, {growth.verb}, \
        {growth.participle}, {growth.noun} or {growth.comparative} [unknown-form]
                      text: Loans {loans.verb} by {growth.word:loan|loans}, {growth.vreb} with {loans.word:loan}.
                                                                            ^
          fix: write {growth.verb}
        """,
        """
        definitions/reports/review.yaml:7:86: error: 'loans' has 1 words to choose from, expected \
        2 [unknown-form]
                      text: Loans {loans.verb} by {growth.word:loan|loans}, {growth.vreb} with {loans.word:loan}.
                                                                                               ^
          fix: write {loans.word:singular|plural}
        """,
      ])
  }

  @Test func `a brace without its partner is reported`() {
    let project = SmallProject([
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: lending
            title: Lending
            items:
              - sentences:
                  - id: S1
                    text: There were {loans loans.
              - figure:
                  id: "1"
                  label: Figure 1
                  title: Loans
                  rowTitle: Branch
                  indicator: loans
                  rows: [{members: branch}, {total: Total}]
                  columns: [{years: 2}]
                  change: true
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:7:30: error: a brace does not enclose a placeholder, \
        expected {name} or {name.form} [unknown-placeholder]
                      text: There were {loans loans.
                                       ^
          fix: close the brace, and write the name in lower-case letters, digits and hyphens
        """
      ])
  }

  @Test func `values that are not used, or have the name of the year, are reported`() {
    let project = SmallProject([
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: lending
            title: Lending
            items:
              - sentences:
                  - id: S1
                    text: There were loans in {year}.
                    bind:
                      loans: {cell: {figure: "1", row: Total}}
                      year: {cell: {figure: "1", row: Total}}
              - figure:
                  id: "1"
                  label: Figure 1
                  title: Loans
                  rowTitle: Branch
                  indicator: loans
                  rows: [{members: branch}, {total: Total}]
                  columns: [{years: 2}]
                  change: true
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:9:15: error: bound value 'loans' is not used in the \
        sentence, expected {loans} [unused-binding]
                        loans: {cell: {figure: "1", row: Total}}
                        ^
          fix: use it, or remove it
        """,
        """
        definitions/reports/review.yaml:10:15: error: bound value is called 'year', expected \
        lower-case letters, digits and hyphens, and not the name of a period [name-form]
                        year: {cell: {figure: "1", row: Total}}
                        ^
          fix: rename it, here and in the text
        """,
      ])
  }

  @Test func `figures, rows and columns of bound values are known`() {
    let project = SmallProject([
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: lending
            title: Lending
            items:
              - sentences:
                  - id: S1
                    text: "{a}, {b}, {c} and {d}."
                    bind:
                      a: {cell: {figure: "2", row: Total}}
                      b: {cell: {figure: "1", row: Harbor}}
                      c: {cell: {figure: "1", row: Total, column: "{year-2}"}}
                      d: {ranking: {figure: "1", by: change, lowest: 1, except: [Totaal]}}
              - figure:
                  id: "1"
                  label: Figure 1
                  title: Loans
                  rowTitle: Branch
                  indicator: loans
                  rows: [{members: branch}, {total: Total}]
                  columns: [{years: 2}]
                  change: true
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:9:34: error: figure '2' is unknown, expected 1 \
        [unknown-figure]
                        a: {cell: {figure: "2", row: Total}}
                                           ^
          fix: write the name of a known figure
        """,
        """
        definitions/reports/review.yaml:10:44: error: row 'Harbor' is unknown in figure '1', \
        expected Central library, Harbour or Total [unknown-row]
                        b: {cell: {figure: "1", row: Harbor}}
                                                     ^
          fix: write 'Harbour'
        """,
        """
        definitions/reports/review.yaml:11:59: error: column '{year-2}' is unknown in figure '1', \
        expected {year}, {year-1} or w [unknown-column]
                        c: {cell: {figure: "1", row: Total, column: "{year-2}"}}
                                                                    ^
          fix: write '{year-1}'
        """,
        """
        definitions/reports/review.yaml:12:74: error: row 'Totaal' is unknown in figure '1', \
        expected Central library, Harbour or Total [unknown-row]
                        d: {ranking: {figure: "1", by: change, lowest: 1, except: [Totaal]}}
                                                                                   ^
          fix: write 'Total'
        """,
      ])
  }

  @Test func `a ranking is of the highest or of the lowest`() {
    let project = SmallProject([
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: lending
            title: Lending
            items:
              - sentences:
                  - id: S1
                    text: "{a} and {b}."
                    bind:
                      a: {ranking: {figure: "1", by: change, highest: 1, lowest: 1}}
                      b: {ranking: {figure: "1", by: "{year}"}}
              - figure:
                  id: "1"
                  label: Figure 1
                  title: Loans
                  rowTitle: Branch
                  indicator: loans
                  rows: [{members: branch}, {total: Total}]
                  columns: [{years: 2}]
                  change: true
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:9:74: error: keys 'highest' and 'lowest' stand together, \
        expected one of them [conflicting-keys]
                        a: {ranking: {figure: "1", by: change, highest: 1, lowest: 1}}
                                                                                   ^
          fix: remove 'highest' or 'lowest'
        """,
        """
        definitions/reports/review.yaml:10:28: error: neither 'highest' nor 'lowest' stands in a \
        ranking, expected one [missing-key]
                        b: {ranking: {figure: "1", by: "{year}"}}
                                     ^
          fix: add 'highest:' with how many rows are named
        """,
      ])
  }

  @Test func `a change needs a figure over years`() {
    let project = SmallProject([
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: lending
            title: Lending
            items:
              - sentences:
                  - id: S1
                    text: Loans {growth.verb}.
                    bind: {growth: {change: {figure: "1", row: Total}}}
              - figure:
                  id: "1"
                  label: Figure 1
                  title: Loans
                  rowTitle: Branch
                  indicator: loans
                  rows: [{members: branch}, {total: Total}]
                  columns: [{members: item}]
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:8:46: error: figure '1' has no column for this year and \
        the last, expected Book or Film [unknown-column]
                      bind: {growth: {change: {figure: "1", row: Total}}}
                                                       ^
          fix: name a figure over years
        """
      ])
  }

  @Test func `another text for no change needs a change`() {
    let project = SmallProject([
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: lending
            title: Lending
            items:
              - sentences:
                  - id: S1
                    text: There were {loans}.
                    unchanged: There were {loans} again.
                    bind: {loans: {cell: {figure: "1", row: Total}}}
              - figure:
                  id: "1"
                  label: Figure 1
                  title: Loans
                  rowTitle: Branch
                  indicator: loans
                  rows: [{members: branch}, {total: Total}]
                  columns: [{years: 2}]
                  change: true
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:8:24: error: 'unchanged' stands without a change, \
        expected a bound change [missing-key]
                      unchanged: There were {loans} again.
                                 ^
          fix: bind a change, or remove 'unchanged'
        """
      ])
  }

  @Test func `a sentence that stands twice is reported`() {
    let project = SmallProject([
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: lending
            title: Lending
            items:
              - sentences:
                  - {id: S1, text: Words.}
                  - {id: s1, text: Words.}
              - figure:
                  id: "1"
                  label: Figure 1
                  title: Loans
                  rowTitle: Branch
                  indicator: loans
                  rows: [{members: branch}, {total: Total}]
                  columns: [{years: 2}]
                  change: true
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:7:18: error: sentence 's1' is also declared as 'S1' at \
        definitions/reports/review.yaml:6:18, expected a name used once [duplicate-name]
                    - {id: s1, text: Words.}
                           ^
          fix: remove or rename one of the two
        """
      ])
  }
}
