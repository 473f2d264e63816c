import Testing

/// What is wrong with an indicator by itself.
@Suite struct IndicatorReaderTests {
  @Test func `an unknown measure is reported with the nearest`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - id: films
          title: Films
          unit: films
          status: validated
          measure: {kind: unique, dataset: loans}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:6:21: error: measure 'unique' is unknown, expected \
        record-count, unique-count, sum, cohort, stock, record-interval, person-interval, ratio, \
        share or derived [unknown-measure]
              measure: {kind: unique, dataset: loans}
                              ^
          fix: write 'unique-count'
        """
      ])
  }

  @Test func `an unknown dataset is reported`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - id: films
          title: Films
          unit: films
          status: validated
          measure: {kind: record-count, dataset: loan}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:6:44: error: dataset 'loan' is unknown, expected loans \
        or visits [unknown-dataset]
              measure: {kind: record-count, dataset: loan}
                                                     ^
          fix: write 'loans'
        """
      ])
  }

  @Test func `an unknown dimension is reported with those of the dataset`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - id: films
          title: Films
          unit: films
          status: validated
          measure: {kind: record-count, dataset: loans, where: {brnch: central}}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:6:59: error: dimension 'brnch' is unknown in dataset \
        'loans', expected author, branch, first, item or subjects [unknown-dimension]
              measure: {kind: record-count, dataset: loans, where: {brnch: central}}
                                                                    ^
          fix: write 'branch'
        """
      ])
  }

  @Test func `a member that is not in the code list is reported`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - id: films
          title: Films
          unit: films
          status: validated
          measure: {kind: record-count, dataset: loans, where: {branch: [central, harbor], item: [book, book]}}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:6:77: error: member 'harbor' is unknown in dimension \
        'branch' of dataset 'loans', expected central or harbour [unknown-member]
              measure: {kind: record-count, dataset: loans, where: {branch: [central, harbor], item: [book, book]}}
                                                                                      ^
          fix: write 'harbour'
        """,
        """
        definitions/indicators/more.yaml:6:99: error: member 'book' is listed twice, expected \
        once [duplicate-name]
              measure: {kind: record-count, dataset: loans, where: {branch: [central, harbor], item: [book, book]}}
                                                                                                            ^
          fix: remove one of the two
        """,
      ])
  }

  @Test func `columns of another type are reported`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - id: films
          title: Films
          unit: films
          status: validated
          measure: {kind: unique-count, dataset: loans, column: pages}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:6:59: error: column 'pages' holds numbers, expected \
        identifiers [wrong-column-type]
              measure: {kind: unique-count, dataset: loans, column: pages}
                                                                    ^
          fix: name a column that holds identifiers
        """
      ])
  }

  @Test func `a column that must be filled and is not there is reported`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - id: films
          title: Films
          unit: films
          status: validated
          measure: {kind: record-count, dataset: loans, filled: [author, editor]}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:6:68: error: column 'editor' is unknown in dataset \
        'loans', expected one of the 11 columns [unknown-column]
              measure: {kind: record-count, dataset: loans, filled: [author, editor]}
                                                                             ^
          fix: write the name of a known column
        """
      ])
  }

  @Test func `the parts of a cohort are checked`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - id: films
          title: Films
          unit: films
          status: validated
          measure: {kind: cohort, dataset: loans, column: member_id, also: {dataset: visits, column: branch}}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:6:96: error: column 'branch' holds codes, expected \
        identifiers [wrong-column-type]
              measure: {kind: cohort, dataset: loans, column: member_id, also: {dataset: visits, column: branch}}
                                                                                                         ^
          fix: name a column that holds identifiers
        """
      ])
  }

  @Test func `a stock needs dates`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - id: films
          title: Films
          unit: films
          status: validated
          measure: {kind: stock, dataset: loans, from: lent, until: pages, completeFrom: 2015}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:6:63: error: column 'pages' holds numbers, expected \
        dates [wrong-column-type]
              measure: {kind: stock, dataset: loans, from: lent, until: pages, completeFrom: 2015}
                                                                        ^
          fix: name a column that holds dates
        """,
        """
        definitions/indicators/more.yaml:6:84: error: completeFrom is '2015', expected a date \
        yyyy-mm-dd [wrong-type]
              measure: {kind: stock, dataset: loans, from: lent, until: pages, completeFrom: 2015}
                                                                                             ^
          fix: write a date yyyy-mm-dd
        """,
      ])
  }

  @Test func `an unknown status and years in the wrong order are reported`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - id: films
          title: Films
          unit: films
          status: valid
          valid: {from: 2020, through: 2015}
          measure: {kind: record-count, dataset: loans}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:5:13: error: status 'valid' is unknown, expected \
        validated or indicative [unknown-value]
              status: valid
                      ^
          fix: write 'validated'
        """,
        """
        definitions/indicators/more.yaml:6:12: error: valid from 2020 through 2015, expected a \
        range [empty-range]
              valid: {from: 2020, through: 2015}
                     ^
          fix: exchange the two years
        """,
      ])
  }

  @Test func `combinations that do not exist name known members`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - id: films
          title: Films
          unit: films
          status: validated
          notApplicable:
            - {branch: harbour, item: [film, games]}
          measure: {kind: record-count, dataset: loans}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:7:40: error: member 'games' is unknown in dimension \
        'item' of dataset 'loans', expected book or film [unknown-member]
                - {branch: harbour, item: [film, games]}
                                                 ^
          fix: write the name of a known member
        """
      ])
  }

  @Test func `an id that stands twice is reported with both places`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - {id: loans, title: Loans, unit: loans, status: validated, measure: {kind: record-count, dataset: loans}}
        - {id: LOANS, title: Loans, unit: loans, status: validated, measure: {kind: record-count, dataset: loans}}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:2:10: error: indicator 'loans' is also declared at \
        definitions/indicators/all.yaml:2:10, expected a name used once [duplicate-name]
            - {id: loans, title: Loans, unit: loans, status: validated, measure: {kind: record-count, dataset: loans}}
                   ^
          fix: remove or rename one of the two
        """,
        """
        definitions/indicators/more.yaml:3:10: error: id is 'LOANS', expected lower-case letters, \
        digits, hyphens and underscores [name-form]
            - {id: LOANS, title: Loans, unit: loans, status: validated, measure: {kind: record-count, dataset: loans}}
                   ^
          fix: write the id in lower-case letters, digits, hyphens and underscores
        """,
      ])
  }
}
