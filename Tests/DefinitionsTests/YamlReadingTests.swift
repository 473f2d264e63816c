import Testing

/// How values of YAML are read, and what is refused.
@Suite struct YamlReadingTests {
  @Test func `a tab as indentation is found at its line and column`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
      	- id: films
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:2:1: error: the file is no YAML here: found character \
        that cannot start any token [yaml-syntax]
          	- id: films
          ^
          fix: indent with spaces, never with tabs
        """
      ])
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"])
  func `a place counts every line end that YAML knows`(end: String) {
    let project = SmallProject([
      "indicators/more.yaml": ["# é", "# b", "indicators:", "\t- id: films"].joined(separator: end)
    ])
    #expect(project.findings.count == 1)
    #expect(project.findings.first?.hasPrefix("definitions/indicators/more.yaml:4:1: ") == true)
    #expect(project.findings.first?.contains("  \t- id: films\n") == true)
  }

  @Test func `a bracket that is never closed is found`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators: [
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:1:14: error: the file is no YAML here: did not find \
        expected node content [yaml-syntax]
          indicators: [
                       ^
          fix: look at the indentation, colons, quotes and brackets here and on the line above
        """
      ])
  }

  @Test func `keys that stand twice are all reported, with both lines`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - id: films
          title: Films
          id: movies
          unit: films
          status: validated
          title: Movies
          measure: {kind: record-count, dataset: loans}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:4:5: error: key 'id' also stands on line 2, expected a \
        key used once [duplicate-key]
              id: movies
              ^
          fix: remove one of the two
        """,
        """
        definitions/indicators/more.yaml:7:5: error: key 'title' also stands on line 3, expected \
        a key used once [duplicate-key]
              title: Movies
              ^
          fix: remove one of the two
        """,
      ])
  }

  @Test func `an unknown key is reported with the known ones and the nearest`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - id: films
          titel: Films
          unit: films
          status: validated
          measure: {kind: record-count, dataset: loans, filtr: {item: film}}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:3:5: error: key 'titel' is unknown in an indicator, \
        expected id, title, unit, status, measure, explanation, valid, validated, notApplicable, minimumBase, addsUpOver or window \
        [unknown-key]
              titel: Films
              ^
          fix: write 'title'
        """,
        """
        definitions/indicators/more.yaml:6:51: error: key 'filtr' is unknown in measure \
        'record-count', expected kind, dataset, where or filled [unknown-key]
              measure: {kind: record-count, dataset: loans, filtr: {item: film}}
                                                            ^
          fix: remove the key
        """,
      ])
  }

  @Test func `missing keys are named in one finding`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - id: films
          measure: {kind: record-count, dataset: loans}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:2:5: error: keys 'title', 'unit' and 'status' are \
        missing in an indicator, expected id, title, unit, status and measure [missing-key]
            - id: films
              ^
          fix: add 'title', 'unit' and 'status'
        """
      ])
  }

  @Test func `values of another type are reported with what stands there`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - id: films
          title: [Films, Movies]
          unit:
          status: {validated: true}
          measure: record-count
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:3:12: error: title is a list, expected a text \
        [wrong-type]
              title: [Films, Movies]
                     ^
          fix: write a text
        """,
        """
        definitions/indicators/more.yaml:4:10: error: unit is empty, expected a text [wrong-type]
              unit:
                   ^
          fix: write a text
        """,
        """
        definitions/indicators/more.yaml:5:13: error: status is a mapping of keys to values, \
        expected a text [wrong-type]
              status: {validated: true}
                      ^
          fix: write a text
        """,
        """
        definitions/indicators/more.yaml:6:14: error: a measure is 'record-count', expected keys \
        with values [wrong-type]
              measure: record-count
                       ^
          fix: write 'key: value' lines
        """,
      ])
  }

  @Test func `only true and false are booleans`() {
    let project = SmallProject([
      "datapackage.yaml": """
      name: library
      resources:
        - name: visits
          path: visits.csv
          schema: schemas/visits.yaml
          delivery: {system: gate, files: {name: gate}, event: year, byHand: yes}
      """,
      "indicators/all.yaml": nil,
      "schemas/loans.yaml": nil,
    ])
    #expect(
      project.findings == [
        """
        definitions/datapackage.yaml:6:72: error: byHand is 'yes', expected true or false \
        [wrong-type]
              delivery: {system: gate, files: {name: gate}, event: year, byHand: yes}
                                                                                 ^
          fix: write true or false
        """
      ])
  }

  @Test func `only plain digits are a whole number`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      dimensions:
        - name: age
          dataset: loans
          birth: born
          on: lent
          bands:
            - {slug: young, label: Young, from: 0, through: 017}
            - {slug: older, label: Older, from: 1e3, through: "2000"}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:7:55: error: through is '017', expected a whole number \
        [wrong-type]
                - {slug: young, label: Young, from: 0, through: 017}
                                                                ^
          fix: write a whole number
        """,
        """
        definitions/indicators/more.yaml:8:43: error: from is '1e3', expected a whole number \
        [wrong-type]
                - {slug: older, label: Older, from: 1e3, through: "2000"}
                                                    ^
          fix: write a whole number
        """,
      ])
  }

  @Test func `anchors that expand to billions of values stop at a limit`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      a: &a [x, x, x, x, x, x, x, x, x, x]
      b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
      c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
      d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
      e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
      f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
      g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f, *f]
      indicators: *g
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:6:1: error: the file holds more than 200000 values up to \
        here with its aliases followed, expected fewer [too-many-values]
          f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
          ^
          fix: write the definition without nested aliases
        """
      ])
  }

  @Test func `a collection as a key is refused where there are anchors`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      a: &a [x, x]
      ? *a
      : b
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:2:1: error: a key is an alias or a collection, expected \
        a word [wrong-type]
          ? *a
          ^
          fix: write the key as text
        """
      ])
  }

  @Test func `a second document in a file is refused`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators: []
      ---
      indicators: []
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:2:1: error: the file is no YAML here: found another \
        document [yaml-syntax]
          ---
          ^
          fix: look at the indentation, colons, quotes and brackets here and on the line above
        """
      ])
  }

  @Test func `an empty file is refused`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      # nothing yet
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml: error: the file holds no definition, expected YAML \
        [empty-definition]
          fix: write the definition, or remove the file
        """
      ])
  }

  @Test func `a place is counted in characters`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - {id: café, title: 'Café', unt: x}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:2:5: error: keys 'status' and 'measure' are missing in \
        an indicator, expected id, title, unit, status and measure [missing-key]
            - {id: café, title: 'Café', unt: x}
              ^
          fix: add 'status' and 'measure'
        """,
        """
        definitions/indicators/more.yaml:2:10: error: id is 'café', expected lower-case letters, \
        digits, hyphens and underscores [name-form]
            - {id: café, title: 'Café', unt: x}
                   ^
          fix: write the id in lower-case letters, digits, hyphens and underscores
        """,
        """
        definitions/indicators/more.yaml:2:31: error: key 'unt' is unknown in an indicator, \
        expected id, title, unit, status, measure, explanation, valid, validated, notApplicable, minimumBase, addsUpOver or window \
        [unknown-key]
            - {id: café, title: 'Café', unt: x}
                                        ^
          fix: write 'unit'
        """,
      ])
  }

  @Test func `a tag is refused`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators: !!seq
        - {id: !id films, title: T, unit: u, status: validated,
           measure: {kind: record-count, dataset: !!str loans}}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:2:10: error: the value has the tag '!id', expected none \
        [unknown-tag]
            - {id: !id films, title: T, unit: u, status: validated,
                   ^
          fix: remove the tag: values are what the key says
        """
      ])
  }

  @Test func `a merge key is no key here`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - {<<: {unit: u}, id: films, title: T, status: validated,
           measure: {kind: record-count, dataset: loans}}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:2:5: error: key 'unit' is missing in an indicator, \
        expected id, title, unit, status and measure [missing-key]
            - {<<: {unit: u}, id: films, title: T, status: validated,
              ^
          fix: add 'unit'
        """,
        """
        definitions/indicators/more.yaml:2:6: error: key '<<' is unknown in an indicator, \
        expected id, title, unit, status, measure, explanation, valid, validated, notApplicable, minimumBase, addsUpOver or window \
        [unknown-key]
            - {<<: {unit: u}, id: films, title: T, status: validated,
               ^
          fix: remove the key
        """,
      ])
  }

  @Test func `of a very long line the part around the place is shown`() {
    let project = SmallProject([
      "indicators/more.yaml": """
      indicators:
        - {id: films, title: long long long long long long long long long long long long long long long long long long long long , unt: u, status: validated, measure: {kind: record-count, dataset: loans, where: {item: film, first: no}}, explanation: The films that were lent.}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/indicators/more.yaml:2:126: error: key 'unt' is unknown in an indicator, \
        expected id, title, unit, status, measure, explanation, valid, validated, notApplicable, minimumBase, addsUpOver or window \
        [unknown-key]
          ...ng long long long long long long long long long long long long long long long long long long long , unt: u, status: validated, measure: {kind: record-count, dataset: loans, where: {item: film, first: ...
                                                                                                                 ^
          fix: write 'unit'
        """
      ])
  }
}
