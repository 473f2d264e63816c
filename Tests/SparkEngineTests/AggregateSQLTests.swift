import Findings
import Indicators
import Schemas
import Testing

import SparkEngine

@Suite struct AggregateSQLTests {
  private func names() throws -> DatasetNames {
    let person = try #require(IdentifierPattern("M[0-9]{4}"))
    let kinds = try CodeList(
      name: "kind", title: "Kind",
      codes: [Code(slug: "book", label: "Book"), Code(slug: "film", label: "Film")])
    let schema = DatasetSchema(
      name: "loans", title: "Loans", system: "desk",
      dialect: Dialect(delimiter: UInt8(ascii: ",")), naming: .single(name: "loans"),
      columns: [
        Column(name: "member", type: .identifier(person), isRequired: true, isPublic: false),
        Column(
          name: "kind", type: .codes(kinds, separator: UInt8(ascii: "|")), isRequired: false,
          isPublic: true),
        Column(name: "lent", type: .date(.iso), isRequired: true, isPublic: true),
      ],
      primaryKey: nil, eventColumn: "lent", location: SourceLocation(file: "loans.yaml"))
    return DatasetNames(number: 3, schema: schema, dimensions: [])
  }

  private let loans = RecordSource(dataset: "loans", selection: Selection())

  @Test func `tables with the same groups share a part, different values have their own`() throws {
    let parts = try AggregateSQL(names(), others: [:]).parts([
      Aggregate(loans, by: [.eventYear], .count),
      Aggregate(
        RecordSource(dataset: "loans", selection: Selection([.filled(column: "kind")])),
        by: [.eventYear], .count),
      Aggregate(loans, by: [.eventYear], .distinct(column: "member")),
    ])
    #expect(parts.map(\.aggregates.count).sorted() == [1, 2])
  }

  @Test func `a record with several values counts under each, one without under the empty one`()
    throws
  {
    let parts = try AggregateSQL(names(), others: [:]).parts([
      Aggregate(loans, by: [.dimension("kind")], .count)
    ])
    #expect(parts[0].query.contains("explode(CASE WHEN size(v1) = 0 THEN array('') ELSE v1 END)"))
  }

  @Test func `a column that is not there is refused`() throws {
    let names = try names()
    #expect(throws: SparkError.self) {
      try AggregateSQL(names, others: [:]).parts([
        Aggregate(loans, by: [], .sum(column: "pages"))
      ])
    }
  }

  @Test func `rows become tables, without combinations that have no records`() throws {
    let aggregates = [
      Aggregate(loans, by: [.eventYear], .count),
      Aggregate(
        RecordSource(dataset: "loans", selection: Selection([.filled(column: "kind")])),
        by: [.eventYear], .count),
    ]
    let parts = try AggregateSQL(names(), others: [:]).parts(aggregates)
    let row = try #require(ResultRow("kc|cells|3|0|5|5|5|0|0|0|32303233"))
    let tables = try ResultTables(parts, dataset: "loans").tables([row])
    #expect(tables[aggregates[0]]?.rows == [["2023"]: AggregateValue(amount: 5, contributors: 5)])
    #expect(tables[aggregates[1]]?.rows == [:])
  }

  @Test func `a sum beyond 64 bits is an error, never a number that wrapped around`() throws {
    let aggregate = Aggregate(loans, by: [], .count)
    let parts = try AggregateSQL(names(), others: [:]).parts([aggregate])
    let row = try #require(ResultRow("kc|cells|3|0|1|99999999999999999999|1"))
    #expect(throws: SparkError.self) {
      try ResultTables(parts, dataset: "loans").tables([row])
    }
  }
}
