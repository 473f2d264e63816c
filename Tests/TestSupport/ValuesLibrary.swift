public import Indicators
public import Schemas

internal import Findings

/// A project from another field: the loans and visits of a library, and a ledger kept by hand.
///
/// - `loans`: one file for each branch (north, south and west; east has none) and year.
/// - `visits`: one file for each month.
/// - `ledger`: one file a year, kept by hand.
///
/// Records are written as text: a header, then one line for each record, fields divided by commas,
/// several values of one field by `|`.
public struct ValuesLibrary: Sendable {
  /// The datasets.
  public let datasets: [DatasetSchema]

  /// The ages of readers, a dimension of loans.
  public let dimensions: [Dimension]

  /// The files that were delivered.
  public let books: [DeliveryBooks]

  private let records: [String: [ValuesRecord]]

  /// Creates a library whose files of the years are all delivered, but for the missing ones, which
  /// are given as `loans/2019/west`.
  public init(
    loans: String = "", visits: String = "", ledger: String = "", years: [Int] = [2018, 2019],
    missing: Set<String> = []
  ) throws {
    datasets = try [ValuesLibrary.loans(), ValuesLibrary.visits(), ValuesLibrary.ledger()]
    dimensions = [
      Dimension(
        name: "age", dataset: "loans", birthColumn: "born", referenceColumn: "date",
        bands: [
          AgeBand(slug: "young", label: "0 - 17", ages: 0...17),
          AgeBand(slug: "adult", label: "18 and over", ages: 18...130),
        ])
    ]
    records = [
      "loans": ValuesRecord.read(loans), "visits": ValuesRecord.read(visits),
      "ledger": ValuesRecord.read(ledger),
    ]
    books = years.flatMap { year in
      (ValuesLibrary.parts.map { ($0.dataset, $0.part) })
        .filter { !missing.contains("\($0.0)/\(year)/\($0.1)") }
        .map { ValuesLibrary.book($0.0, year, $0.1) }
    }
  }

  /// A catalog of indicators over these datasets.
  public func catalog(_ indicators: [Indicator]) -> IndicatorCatalog {
    IndicatorCatalog(indicators: indicators, datasets: datasets, dimensions: dimensions)
  }

  /// What an engine gives for a plan.
  public func outcome(of plan: Plan) -> PlanOutcome {
    PlanOutcome(
      results: ValuesEngine(records: records, datasets: datasets, dimensions: dimensions)
        .results(of: plan),
      findings: [], books: books)
  }

  /// The value of a cell, computed from a plan that was made for this cell alone.
  public func value(
    of indicators: [Indicator], _ query: CellQuery, shareOver dimensions: [String] = []
  ) -> IndicatorValue {
    let catalog = catalog(indicators)
    let plan = Plan(IndicatorValues.aggregates(for: query, shareOver: dimensions, in: catalog))
    let values = values(of: indicators, plan)
    return dimensions.isEmpty ? values.value(query) : values.share(query, over: dimensions)
  }

  /// The values that a plan gives.
  public func values(of indicators: [Indicator], _ plan: Plan) -> IndicatorValues {
    IndicatorValues(
      catalog: catalog(indicators), results: outcome(of: plan).results,
      coverage: DeliveryCoverage(books: books, datasets: datasets))
  }
}

extension ValuesLibrary {
  private static let parts: [(dataset: String, part: String)] =
    ["north", "south", "west"].map { ("loans", $0) }
    + (1...12).map { ("visits", $0 < 10 ? "0\($0)" : "\($0)") } + [("ledger", "")]

  private static func book(_ dataset: String, _ year: Int, _ part: String) -> DeliveryBooks {
    DeliveryBooks(
      dataset: dataset, file: "\(dataset)/\(year)/\(part).csv", year: year, part: part,
      byteCount: 0, recordsRead: 0, recordsCounted: 0, setApart: [], outsidePeriod: 0)
  }

  private static func loans() throws -> DatasetSchema {
    schema(
      "loans", "Loans", .perMember(column: "branch", members: ["north", "south", "west"]),
      [
        column("branch", .code(try list("branch", ["north", "south", "west", "east"]))),
        column("kind", .code(try list("kind", ["book", "film", "game"]))),
        column(
          "topics",
          .codes(try list("topic", ["art", "sea", "war"]), separator: UInt8(ascii: "|"))),
        column("language", .openCode(list: "language")),
        column("reader", .identifier(try reader())),
        column("date", .date(.iso)), column("returned", .date(.iso)), column("born", .date(.iso)),
        column("pages", .integer(IntegerNotation())),
        column("fine", .decimal(DecimalNotation())),
      ])
  }

  private static func visits() throws -> DatasetSchema {
    schema(
      "visits", "Visits", .perMonth,
      [
        column("reader", .identifier(try reader())), column("date", .date(.iso)),
        column("branch", .code(try list("branch", ["north", "south", "west", "east"]))),
      ])
  }

  private static func ledger() throws -> DatasetSchema {
    schema(
      "ledger", "Ledger", .single(name: "ledger"),
      [
        column("item", .code(try list("item", ["seats", "hours", "events"]))),
        column("date", .date(.iso)), column("amount", .decimal(DecimalNotation())),
      ], isKeptByHand: true)
  }

  private static func schema(
    _ name: String, _ title: String, _ naming: DeliveryNaming, _ columns: [Column],
    isKeptByHand: Bool = false
  ) -> DatasetSchema {
    DatasetSchema(
      name: name, title: title, system: "desk", isKeptByHand: isKeptByHand,
      dialect: Dialect(delimiter: UInt8(ascii: ";")), naming: naming, columns: columns,
      primaryKey: nil, eventColumn: "date", location: SourceLocation(file: "datapackage.yaml"))
  }

  private static func column(_ name: String, _ type: ColumnType) -> Column {
    Column(name: name, type: type, isRequired: false, isPublic: false)
  }

  /// A code list whose labels are its slugs with a capital.
  private static func list(_ name: String, _ slugs: [String]) throws -> CodeList {
    try CodeList(
      name: name, title: name, codes: slugs.map { Code(slug: $0, label: $0.capitalizedWord) })
  }

  private static func reader() throws -> IdentifierPattern {
    guard let pattern = IdentifierPattern("R[0-9]{1}") else { throw ValuesError.pattern }
    return pattern
  }
}

/// Why a library cannot be made.
public enum ValuesError: Error {
  /// The identifier pattern is not one.
  case pattern

  /// There is no such period.
  case period
}

extension String {
  /// The word with a capital.
  var capitalizedWord: String {
    prefix(1).uppercased() + dropFirst()
  }
}
