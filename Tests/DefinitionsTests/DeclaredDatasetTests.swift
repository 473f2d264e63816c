import Definitions
import Schemas
import Testing

/// What a data package, its schemas and code lists declare.
@Suite struct DeclaredDatasetTests {
  @Test func `columns have the types that their keys say`() throws {
    let loans = try #require(try SmallProject().load().datasets.first)
    let lists = try Dictionary(
      ["branch", "item", "subjects"].map { ($0, try #require(loans.codeList(of: $0))) }
    ) { first, _ in first }
    #expect(loans.column("loan_id")?.type == IdentifierPattern("L[0-9]{5}").map { .identifier($0) })
    #expect(loans.column("lent")?.type == .date(.iso))
    #expect(lists["branch"]?.codes.map(\.slug) == ["central", "harbour"])
    #expect(lists["item"]?.codes.map(\.slug) == ["book", "film"])
    #expect(loans.column("subjects")?.type == lists["subjects"].map { .codes($0, separator: 124) })
    #expect(loans.column("author")?.type == .openCode(list: "author"))
    #expect(loans.column("pages")?.type == .integer(IntegerNotation()))
  }

  @Test func `a boolean is a code list of its first true and false value`() throws {
    let loans = try SmallProject([
      "schemas/visits.yaml": """
      fields:
        - {name: year, type: year, constraints: {required: true}}
        - {name: branch, type: string, codes: branch}
        - {name: visitors, type: integer}
        - {name: open, type: boolean, trueValues: [Ja, "1"], falseValues: [Niet open]}
      """
    ]).load().datasets.last
    #expect(
      loans?.codeList(of: "open")?.codes == [
        Code(slug: "ja", label: "Ja", variants: ["1"]),
        Code(slug: "niet-open", label: "Niet open"),
      ])
  }

  @Test func `a slug is made from the label`() throws {
    let dataset = try SmallProject([
      "codelists/lists.yaml": """
      - name: branch
        codes: [{label: Central}, {label: Harbour}]
      - name: item
        codes: [{label: "Thema’s, élèves & Ça (2)"}, {label: tolk/taal niet beschikbaar}]
      - name: subject
        codes: [{label: " Niet  Voldaan "}]
      """
    ]).load().datasets.first
    #expect(
      dataset?.codeList(of: "item")?.codes.map(\.slug) == [
        "thema-s-eleves-ca-2", "tolk-taal-niet-beschikbaar",
      ])
    #expect(dataset?.codeList(of: "subjects")?.codes.map(\.slug) == ["niet-voldaan"])
  }

  @Test func `codes, dates and numbers may be shown, text, identifiers and open lists not`() throws
  {
    let loans = try #require(try SmallProject().load().datasets.first)
    #expect(
      loans.columns.filter(\.isPublic).map(\.name) == [
        "lent", "returned", "branch", "item", "subjects", "first", "pages",
      ])
  }

  @Test func `a delivery says how its files are named, written and checked`() throws {
    let dataset = try SmallProject([
      "datapackage.yaml": #"""
      name: library
      resources:
        - name: loans
          title: Loans
          path: loans.csv
          encoding: windows-1252
          dialect: {delimiter: "\t", lineTerminator: "\r\n", quoteChar: '"'}
          schema: schemas/loans.yaml
          delivery:
            system: desk
            byteOrderMark: true
            files: month
            event: lent
            emptyRecord: [loan_id, lent]
            marks: [{column: first, code: "yes", person: member_id}]
            orders: [{earlier: lent, later: returned}]
            onlyWith: [{column: pages, other: item, codes: [book]}]
      """#,
      "indicators/all.yaml": nil, "schemas/visits.yaml": nil,
    ]).load().datasets.first
    #expect(
      dataset?.dialect
        == Dialect(
          delimiter: 9, encoding: .windows1252, hasByteOrderMark: true, lineTerminator: "\r\n"))
    #expect(dataset?.naming == .perMonth)
    #expect(dataset?.primaryKey == "loan_id")
    #expect(
      dataset?.rules
        == RecordRules(
          marks: [UniqueMark(column: "first", code: "yes", person: "member_id")],
          orders: [DateOrder(earlier: "lent", later: "returned")],
          emptyRecordColumns: ["loan_id", "lent"],
          onlyWith: [FilledOnlyWith(column: "pages", other: "item", codes: ["book"])]))
  }

  @Test func `files for each member are those of the code list unless they are listed`() throws {
    let package = SmallProject.library["datapackage.yaml"]
    let all = try SmallProject([
      "datapackage.yaml": package?.replacing(", members: [central, harbour]", with: "")
    ]).load().datasets
    let listed = try SmallProject([
      "datapackage.yaml": package?.replacing("[central, harbour]", with: "[harbour]")
    ]).load().datasets
    #expect(all.first?.naming == .perMember(column: "branch", members: ["central", "harbour"]))
    #expect(listed.first?.naming == .perMember(column: "branch", members: ["harbour"]))
    #expect(all.last?.naming == .single(name: "gate"))
    #expect(all.last?.isKeptByHand == true)
  }

  @Test func `numbers are written as their notation says`() throws {
    let dataset = try SmallProject([
      "indicators/all.yaml": nil,
      "schemas/visits.yaml": """
      fields:
        - {name: year, type: year, constraints: {required: true}}
        - {name: visitors, type: integer, groupChar: ".", probable: {maximum: 500},
           constraints: {minimum: -1, maximum: 900}}
        - {name: money, type: number, decimalChar: ",", groupChar: "."}
      """,
    ]).load().datasets.last
    #expect(
      dataset?.column("visitors")?.type
        == .integer(
          IntegerNotation(groupSeparator: 46, range: -1...900, probableRange: -1...500)))
    #expect(
      dataset?.column("money")?.type
        == .decimal(DecimalNotation(decimalSeparator: 44, groupSeparator: 46)))
  }
}

extension DatasetSchema {
  /// The code list of a column.
  fileprivate func codeList(of name: String) -> CodeList? {
    switch column(name)?.type {
    case .code(let list)?, .codes(let list, _)?: list
    default: nil
    }
  }
}
