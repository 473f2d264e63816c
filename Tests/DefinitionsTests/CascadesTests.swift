import Testing

/// What a mistake does not set off elsewhere.
@Suite struct CascadesTests {
  @Test func `names that a broken file may declare are not reported as unknown`() {
    let project = SmallProject([
      "codelists/lists.yaml": """
      - name: [branch
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/codelists/lists.yaml:1:16: error: the file is no YAML here: did not find \
        expected ',' or ']' [yaml-syntax]
          - name: [branch
                         ^
          fix: look at the indentation, colons, quotes and brackets here and on the line above
        """
      ])
  }

  @Test func `an indicator whose id cannot be read is not unknown elsewhere`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - {id: Films, title: Films, unit: films, status: validated,
           measure: {kind: record-count, dataset: loans}}
        - {id: half, title: Half, unit: films, status: validated,
           measure: {kind: derived, terms: [{add: films}]}}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:2:10: error: id is 'Films', expected lower-case letters, \
        digits, hyphens and underscores [name-form]
            - {id: Films, title: Films, unit: films, status: validated,
                   ^
          fix: write the id in lower-case letters, digits, hyphens and underscores
        """
      ])
  }

  @Test func `a dataset whose schema is broken leaves its columns unchecked`() {
    let project = SmallProject([
      "schemas/loans.yaml": """
      primaryKey: loan_id
      fields:
        - {name: loan_id, type: text}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/schemas/loans.yaml:3:27: error: type 'text' is unknown, expected string, \
        boolean, date, year, integer or number [unknown-value]
            - {name: loan_id, type: text}
                                    ^
          fix: write one of them
        """
      ])
  }

  @Test func `a figure that cannot be read leaves what is said about figures unchecked`() {
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
                    bind: {loans: {cell: {figure: "1", row: Total}}}
              - figur: {id: 1}
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:9:9: error: key 'figur' is unknown in a part of a \
        chapter, expected text, chapter, sentences or figure [unknown-key]
                - figur: {id: 1}
                  ^
          fix: write 'figure'
        """
      ])
  }
}
