import Exports
import Findings
import Indicators
import LocalEngine
import Schemas
import TestSupport
import Testing

@Suite struct IdentityTests {
  private let loans = ExportSchema.dataset(
    "loans",
    [
      ExportSchema.identifier("loan"), ExportSchema.identifier("person", "P[0-9]{3}"),
      ExportSchema.date("day"), ExportSchema.code("first", ["Yes", "No"], required: false),
      ExportSchema.identifier("book", "B[0-9]{3}", required: false),
    ], key: "loan", event: "day",
    rules: RecordRules(
      references: [Reference(column: "book", dataset: "books")],
      marks: [UniqueMark(column: "first", code: "yes", person: "person")]))

  private let books = ExportSchema.dataset(
    "books", [ExportSchema.identifier("book", "B[0-9]{3}"), ExportSchema.date("bought")],
    key: "book", event: "bought")

  private let total = Aggregate(RecordSource(dataset: "loans"), by: [], .count)

  private func run(_ files: [String: String]) throws -> (
    findings: [String], count: Int, books: [DeliveryBooks]
  ) {
    let folder = try ExportFolder(files)
    let deliveries = try DeliveryFolder(path: folder.path, schemas: [loans, books]).deliveries()
    let outcome = try LocalEngine(schemas: [loans, books], dimensions: [], jobs: 2, progress: nil)
      .run(Plan([total]), over: deliveries.deliveries)
    for books in outcome.books {
      #expect(
        books.recordsRead == books.recordsCounted + books.outsidePeriod
          + books.setApart.reduce(0) { $0 + $1.count })
    }
    let count = outcome.results.table(total)?.rows[[]]?.amount ?? 0
    return (outcome.findings.map(\.description), count, outcome.books)
  }

  @Test func `the same record twice is a warning and counts once`() throws {
    let found = try run([
      "loans/2019/all.csv": """
      loan;person;day;first;book
      L0001;P001;2019-01-01;No;
      L0002;P001;2019-01-01;No;
      L0001;P001;2019-01-01;No;

      """
    ])
    #expect(found.count == 2)
    #expect(
      found.findings == [
        """
        loans/2019/all.csv:4:1: warning: loan is also that of the record on line 2 with the same \
        content, expected a key used once [duplicate-key]
          fix: none, the record counts once
        """
      ])
    #expect(found.books[0].setApart == [RuleCount(rule: "duplicate-key", count: 1)])
  }

  @Test func `a key with other content sets all its records apart, in all years`() throws {
    let found = try run([
      "loans/2018/all.csv": "loan;person;day;first;book\nL0001;P001;2018-01-01;No;\n",
      "loans/2019/all.csv":
        "loan;person;day;first;book\nL0002;P001;2019-01-01;No;\nL0001;P002;2019-01-01;No;\n",
    ])
    #expect(found.count == 1)
    #expect(
      found.findings == [
        """
        loans/2018/all.csv:2:1: error: loan is also that of the record at loans/2019/all.csv:3, \
        expected a key used once [duplicate-key]
          fix: ask the library which of the records stands, and deliver the file again
        """,
        """
        loans/2019/all.csv:3:1: error: loan is also that of the record at loans/2018/all.csv:2, \
        expected a key used once [duplicate-key]
          fix: ask the library which of the records stands, and deliver the file again
        """,
      ])
    #expect(found.books.map(\.recordsCounted) == [0, 1])
  }

  @Test func `a reference to nothing is an error at the record that refers`() throws {
    let found = try run([
      "books/2019/all.csv": "book;bought\nB001;2019-01-01\n",
      "loans/2019/all.csv": """
      loan;person;day;first;book
      L0001;P001;2019-01-01;No;B001
      L0002;P001;2019-01-01;No;B002
      L0003;P001;2019-01-01;No;

      """,
    ])
    #expect(found.count == 2)
    #expect(
      found.findings == [
        """
        loans/2019/all.csv:3:26: error: book is not the key of a record of 'books', expected one \
        that was delivered [unknown-reference]
          fix: ask the library for the record, or correct the field
        """
      ])
  }

  @Test func `a second mark of a person is a warning and both records count`() throws {
    let found = try run([
      "loans/2018/all.csv": "loan;person;day;first;book\nL0001;P001;2018-01-01;Yes;\n",
      "loans/2019/all.csv": """
      loan;person;day;first;book
      L0002;P001;2019-01-01;No;
      L0003;P001;2019-01-01;yes;
      L0004;P002;2019-01-01;Yes;

      """,
    ])
    #expect(found.count == 4)
    #expect(
      found.findings.filter { !$0.contains("variant-spelling") } == [
        """
        loans/2019/all.csv:3:7: warning: person has the mark in first also in the record at \
        loans/2018/all.csv:2, expected it once [second-mark]
          fix: look which record is the first; both count as they are marked
        """
      ])
  }

  @Test func `a file with the content of another counts once`() throws {
    let text = "loan;person;day;first;book\nL0001;P001;2019-01-01;No;\n"
    let found = try run(["loans/2019/all.csv": text, "loans/2020/all.csv": text])
    #expect(found.count == 1)
    #expect(
      found.findings == [
        """
        loans/2020/all.csv: error: has the same content as loans/2019/all.csv, expected another \
        delivery [same-content]
          fix: ask for the right file, or remove the copy; its records count once
        """
      ])
    #expect(found.books[1].setApart == [RuleCount(rule: "same-content", count: 1)])
  }
}
