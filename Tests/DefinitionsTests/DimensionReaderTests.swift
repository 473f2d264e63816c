import Testing

/// What is wrong with a dimension of ages.
@Suite struct DimensionReaderTests {
  @Test func `bands that overlap or run backwards are reported`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      dimensions:
        - name: age
          dataset: loans
          birth: born
          on: lent
          bands:
            - {slug: child, label: Child, from: 0, through: 12}
            - {slug: youth, label: Youth, from: 12, through: 17}
            - {slug: adult, label: Adult, from: 120, through: 18}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:8:9: error: band 'youth' overlaps band 'child', expected \
        each age in one band [overlapping-bands]
                - {slug: youth, label: Youth, from: 12, through: 17}
                  ^
          fix: correct the ages
        """,
        """
        definitions/indicators/more.yaml:9:43: error: the band is from 120 through 18, expected a \
        range [empty-range]
                - {slug: adult, label: Adult, from: 120, through: 18}
                                                    ^
          fix: exchange the two ages
        """,
      ])
  }

  @Test func `a dimension with the name of a column or of another dimension is reported`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      dimensions:
        - {name: branch, dataset: loans, birth: born, on: lent, bands: [{slug: a, label: A, from: 0, through: 9}]}
        - {name: age, dataset: loans, birth: born, on: lent, bands: [{slug: a, label: A, from: 0, through: 9}]}
        - {name: age, dataset: loans, birth: item, on: lent, bands: [{slug: a, label: A, from: 0, through: 9}]}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:2:12: error: dimension 'branch' is also a column of \
        dataset 'loans', expected a new name [duplicate-name]
            - {name: branch, dataset: loans, birth: born, on: lent, bands: [{slug: a, label: A, from: 0, through: 9}]}
                     ^
          fix: rename the dimension
        """,
        """
        definitions/indicators/more.yaml:4:12: error: dimension 'loans/age' is also declared at \
        definitions/indicators/more.yaml:3:12, expected a name used once [duplicate-name]
            - {name: age, dataset: loans, birth: item, on: lent, bands: [{slug: a, label: A, from: 0, through: 9}]}
                     ^
          fix: remove or rename one of the two
        """,
        """
        definitions/indicators/more.yaml:4:40: error: column 'item' holds codes, expected dates \
        [wrong-column-type]
            - {name: age, dataset: loans, birth: item, on: lent, bands: [{slug: a, label: A, from: 0, through: 9}]}
                                                 ^
          fix: name a column that holds dates
        """,
      ])
  }
}
