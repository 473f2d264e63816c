import Testing

/// What is wrong with the columns of a dataset.
@Suite struct TableSchemaReaderTests {
  @Test func `a column that stands twice is reported`() {
    let project = SmallProject([
      "indicators/all.yaml": nil,
      "schemas/visits.yaml": """
      fields:
        - {name: year, type: year, constraints: {required: true}}
        - {name: branch, type: string}
        - {name: branch, type: string}
      """,
    ])
    #expect(
      project.findings == [
        """
        definitions/schemas/visits.yaml:4:12: error: column 'branch' is also declared at \
        definitions/schemas/visits.yaml:3:12, expected a name used once [duplicate-name]
            - {name: branch, type: string}
                     ^
          fix: remove or rename one of the two
        """
      ])
  }

  @Test func `a key that is no column is reported`() {
    let project = SmallProject([
      "indicators/all.yaml": nil,
      "schemas/visits.yaml": """
      primaryKey: visit_id
      fields:
        - {name: year, type: year, constraints: {required: true}}
      """,
    ])
    #expect(
      project.findings == [
        """
        definitions/schemas/visits.yaml:1:13: error: column 'visit_id' is unknown in this schema, \
        expected year [unknown-column]
          primaryKey: visit_id
                      ^
          fix: write the name of a known column
        """
      ])
  }

  @Test func `an unknown type and an unknown constraint are reported`() {
    let project = SmallProject([
      "indicators/all.yaml": nil,
      "schemas/visits.yaml": """
      fields:
        - {name: year, type: year, constraints: {required: true}}
        - {name: at, type: datetime}
        - {name: kind, type: string, constraints: {enum: [a, b]}}
      """,
    ])
    #expect(
      project.findings == [
        """
        definitions/schemas/visits.yaml:3:22: error: type 'datetime' is unknown, expected string, \
        boolean, date, year, integer or number [unknown-value]
            - {name: at, type: datetime}
                               ^
          fix: write 'date'
        """,
        """
        definitions/schemas/visits.yaml:4:46: error: key 'enum' is unknown in the constraints of \
        a field, expected required, unique, pattern, minimum or maximum [unknown-key]
            - {name: kind, type: string, constraints: {enum: [a, b]}}
                                                       ^
          fix: remove the key
        """,
      ])
  }

  @Test func `a pattern of another form than identifiers is refused`() {
    let project = SmallProject([
      "indicators/all.yaml": nil,
      "schemas/visits.yaml": """
      fields:
        - {name: year, type: year, constraints: {required: true}}
        - {name: id, type: string, constraints: {pattern: "[a-z]+"}}
      """,
    ])
    #expect(
      project.findings == [
        """
        definitions/schemas/visits.yaml:3:53: error: pattern '[a-z]+' is not of the form of \
        identifiers, expected capital letters and a fixed number of digits [unknown-pattern]
            - {name: id, type: string, constraints: {pattern: "[a-z]+"}}
                                                              ^
          fix: write for example 'P[0-9]{8}' or '[A-Z]{1,2}[0-9]{9}'
        """
      ])
  }

  @Test func `an unknown code list is reported with the known ones`() {
    let project = SmallProject([
      "indicators/all.yaml": nil,
      "schemas/visits.yaml": """
      fields:
        - {name: year, type: year, constraints: {required: true}}
        - {name: branch, type: string, codes: branches}
      """,
    ])
    #expect(
      project.findings == [
        """
        definitions/schemas/visits.yaml:3:41: error: code list 'branches' is unknown, expected \
        branch, item or subject [unknown-code-list]
            - {name: branch, type: string, codes: branches}
                                                  ^
          fix: write 'branch'
        """
      ])
  }

  @Test func `keys that contradict each other or the type are refused`() {
    let project = SmallProject([
      "indicators/all.yaml": nil,
      "schemas/visits.yaml": """
      fields:
        - {name: year, type: year, constraints: {required: true}}
        - {name: a, type: string, codes: branch, openList: branch}
        - {name: b, type: string, separator: "|"}
        - {name: c, type: date, groupChar: "."}
        - {name: d, type: number, decimalChar: ",", groupChar: ","}
        - {name: e, type: integer, constraints: {minimum: 5, maximum: 1}}
      """,
    ])
    #expect(
      project.findings == [
        """
        definitions/schemas/visits.yaml:3:54: error: 'openList' stands beside 'codes', expected \
        one kind of column [conflicting-keys]
            - {name: a, type: string, codes: branch, openList: branch}
                                                               ^
          fix: remove 'openList'
        """,
        """
        definitions/schemas/visits.yaml:4:40: error: 'separator' stands without 'codes', expected \
        both [missing-key]
            - {name: b, type: string, separator: "|"}
                                                 ^
          fix: add 'codes:' with a code list, or remove 'separator'
        """,
        """
        definitions/schemas/visits.yaml:5:38: error: 'groupChar' means nothing for a field of \
        type date, expected format [not-supported]
            - {name: c, type: date, groupChar: "."}
                                               ^
          fix: remove the key, or correct the type
        """,
        """
        definitions/schemas/visits.yaml:6:58: error: 'groupChar' is the same as 'decimalChar', \
        expected another [conflicting-keys]
            - {name: d, type: number, decimalChar: ",", groupChar: ","}
                                                                   ^
          fix: correct one of them
        """,
        """
        definitions/schemas/visits.yaml:7:53: error: the smallest value is 5 and the largest 1, \
        expected a range [empty-range]
            - {name: e, type: integer, constraints: {minimum: 5, maximum: 1}}
                                                              ^
          fix: correct 'minimum' or 'maximum'
        """,
      ])
  }

  @Test func `text and identifiers cannot be public`() {
    let project = SmallProject([
      "indicators/all.yaml": nil,
      "schemas/visits.yaml": """
      fields:
        - {name: year, type: year, constraints: {required: true}}
        - {name: remarks, type: string, public: true}
      """,
    ])
    #expect(
      project.findings == [
        """
        definitions/schemas/visits.yaml:3:43: error: 'public' is true for a column of text or \
        identifiers, expected false [not-supported]
            - {name: remarks, type: string, public: true}
                                                    ^
          fix: remove 'public': messages never show such values
        """
      ])
  }

  @Test func `booleans need both spellings, which differ`() {
    let project = SmallProject([
      "indicators/all.yaml": nil,
      "schemas/visits.yaml": """
      fields:
        - {name: year, type: year, constraints: {required: true}}
        - {name: a, type: boolean, trueValues: ["yes"]}
        - {name: b, type: boolean, trueValues: ["yes"], falseValues: ["YES"]}
      """,
    ])
    #expect(
      project.findings == [
        """
        definitions/schemas/visits.yaml:3:5: error: key 'falseValues' is missing in a boolean \
        field, expected trueValues and falseValues [missing-key]
            - {name: a, type: boolean, trueValues: ["yes"]}
              ^
          fix: add 'falseValues:' with the spellings in the exports
        """,
        """
        definitions/schemas/visits.yaml:4:5: error: a true and a false value are written alike, \
        expected two spellings [duplicate-spelling]
            - {name: b, type: boolean, trueValues: ["yes"], falseValues: ["YES"]}
              ^
          fix: correct 'trueValues' or 'falseValues'
        """,
      ])
  }

  @Test func `unique stands at the primary key only, and missing values are empty`() {
    let project = SmallProject([
      "indicators/all.yaml": nil,
      "schemas/visits.yaml": """
      missingValues: ["", NULL]
      fields:
        - {name: year, type: year, constraints: {required: true}}
        - {name: visitors, type: integer, constraints: {unique: true}}
      """,
    ])
    #expect(
      project.findings == [
        """
        definitions/schemas/visits.yaml:1:21: error: missing value 'NULL' is declared, expected \
        the empty text only [not-supported]
          missingValues: ["", NULL]
                              ^
          fix: write missingValues: [""]
        """,
        """
        definitions/schemas/visits.yaml:4:59: error: 'unique' stands at a column that is not the \
        primary key, expected it at the key only [not-supported]
            - {name: visitors, type: integer, constraints: {unique: true}}
                                                                    ^
          fix: make the column the 'primaryKey' of the schema, or remove 'unique'
        """,
      ])
  }

  @Test func `a reference to a dataset or a key that is not there is reported`() {
    let project = SmallProject([
      "indicators/all.yaml": nil,
      "schemas/visits.yaml": """
      fields:
        - {name: year, type: year, constraints: {required: true}}
        - {name: loan, type: string}
      foreignKeys:
        - {fields: loan, reference: {resource: loan, fields: loan_id}}
        - {fields: loan, reference: {resource: loans, fields: member_id}}
        - {fields: lone, reference: {resource: loans, fields: loan_id}}
      """,
    ])
    #expect(
      project.findings == [
        """
        definitions/schemas/visits.yaml:5:42: error: dataset 'loan' is unknown, expected loans or \
        visits [unknown-dataset]
            - {fields: loan, reference: {resource: loan, fields: loan_id}}
                                                   ^
          fix: write 'loans'
        """,
        """
        definitions/schemas/visits.yaml:6:57: error: column 'member_id' is not the primary key of \
        dataset 'loans', expected 'loan_id' [not-a-key]
            - {fields: loan, reference: {resource: loans, fields: member_id}}
                                                                  ^
          fix: refer to the primary key
        """,
        """
        definitions/schemas/visits.yaml:7:14: error: column 'lone' is unknown in this schema, \
        expected year or loan [unknown-column]
            - {fields: lone, reference: {resource: loans, fields: loan_id}}
                       ^
          fix: write 'loan'
        """,
      ])
  }

  @Test func `a list of more than 64 codes cannot be several codes of a field`() {
    let project = SmallProject([
      "codelists/many.yaml": "- name: many\n  codes:\n"
        + (0..<65).map { "    - {label: Code \($0)}\n" }.joined(),
      "indicators/all.yaml": nil,
      "schemas/visits.yaml": """
      fields:
        - {name: year, type: year, constraints: {required: true}}
        - {name: subjects, type: string, codes: many, separator: "|"}
      """,
    ])
    #expect(
      project.findings == [
        """
        definitions/schemas/visits.yaml:3:43: error: code list 'many' has 65 codes, expected at \
        most 64 for a column of several codes [too-many-codes]
            - {name: subjects, type: string, codes: many, separator: "|"}
                                                    ^
          fix: divide the code list, or declare an open list
        """
      ])
  }
}
