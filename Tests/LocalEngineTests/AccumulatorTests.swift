import Exports
import Findings
import Indicators
import LocalEngine
import Schemas
import TestSupport
import Testing

/// Holds every accumulator against a plain computation over random records.
@Suite struct AccumulatorTests {
  private struct Loan {
    var key: Int
    var person: Int
    var day: CalendarDate
    var back: CalendarDate?
    var branch: Int
    var topics: [Int]
    var language: Int
    var copies: Int?
    var born: CalendarDate?
  }

  private static let branches = ["North", "South", "East"]
  private static let topics = ["Art", "Law", "Sport"]
  private static let languages = ["Syrisch", "SYRISCH", "Fries", "Frïes ", "Dari"]
  private static let languageKeys = ["syrisch", "syrisch", "fries", "fries", "dari"]

  /// Persons of 3 digits are keys of the engine's tables themselves, those of 16 have to be numbered.
  private static let personDigits = [3, 16]

  private static let otherColumns = [
    ExportSchema.date("day"), ExportSchema.date("back", required: false),
    ExportSchema.code("branch", branches, required: false),
    ExportSchema.codes("topics", topics),
    ExportSchema.column("language", .openCode(list: "language")),
    ExportSchema.column("copies", .integer(IntegerNotation())),
    ExportSchema.date("born", required: false, isPublic: false),
  ]

  private let bands = [
    AgeBand(slug: "young", label: "Young", ages: 0...17),
    AgeBand(slug: "old", label: "Old", ages: 18...200),
  ]

  private func schema(_ name: String, _ personDigits: Int) -> DatasetSchema {
    ExportSchema.dataset(
      name,
      [
        ExportSchema.identifier("loan", "L[0-9]{5}"),
        ExportSchema.identifier("person", "P[0-9]{\(personDigits)}"),
      ] + Self.otherColumns, key: "loan", event: "day")
  }

  private func loans(_ count: Int, from key: Int) -> [Loan] {
    (0..<count).map { index in
      let day = Int32.random(in: 17_532..<18_262)  // 2018 and 2019
      let back = Int32.random(in: 0..<60)
      return Loan(
        key: key + index, person: Int.random(in: 0..<60),
        day: CalendarDate(daysSince1970: day),
        back: Bool.random() ? CalendarDate(daysSince1970: day + back) : nil,
        branch: Int.random(in: 0...3) - 1, topics: (0..<3).filter { _ in Bool.random() },
        language: Int.random(in: 0..<5), copies: Bool.random() ? Int.random(in: 0..<9) : nil,
        born: Bool.random() ? CalendarDate(daysSince1970: Int32.random(in: 5000..<15_000)) : nil)
    }
  }

  private func export(_ loans: [Loan], year: Int, _ personDigits: Int) -> String {
    "loan;person;day;back;branch;topics;language;copies;born\n"
      + loans.filter { $0.day.year == year }.map { loan in
        [
          "L\(String(100_000 + loan.key).dropFirst())",
          "P" + String(repeating: "0", count: personDigits - 3)
            + String(1000 + loan.person).dropFirst(),
          loan.day.description, loan.back?.description ?? "",
          loan.branch < 0 ? "" : Self.branches[loan.branch],
          loan.topics.map { Self.topics[$0] }.joined(separator: "|"),
          Self.languages[loan.language], loan.copies.map { "\($0)" } ?? "",
          loan.born?.description ?? "",
        ].joined(separator: ";")
      }.joined(separator: "\n") + "\n"
  }

  private func run(
    _ aggregate: Aggregate, _ first: [Loan], _ second: [Loan], personDigits: Int = 3
  ) throws -> [[String]: AggregateValue] {
    let folder = try ExportFolder()
    for (name, loans) in [("first", first), ("second", second)] {
      for year in [2018, 2019] {
        try folder.write(export(loans, year: year, personDigits), to: "\(name)/\(year)/all.csv")
      }
    }
    let schemas = [schema("first", personDigits), schema("second", personDigits)]
    let deliveries = try DeliveryFolder(path: folder.path, schemas: schemas).deliveries()
    let age = Dimension(
      name: "age", dataset: "first", birthColumn: "born", referenceColumn: "day", bands: bands)
    let outcome = try LocalEngine(schemas: schemas, dimensions: [age], jobs: 2, progress: nil)
      .run(Plan([aggregate]), over: deliveries.deliveries)
    #expect(outcome.findings.filter { $0.severity != .note } == [])
    return try #require(outcome.results.table(aggregate)).rows
  }

  private func keys(_ loan: Loan, _ groups: [Group]) -> [[String]] {
    groups.reduce([[]]) { keys, group in
      keys.flatMap { key in members(loan, group).map { key + [$0] } }
    }
  }

  private func members(_ loan: Loan, _ group: Group) -> [String] {
    switch group {
    case .eventYear: return ["\(loan.day.year)"]
    case .eventMonth: return [String(loan.day.description.prefix(7))]
    case .dimension("branch"):
      return [loan.branch < 0 ? "" : Self.branches[loan.branch].lowercased()]
    case .dimension("topics"):
      return loan.topics.isEmpty ? [""] : loan.topics.map { Self.topics[$0].lowercased() }
    case .dimension("language"): return [Self.languageKeys[loan.language]]
    default: return [age(loan)]
    }
  }

  private func age(_ loan: Loan) -> String {
    guard let born = loan.born?.components else { return "" }
    let day = loan.day.components
    let hadBirthday = (day.month, day.day) >= (born.month, born.day)
    return day.year - born.year - (hadBirthday ? 0 : 1) >= 18 ? "old" : "young"
  }

  private func spread(_ loans: [Loan], _ groups: [Group]) -> [[String]: [Loan]] {
    var spread: [[String]: [Loan]] = [:]
    for loan in loans { for key in keys(loan, groups) { spread[key, default: []].append(loan) } }
    return spread
  }

  private static let groupings: [[Group]] = [
    [], [.eventYear], [.eventMonth], [.eventYear, .dimension("branch")], [.dimension("language")],
    [.dimension("topics"), .dimension("age")], [.dimension("language"), .dimension("topics")],
  ]

  @Test(arguments: groupings) func `records are counted`(_ groups: [Group]) throws {
    let loans = loans(700, from: 0)
    let rows = try run(Aggregate(RecordSource(dataset: "first"), by: groups, .count), loans, [])
    #expect(
      rows
        == spread(loans, groups).mapValues {
          AggregateValue(amount: $0.count, contributors: $0.count)
        })
  }

  @Test(arguments: groupings) func `numbers are added up`(_ groups: [Group]) throws {
    let loans = loans(700, from: 0)
    let aggregate = Aggregate(
      RecordSource(dataset: "first"), by: groups, .sum(column: "copies"))
    let expected = spread(loans, groups).mapValues { loans in
      let copies = loans.compactMap(\.copies)
      return AggregateValue(amount: copies.reduce(0, +), contributors: copies.count)
    }
    #expect(try run(aggregate, loans, []) == expected)
  }

  @Test(arguments: groupings, personDigits) func `persons are counted once in each cell`(
    _ groups: [Group], _ personDigits: Int
  ) throws {
    let loans = loans(700, from: 0)
    let aggregate = Aggregate(
      RecordSource(dataset: "first"), by: groups, .distinct(column: "person"))
    let expected = spread(loans, groups).mapValues { loans in
      let persons = Set(loans.map(\.person)).count
      return AggregateValue(amount: persons, contributors: persons)
    }
    #expect(try run(aggregate, loans, [], personDigits: personDigits) == expected)
  }

  @Test(arguments: groupings, personDigits)
  func `persons who are also in another dataset are counted once`(
    _ groups: [Group], _ personDigits: Int
  ) throws {
    for sameYear in [true, false] {
      let (loans, others) = (loans(300, from: 0), loans(40, from: 0))
      let aggregate = Aggregate(
        RecordSource(dataset: "first"), by: groups,
        .distinctAlso(
          column: "person", in: RecordSource(dataset: "second"), otherColumn: "person",
          sameYear: sameYear))
      let expected = spread(loans, groups).mapValues { loans in
        let found = loans.filter { loan in
          others.contains {
            $0.person == loan.person && (!sameYear || $0.day.year == loan.day.year)
          }
        }
        let persons = Set(found.map(\.person)).count
        return AggregateValue(amount: persons, contributors: persons)
      }
      #expect(try run(aggregate, loans, others, personDigits: personDigits) == expected)
    }
  }

  @Test(arguments: groupings) func `days between two dates of a record are added up`(
    _ groups: [Group]
  ) throws {
    let loans = loans(700, from: 0)
    let aggregate = Aggregate(
      RecordSource(dataset: "first"), by: groups, .days(from: "day", to: "back"))
    let expected = spread(loans, groups).mapValues { loans in
      let days = loans.compactMap { loan in
        loan.back.map { Int($0.daysSince1970 - loan.day.daysSince1970) }
      }
      return AggregateValue(amount: days.reduce(0, +), contributors: days.count)
    }
    #expect(try run(aggregate, loans, []) == expected)
  }

  @Test(arguments: groupings) func `days to a person's first record elsewhere are added up`(
    _ groups: [Group]
  ) throws {
    let (loans, others) = (loans(300, from: 0), loans(80, from: 0))
    let aggregate = Aggregate(
      RecordSource(dataset: "first"), by: groups,
      .daysToFirst(
        column: "person", in: RecordSource(dataset: "second"), otherColumn: "person"))
    let firsts = Dictionary(grouping: loans, by: \.person).values.compactMap { loans in
      loans.min { ($0.day, $0.key) < ($1.day, $1.key) }
    }
    let expected = spread(firsts, groups).mapValues { loans in
      let days = loans.compactMap { loan in
        others.filter { $0.person == loan.person && $0.day >= loan.day }.map(\.day).min()
          .map { Int($0.daysSince1970 - loan.day.daysSince1970) }
      }
      return AggregateValue(amount: days.reduce(0, +), contributors: days.count)
    }
    #expect(try run(aggregate, loans, others) == expected)
  }

  @Test(arguments: [[], [.eventYear], [.eventMonth]] as [[Group]])
  func `persons who occur under several members are counted once`(_ groups: [Group]) throws {
    let loans = loans(400, from: 0)
    let members = [0, 2]
    let aggregate = Aggregate(
      RecordSource(dataset: "first"), by: groups,
      .distinctInSeveral(
        column: "person", dimension: "branch",
        members: members.map { Self.branches[$0].lowercased() }))
    let counted = loans.filter { members.contains($0.branch) }
    let expected = spread(counted, groups).mapValues { loans in
      let several = Dictionary(grouping: loans, by: \.person).values.count { own in
        Set(own.map(\.branch)).count > 1
      }
      return AggregateValue(amount: several, contributors: several)
    }
    #expect(try run(aggregate, loans, []) == expected)
  }

  @Test func `selections keep the records that satisfy every condition`() throws {
    let loans = loans(700, from: 0)
    let day = CalendarDate(daysSince1970: 17_900)
    let last = CalendarDate(daysSince1970: 18_100)
    let conditions: [(Condition, (Loan) -> Bool)] = [
      (.member(dimension: "branch", of: ["north", ""]), { $0.branch <= 0 }),
      (.member(dimension: "topics", of: ["art", "law"]), { $0.topics.contains { $0 < 2 } }),
      (.member(dimension: "topics", of: [""]), { $0.topics.isEmpty }),
      (.member(dimension: "language", of: ["fries"]), { (2...3).contains($0.language) }),
      (.member(dimension: "age", of: ["young"]), { self.age($0) == "young" }),
      (.filled(column: "copies"), { $0.copies != nil }),
      (.filled(column: "born"), { $0.born != nil }),
      (
        .running(from: "day", until: "back", on: day),
        { $0.day <= day && ($0.back.map { $0 > day } ?? true) }
      ),
      (.event(from: day, through: last), { $0.day >= day && $0.day <= last }),
    ]
    for (index, (condition, isKept)) in conditions.enumerated() {
      let (other, isKeptToo) = conditions[(index + 1) % conditions.count]
      let selection = Selection([condition, other])
      let rows = try run(
        Aggregate(
          RecordSource(dataset: "first", selection: selection), by: [.eventYear], .count), loans, []
      )
      let kept = loans.filter { isKept($0) && isKeptToo($0) }
      let expected = spread(kept, [.eventYear]).mapValues {
        AggregateValue(amount: $0.count, contributors: $0.count)
      }
      #expect(rows == expected, "\(condition)")
    }
  }
}
