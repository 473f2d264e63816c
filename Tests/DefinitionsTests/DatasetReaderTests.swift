import Testing

/// What is wrong with a data package and its deliveries.
@Suite struct DatasetReaderTests {
  @Test func `a missing data package is reported`() {
    let project = SmallProject([
      "datapackage.yaml": nil,
      "indicators/all.yaml": nil,
      "schemas/loans.yaml": nil,
      "schemas/visits.yaml": nil,
    ])
    #expect(
      project.findings == [
        """
        definitions/datapackage.yaml: error: the file with the datasets is missing, expected a \
        data package [missing-file]
          fix: write datapackage.yaml
        """
      ])
  }

  @Test
  func `a schema that is not there is reported with the nearest, and the one that no dataset has`()
  {
    let project = SmallProject([
      "datapackage.yaml": """
      name: library
      resources:
        - name: loans
          path: loans.csv
          schema: schemas/loan.yaml
          delivery: {system: desk, files: month, event: lent}
      """,
      "indicators/all.yaml": nil,
      "schemas/visits.yaml": nil,
    ])
    #expect(
      project.findings == [
        """
        definitions/datapackage.yaml:5:13: error: schema 'schemas/loan.yaml' is unknown, expected \
        schemas/loans.yaml [unknown-schema]
              schema: schemas/loan.yaml
                      ^
          fix: write 'schemas/loans.yaml'
        """
      ])
  }

  @Test func `a dataset that is declared twice is reported, also where only case differs`() {
    let project = SmallProject([
      "datapackage.yaml": """
      name: library
      resources:
        - {name: loans, path: a.csv, schema: schemas/loans.yaml, delivery: {system: desk, files: month, event: lent}}
        - {name: loans, path: a.csv, schema: schemas/loans.yaml, delivery: {system: desk, files: month, event: lent}}
        - {name: Loans, path: a.csv, schema: schemas/visits.yaml, delivery: {system: desk, files: month, event: lent}}
      """,
      "indicators/all.yaml": nil,
    ])
    #expect(
      project.findings == [
        """
        definitions/datapackage.yaml:4:12: error: dataset 'loans' is also declared at \
        definitions/datapackage.yaml:3:12, expected a name used once [duplicate-name]
            - {name: loans, path: a.csv, schema: schemas/loans.yaml, delivery: {system: desk, files: month, event: lent}}
                     ^
          fix: remove or rename one of the two
        """,
        """
        definitions/datapackage.yaml:5:12: error: name is 'Loans', expected lower-case letters, \
        digits and underscores [name-form]
            - {name: Loans, path: a.csv, schema: schemas/visits.yaml, delivery: {system: desk, files: month, event: lent}...
                     ^
          fix: write the name in lower-case letters, digits and underscores
        """,
      ])
  }

  @Test func `dialects that cannot be read are refused`() {
    let project = SmallProject([
      "datapackage.yaml": #"""
      name: library
      resources:
        - name: loans
          path: loans.csv
          schema: schemas/loans.yaml
          encoding: latin-1
          format: xlsx
          dialect: {delimiter: ";;", lineTerminator: "\r", quoteChar: "'"}
          delivery: {system: desk, files: month, event: lent}
      """#,
      "indicators/all.yaml": nil,
      "schemas/visits.yaml": nil,
    ])
    #expect(
      project.findings == [
        """
        definitions/datapackage.yaml:6:15: error: encoding 'latin-1' is unknown, expected utf-8 \
        or windows-1252 [unknown-value]
              encoding: latin-1
                        ^
          fix: write one of them
        """,
        """
        definitions/datapackage.yaml:7:13: error: format is 'xlsx', expected 'csv' [not-supported]
              format: xlsx
                      ^
          fix: write 'csv'
        """,
        #"""
        definitions/datapackage.yaml:8:26: error: delimiter is ';;', expected one character that \#
        is no letter, digit or quote [wrong-type]
              dialect: {delimiter: ";;", lineTerminator: "\r", quoteChar: "'"}
                                   ^
          fix: write the character in quotes
        """#,
        #"""
        definitions/datapackage.yaml:8:48: error: lineTerminator is neither LF nor CRLF, expected \#
        one [unknown-value]
              dialect: {delimiter: ";;", lineTerminator: "\r", quoteChar: "'"}
                                                         ^
          fix: write "\n" or "\r\n", in double quotes
        """#,
        #"""
        definitions/datapackage.yaml:8:65: error: quoteChar is ''', expected '"' [not-supported]
              dialect: {delimiter: ";;", lineTerminator: "\r", quoteChar: "'"}
                                                                          ^
          fix: remove the key
        """#,
      ])
  }

  @Test func `file names that are not described are reported`() {
    let project = SmallProject([
      "datapackage.yaml": """
      name: library
      resources:
        - name: loans
          path: loans.csv
          schema: schemas/loans.yaml
          delivery: {system: desk, files: weekly, event: lent}
      """,
      "indicators/all.yaml": nil,
      "schemas/visits.yaml": nil,
    ])
    #expect(
      project.findings == [
        """
        definitions/datapackage.yaml:6:37: error: files is 'weekly', expected month, {name: ...} \
        or {each: ..., members: [...]} [unknown-value]
              delivery: {system: desk, files: weekly, event: lent}
                                              ^
          fix: write 'month', or how the files are called
        """
      ])
  }

  @Test func `members of files that are not in the code list are reported`() {
    let project = SmallProject([
      "datapackage.yaml": """
      name: library
      resources:
        - name: loans
          path: loans.csv
          schema: schemas/loans.yaml
          delivery: {system: desk, files: {each: branch, members: [central, harbor]}, event: lent}
      """,
      "indicators/all.yaml": nil,
      "schemas/visits.yaml": nil,
    ])
    #expect(
      project.findings == [
        """
        definitions/datapackage.yaml:6:71: error: code 'harbor' is unknown in code list 'branch', \
        expected central or harbour [unknown-code]
              delivery: {system: desk, files: {each: branch, members: [central, harbor]}, event: lent}
                                                                                ^
          fix: write 'harbour'
        """
      ])
  }

  @Test func `an event that is no date, or may be empty, is reported`() {
    let project = SmallProject([
      "datapackage.yaml": """
      name: library
      resources:
        - name: loans
          path: loans.csv
          schema: schemas/loans.yaml
          delivery: {system: desk, files: month, event: returned}
        - name: others
          path: others.csv
          schema: schemas/loans.yaml
          delivery: {system: desk, files: month, event: branch}
      """,
      "indicators/all.yaml": nil,
      "schemas/visits.yaml": nil,
    ])
    #expect(
      project.findings == [
        """
        definitions/datapackage.yaml:6:51: error: column 'returned' decides the year but may be \
        empty, expected a required column [event-not-required]
              delivery: {system: desk, files: month, event: returned}
                                                            ^
          fix: add 'constraints: {required: true}' to the column
        """,
        """
        definitions/datapackage.yaml:10:51: error: column 'branch' holds codes, expected a date \
        or a year [wrong-column-type]
              delivery: {system: desk, files: month, event: branch}
                                                            ^
          fix: name a column that holds a date or a year
        """,
      ])
  }

  @Test func `rules about columns that do not fit are reported`() {
    let project = SmallProject([
      "datapackage.yaml": """
      name: library
      resources:
        - name: loans
          path: loans.csv
          schema: schemas/loans.yaml
          delivery:
            system: desk
            files: month
            event: lent
            emptyRecord: [loan_id, dates]
            marks:
              - {column: first, code: ja, person: branch}
            orders:
              - {earlier: lent, later: retourned}
            onlyWith:
              - {column: pages, other: item, codes: [books]}
      """,
      "indicators/all.yaml": nil,
      "schemas/visits.yaml": nil,
    ])
    #expect(
      project.findings == [
        """
        definitions/datapackage.yaml:10:30: error: column 'dates' is unknown in dataset 'loans', \
        expected one of the 11 columns (nearest: 'pages') [unknown-column]
                emptyRecord: [loan_id, dates]
                                       ^
          fix: write 'pages'
        """,
        """
        definitions/datapackage.yaml:12:33: error: code 'ja' is unknown in code list 'first', \
        expected yes or no [unknown-code]
                  - {column: first, code: ja, person: branch}
                                          ^
          fix: write the name of a known code
        """,
        """
        definitions/datapackage.yaml:12:45: error: column 'branch' holds codes, expected \
        identifiers [wrong-column-type]
                  - {column: first, code: ja, person: branch}
                                                      ^
          fix: name a column that holds identifiers
        """,
        """
        definitions/datapackage.yaml:14:34: error: column 'retourned' is unknown in dataset \
        'loans', expected one of the 11 columns (nearest: 'returned') [unknown-column]
                  - {earlier: lent, later: retourned}
                                           ^
          fix: write 'returned'
        """,
        """
        definitions/datapackage.yaml:16:48: error: code 'books' is unknown in code list 'item', \
        expected book or film [unknown-code]
                  - {column: pages, other: item, codes: [books]}
                                                         ^
          fix: write 'book'
        """,
      ])
  }
}
