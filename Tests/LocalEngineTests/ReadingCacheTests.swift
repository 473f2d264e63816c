import Exports
import Findings
import Indicators
import LocalEngine
import Schemas
import Synchronization
import TestSupport
import Testing

/// What was kept changes no result, whatever became of it.
@Suite struct ReadingCacheTests {
  /// A cache in memory, whose entries a test may change.
  private final class Memory: ReadingCache {
    private let entries = Mutex<[ReadingPiece: [UInt8]]>([:])
    private let given = Mutex(0)
    let change: @Sendable ([UInt8]) -> [UInt8]?

    init(_ change: @escaping @Sendable ([UInt8]) -> [UInt8]? = { $0 }) { self.change = change }

    var count: Int { entries.withLock(\.count) }
    var takenCount: Int { given.withLock { $0 } }
    var longest: Int { entries.withLock { $0.values.map(\.count).max() ?? 0 } }

    func entry(for piece: ReadingPiece) -> [UInt8]? {
      let entry = entries.withLock { $0[piece] }.flatMap(change)
      if entry != nil { given.withLock { $0 += 1 } }
      return entry
    }

    func keep(_ entry: [UInt8], for piece: ReadingPiece) {
      entries.withLock { $0[piece] = entry }
    }

    /// Forgets pieces.
    func forget(_ isForgotten: (ReadingPiece) -> Bool) {
      entries.withLock { $0 = $0.filter { !isForgotten($0.key) } }
    }

    /// The same entries, changed when they are taken.
    func changed(_ change: @escaping @Sendable ([UInt8]) -> [UInt8]?) -> Memory {
      let other = Memory(change)
      let own = entries.withLock { $0 }
      other.entries.withLock { $0 = own }
      return other
    }
  }

  private let members = ExportSchema.dataset(
    "members", [ExportSchema.identifier("member", "M[0-9]{4}"), ExportSchema.date("joined")],
    key: "member", event: "joined", naming: .perMonth)

  private let loans = ExportSchema.dataset(
    "loans",
    [
      ExportSchema.identifier("loan", "L[0-9]{4}"), ExportSchema.identifier("member", "M[0-9]{4}"),
      ExportSchema.date("day"), ExportSchema.date("back", required: false),
      ExportSchema.column("language", .openCode(list: "language")),
      ExportSchema.code("first", ["Yes", "No"]), ExportSchema.codes("topics", ["Art", "Law"]),
      ExportSchema.column("copies", .integer(IntegerNotation())),
    ], key: "loan", event: "day", naming: .perMonth,
    rules: RecordRules(
      references: [Reference(column: "member", dataset: "members")],
      marks: [UniqueMark(column: "first", code: "yes", person: "member")]))

  private var aggregates: [Aggregate] {
    let source = RecordSource(dataset: "loans")
    return [
      Aggregate(source, by: [.eventMonth], .count),
      Aggregate(source, by: [.eventYear, .dimension("language")], .distinct(column: "member")),
      Aggregate(source, by: [.dimension("topics")], .count),
      Aggregate(source, by: [.eventYear], .distinct(column: "language")),
      Aggregate(source, by: [.eventYear], .sum(column: "copies")),
      Aggregate(source, by: [.dimension("first")], .days(from: "day", to: "back")),
      Aggregate(
        RecordSource(dataset: "members"), by: [.eventYear],
        .distinctAlso(
          column: "member", in: source, otherColumn: "member", sameYear: true)),
      Aggregate(
        RecordSource(dataset: "members"), by: [.eventYear],
        .daysToFirst(column: "member", in: source, otherColumn: "member")),
    ]
  }

  /// Twelve months with records that are set apart, spellings of all kinds, keys twice, members that
  /// are not there and second marks.
  private func folder() throws -> ExportFolder {
    let folder = try ExportFolder()
    let languages = ["Dari", "dari", "Frans", "FRANS", "F\u{61}\u{301}rs", "", "Pashto"]
    for month in 1...12 {
      let name = "2019-\(month < 10 ? "0" : "")\(month)"
      let lines = (0..<40).map { index in
        let key = 1000 + (month * 40 + index) % 470
        let day = index == 3 ? "99" : "1\(index % 9)"
        return "L\(key);M\(2000 + (index * month) % 90);\(name)-\(day);"
          + "\(index % 2 == 0 ? "2020-01-0\(index % 9 + 1)" : "");"
          + "\(languages[(index + month) % languages.count]);\(index % 9 == 0 ? "Yes" : "No");"
          + "\(["Art", "Art|Law", ""][index % 3]);\(index)\n"
      }
      try folder.write(
        "loan;member;day;back;language;first;topics;copies\n" + lines.joined(),
        to: "loans/2019/\(name).csv")
      let joined = (0..<7).map { "M\(2000 + month * 7 + $0);\(name)-0\($0 + 1)\n" }
      try folder.write("member;joined\n" + joined.joined(), to: "members/2019/\(name).csv")
    }
    return folder
  }

  private func outcome(_ folder: ExportFolder, _ cache: (any ReadingCache)?) throws -> PlanOutcome {
    let schemas = [members, loans]
    let deliveries = try DeliveryFolder(path: folder.path, schemas: schemas).deliveries().deliveries
    return try LocalEngine(
      schemas: schemas, dimensions: [], jobs: 2, progress: nil, cache: cache
    ).run(Plan(aggregates), over: deliveries)
  }

  private func expectSame(_ outcome: PlanOutcome, _ other: PlanOutcome) {
    #expect(outcome.findings.sorted() == other.findings.sorted())
    #expect(outcome.books.sorted { $0.file < $1.file } == other.books.sorted { $0.file < $1.file })
    #expect(outcome.results.spellings == other.results.spellings)
    for aggregate in aggregates {
      #expect(outcome.results.table(aggregate) == other.results.table(aggregate))
    }
  }

  @Test func `what was kept gives what reading gives`() throws {
    let folder = try folder()
    let read = try outcome(folder, nil)
    for rule in ["duplicate-key", "unknown-reference", "second-mark", "bad-date"] {
      #expect(read.findings.contains { $0.rule == rule }, "\(rule) is among what is tried")
    }
    let cache = Memory()
    expectSame(try outcome(folder, cache), read)
    #expect(cache.count == 24)
    #expect(cache.takenCount == 0)
    expectSame(try outcome(folder, cache), read)
    #expect(cache.takenCount == 24)
  }

  @Test func `new files are read beside what was kept of the others`() throws {
    let folder = try folder()
    let cache = Memory()
    _ = try outcome(folder, cache)
    try folder.write(
      "loan;member;day;back;language;first;topics;copies\nL9999;M2010;2019-12-30;;Wolof;Yes;Law;7\n",
      to: "loans/2019/2019-12.csv")
    // A cache knows files by their content; this one forgets the one that changed.
    let partly = cache.changed { $0 }
    partly.forget { $0.delivery.file == "loans/2019/2019-12.csv" }
    expectSame(try outcome(folder, partly), try outcome(folder, nil))
    #expect(partly.takenCount == 23)
  }

  @Test func `entries that are cut off anywhere, or go on, are read again`() throws {
    let folder = try folder()
    let read = try outcome(folder, nil)
    let cache = Memory()
    _ = try outcome(folder, cache)
    for part in stride(from: 0, to: cache.longest, by: max(1, cache.longest / 60)) {
      expectSame(try outcome(folder, cache.changed { Array($0.prefix(part)) }), read)
    }
    expectSame(try outcome(folder, cache.changed { $0 + [1] }), read)
    expectSame(try outcome(folder, cache.changed { _ in Array(repeating: 255, count: 900) }), read)
  }
}
