import Testing

/// What is wrong with indicators together.
@Suite struct IndicatorFactsTests {
  @Test func `an unknown indicator is reported with the nearest`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - {id: a, title: T, unit: u, status: validated,
           measure: {kind: derived, terms: [{add: loan}]}}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:3:45: error: indicator 'loan' is unknown, expected a, \
        borrowers, loans or visitors [unknown-indicator]
               measure: {kind: derived, terms: [{add: loan}]}}
                                                      ^
          fix: write 'loans'
        """
      ])
  }

  @Test func `a cycle is reported once, with all that are in it`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - {id: a, title: T, unit: u, status: validated,
           measure: {kind: derived, terms: [{add: b}]}}
        - {id: b, title: T, unit: u, status: validated,
           measure: {kind: ratio, numerator: c, denominator: loans, as: average}}
        - {id: c, title: T, unit: u, status: validated,
           measure: {kind: derived, terms: [{add: loans}, {subtract: a}]}}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:2:10: error: 'a' -> 'b' -> 'c' -> 'a' is a cycle, \
        expected indicators that are not made of themselves [cycle]
            - {id: a, title: T, unit: u, status: validated,
                   ^
          fix: remove one of these references
        """
      ])
  }

  @Test func `an indicator that is made of itself is a cycle`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - {id: a, title: T, unit: u, status: validated,
           measure: {kind: share, of: a, over: item}}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:2:10: error: 'a' -> 'a' is a cycle, expected indicators \
        that are not made of themselves [cycle]
            - {id: a, title: T, unit: u, status: validated,
                   ^
          fix: remove one of these references
        """
      ])
  }

  @Test func `a share of what is not contained is refused`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - {id: films, title: T, unit: u, status: validated,
           measure: {kind: record-count, dataset: loans, where: {item: film}}}
        - {id: central, title: T, unit: u, status: validated,
           measure: {kind: record-count, dataset: loans, where: {branch: central}}}
        - {id: a, title: T, unit: u, status: validated,
           measure: {kind: ratio, numerator: films, denominator: central, as: share}}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:7:40: error: 'films' is not contained in 'central', \
        expected a part of it for a share [not-contained]
               measure: {kind: ratio, numerator: films, denominator: central, as: share}}
                                                 ^
          fix: narrow the numerator to the records of the denominator, or write 'as: average'
        """
      ])
  }

  @Test func `a share of unique persons in records is refused`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - {id: a, title: T, unit: u, status: validated,
           measure: {kind: ratio, numerator: borrowers, denominator: loans, as: share}}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:3:40: error: 'borrowers' is not contained in 'loans', \
        expected a part of it for a share [not-contained]
               measure: {kind: ratio, numerator: borrowers, denominator: loans, as: share}}
                                                 ^
          fix: narrow the numerator to the records of the denominator, or write 'as: average'
        """
      ])
  }

  @Test func `containment can be promised for numbers kept by hand only`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - {id: a, title: T, unit: u, status: validated,
           measure: {kind: ratio, numerator: loans, denominator: visitors, as: share, contained: true}}
        - {id: b, title: T, unit: u, status: validated,
           measure: {kind: ratio, numerator: visitors, denominator: loans, as: share, contained: true}}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:5:92: error: 'contained' promises what the records of \
        'loans' must show, expected it for numbers that are kept by hand [not-contained]
               measure: {kind: ratio, numerator: visitors, denominator: loans, as: share, contained: true}}
                                                                                                     ^
          fix: remove 'contained', and narrow the numerator to the records of the denominator
        """
      ])
  }

  @Test func `a share over a dimension that the dataset does not have is refused`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - {id: a, title: T, unit: u, status: validated,
           measure: {kind: share, of: visitors, over: item}}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:3:49: error: dimension 'item' is unknown in dataset \
        'visits', expected branch [unknown-dimension]
               measure: {kind: share, of: visitors, over: item}}
                                                          ^
          fix: write the name of a known dimension
        """
      ])
  }

  @Test func `members of unique persons are not added, unless as an estimate`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - {id: a, title: T, unit: u, status: validated,
           measure: {kind: derived, terms: [{add: borrowers, where: {branch: central}}, {add: borrowers, where: {branch: harbour}, estimate: true}]}}
        - {id: b, title: T, unit: u, status: validated,
           measure: {kind: derived, terms: [{add: borrowers, estimate: true}]}}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:3:45: error: members of 'borrowers' are added although a \
        person can be in several, expected one term for all of them [not-additive]
               measure: {kind: derived, terms: [{add: borrowers, where: {branch: central}}, {add: borrowers, where: {branch: harbour}, estimate: true}]}}
                                                      ^
          fix: list the members in one 'where', or add 'estimate: true'
        """,
        """
        definitions/indicators/more.yaml:5:39: error: the term is an estimate without 'where', \
        expected the members that are added one by one [missing-key]
               measure: {kind: derived, terms: [{add: borrowers, estimate: true}]}}
                                                ^
          fix: add 'where:' with the members, or remove 'estimate'
        """,
      ])
  }

  @Test func `shares and averages are not added or divided`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - {id: a, title: T, unit: u, status: validated,
           measure: {kind: share, of: loans, over: item}}
        - {id: b, title: T, unit: u, status: validated,
           measure: {kind: derived, terms: [{add: a}, {add: loans}]}}
        - {id: c, title: T, unit: u, status: validated,
           measure: {kind: ratio, numerator: loans, denominator: a, as: average}}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:5:45: error: 'a' is a share or an average, expected an \
        indicator that counts [not-additive]
               measure: {kind: derived, terms: [{add: a}, {add: loans}]}}
                                                      ^
          fix: name the indicator that it is computed from
        """,
        """
        definitions/indicators/more.yaml:7:60: error: 'a' is a share or an average, expected an \
        indicator that counts [not-additive]
               measure: {kind: ratio, numerator: loans, denominator: a, as: average}}
                                                                     ^
          fix: name the indicator that it is computed from
        """,
      ])
  }

  @Test func `a term names one indicator and members that it has`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - {id: a, title: T, unit: u, status: validated,
           measure: {kind: derived, terms: [{add: loans, subtract: visitors}, {where: {item: book}}]}}
        - {id: b, title: T, unit: u, status: validated,
           measure: {kind: derived, terms: [{add: visitors, where: {item: book}}, {add: loans, where: {item: books}}]}}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:3:62: error: keys 'add' and 'subtract' stand together, \
        expected one of them [conflicting-keys]
               measure: {kind: derived, terms: [{add: loans, subtract: visitors}, {where: {item: book}}]}}
                                                                       ^
          fix: remove 'add' or 'subtract'
        """,
        """
        definitions/indicators/more.yaml:3:73: error: neither 'add' nor 'subtract' stands in a \
        term, expected one [missing-key]
               measure: {kind: derived, terms: [{add: loans, subtract: visitors}, {where: {item: book}}]}}
                                                                                  ^
          fix: add 'add:' with the id of an indicator
        """,
        """
        definitions/indicators/more.yaml:5:63: error: dimension 'item' is unknown in dataset \
        'visits', expected branch [unknown-dimension]
               measure: {kind: derived, terms: [{add: visitors, where: {item: book}}, {add: loans, where: {item: books}}]}}
                                                                        ^
          fix: write the name of a known dimension
        """,
        """
        definitions/indicators/more.yaml:5:104: error: member 'books' is unknown in dimension \
        'item' of dataset 'loans', expected book or film [unknown-member]
          ...  measure: {kind: derived, terms: [{add: visitors, where: {item: book}}, {add: loans, where: {item: books}}]}}
                                                                                                                 ^
          fix: write 'book'
        """,
      ])
  }
}
