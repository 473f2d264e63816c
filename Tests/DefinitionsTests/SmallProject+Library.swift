/// Loans and visits of a library with two branches.
extension SmallProject {
  static let library: [String: String] = [
    "datapackage.yaml": #"""
    name: library
    resources:
      - name: loans
        title: Loans
        path: ../exports/loans/2023/harbour.csv
        format: csv
        encoding: utf-8
        dialect: {delimiter: ";", lineTerminator: "\n"}
        schema: schemas/loans.yaml
        delivery:
          system: desk
          files: {each: branch, members: [central, harbour]}
          event: lent
      - name: visits
        title: Visits
        path: ../exports/visits/2023/gate.csv
        schema: schemas/visits.yaml
        delivery:
          system: gate
          byHand: true
          files: {name: gate}
          event: year
    """#,
    "schemas/loans.yaml": """
    primaryKey: loan_id
    fields:
      - {name: loan_id, type: string, constraints: {required: true, unique: true, pattern: "L[0-9]{5}"}}
      - {name: member_id, type: string, constraints: {required: true, pattern: "M[0-9]{4}"}}
      - {name: lent, type: date, constraints: {required: true}}
      - {name: returned, type: date}
      - {name: born, type: date, public: false}
      - {name: branch, type: string, codes: branch, constraints: {required: true}}
      - {name: item, type: string, codes: item}
      - {name: subjects, type: string, codes: subject, separator: "|"}
      - {name: author, type: string, openList: author}
      - {name: first, type: boolean, trueValues: ["yes"], falseValues: ["no"]}
      - {name: pages, type: integer}
    """,
    "schemas/visits.yaml": """
    fields:
      - {name: year, type: year, constraints: {required: true}}
      - {name: branch, type: string, codes: branch, constraints: {required: true}}
      - {name: visitors, type: integer, constraints: {required: true, minimum: 0}}
    """,
    "codelists/lists.yaml": """
    - name: branch
      codes:
        - {slug: central, label: Central library}
        - {slug: harbour, label: Harbour}
    - name: item
      codes:
        - {label: Book}
        - {label: Film}
    - name: subject
      codes:
        - {label: History}
        - {label: Travel}
    """,
    "indicators/all.yaml": """
    indicators:
      - {id: loans, title: Loans, unit: loans, status: validated,
         measure: {kind: record-count, dataset: loans}}
      - {id: borrowers, title: Borrowers, unit: members, status: validated,
         measure: {kind: unique-count, dataset: loans, column: member_id}}
      - {id: visitors, title: Visitors, unit: visitors, status: validated,
         measure: {kind: sum, dataset: visits, column: visitors}}
    """,
  ]
}
