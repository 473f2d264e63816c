import Exports
import Findings
import Indicators
import LocalEngine
import Schemas
import TestSupport
import Testing

/// Every rule about a record, with its whole finding and what becomes of the record.
@Suite struct RecordFindingTests {
  private let loans = ExportSchema.dataset(
    "loans",
    [
      ExportSchema.identifier("loan"), ExportSchema.date("day"),
      ExportSchema.date("back", required: false), ExportSchema.code("branch", ["North", "South"]),
      ExportSchema.codes("topics", ["Art", "Law"]),
      ExportSchema.column(
        "copies", .integer(IntegerNotation(range: 0...999, probableRange: 0...99))),
      ExportSchema.column("note", .text, isPublic: false),
      ExportSchema.column("language", .openCode(list: "language")),
    ], key: "loan", event: "day",
    naming: .perMember(column: "branch", members: ["north", "south"]),
    rules: RecordRules(
      orders: [DateOrder(earlier: "day", later: "back")], emptyRecordColumns: ["loan", "day"],
      onlyWith: [FilledOnlyWith(column: "copies", other: "branch", codes: ["north"])]))

  private let header = "loan;day;back;branch;topics;copies;note;language\n"

  private func check(
    _ records: String, file: String = "loans/2019/north.csv"
  ) throws -> (findings: [String], books: DeliveryBooks) {
    let folder = try ExportFolder([file: header + records])
    let deliveries = try DeliveryFolder(path: folder.path, schemas: [loans]).deliveries()
    let outcome = try LocalEngine(schemas: [loans], dimensions: [], jobs: 1, progress: nil)
      .run(Plan([]), over: deliveries.deliveries)
    let books = outcome.books[0]
    #expect(
      books.recordsRead == books.recordsCounted + books.outsidePeriod
        + books.setApart.reduce(0) { $0 + $1.count })
    return (outcome.findings.map(\.description), books)
  }

  private let fix = "correct the field in the system of record and deliver the file again"

  @Test(arguments: [
    (
      "L0001;2019-01-01;;Nort;;;;",
      """
      2:19: error: branch is 'Nort', expected one of the 2 codes of code list 'branch' \
      (nearest: 'North') [unknown-code]
        fix: correct the field, or add this spelling as a variant of the code
      """
    ),
    (
      "L0001;2019-01-01;;North\u{200B};;;;",
      """
      2:19: error: branch holds U+200B, expected characters that can be seen [hidden-character]
        fix: correct the field in the system of record and deliver the file again
      """
    ),
    (
      "L0001;2019-01-01;;  ;;;;",
      """
      2:19: error: branch is only blanks, expected a value [missing-value]
        fix: fill it in the system of record and deliver the file again
      """
    ),
    (
      "L0001;;;North;;;x;",
      """
      2:7: error: day is empty, expected a value [missing-value]
        fix: fill it in the system of record and deliver the file again
      """
    ),
    (
      "L001;2019-01-01;;North;;;;",
      """
      2:1: error: loan has 4 characters, expected an identifier of the form L[0-9]{4} \
      [bad-identifier]
        fix: deliver the identifier as it is in the system of record
      """
    ),
    (
      "l0001;2019-01-01;;North;;;;",
      """
      2:1: error: loan has 5 characters of another form, expected an identifier of the form \
      L[0-9]{4} [bad-identifier]
        fix: deliver the identifier as it is in the system of record
      """
    ),
    (
      "L0001;2019-02-29;;North;;;;",
      """
      2:7: error: day is '2019-02-29', a day that does not exist, expected a date yyyy-mm-dd from \
      1901 to 2199 [bad-date]
        fix: correct the field in the system of record and deliver the file again
      """
    ),
    (
      "L0001;01/03/2019;;North;;;;",
      """
      2:7: error: day is '01/03/2019', day and month first, expected a date yyyy-mm-dd from 1901 \
      to 2199 [bad-date]
        fix: correct the field in the system of record and deliver the file again
      """
    ),
    (
      "L0001;43830;;North;;;;",
      """
      2:7: error: day is '43830', which is 2019-12-31 as Excel counts days, expected a date \
      yyyy-mm-dd from 1901 to 2199 [bad-date]
        fix: correct the field in the system of record and deliver the file again
      """
    ),
    (
      "L0001;2019-01-01;;North;Art|Low;;;",
      """
      2:25: error: topics is 'Low', expected one of the 2 codes of code list 'topics' \
      (nearest: 'Law') [unknown-code]
        fix: correct the field, or add this spelling as a variant of the code
      """
    ),
    (
      "L0001;2019-01-01;;North;;+5;;",
      """
      2:26: error: copies is '+5', expected a whole number [bad-number]
        fix: correct the field in the system of record and deliver the file again
      """
    ),
    (
      "L0001;2019-01-01;;North;;1000;;",
      """
      2:26: error: copies is '1000', expected a number from 0 to 999 [out-of-range]
        fix: correct the field in the system of record and deliver the file again
      """
    ),
    (
      "L0001;2019-01-01;;South;;5;;",
      """
      2:26: error: copies is filled, expected it to be filled only where branch is 'North' \
      [filled-only-with]
        fix: correct the field in the system of record and deliver the file again
      """
    ),
    (
      "L0001;2019-01-02;2019-01-01;North;;;;",
      """
      2:18: error: back lies before day, expected the same day or a later one [date-order]
        fix: correct the field in the system of record and deliver the file again
      """
    ),
    (
      "L0001;2019-01-01;;North;;;\"call\n85.07.30-033.28\";",
      """
      2:27: error: note holds what is a national register number, expected no personal data \
      [personal-data]
        fix: remove it in the system of record and deliver the file again
      """
    ),
    (
      "L0001;2019-01-01;;85.07.30-033.28;;;;",
      """
      2:19: error: branch holds what is a national register number, expected no personal data \
      [personal-data]
        fix: remove it in the system of record and deliver the file again
      """
    ),
    (
      "L0001;2019-01-01;;North;;;;05010100113",
      """
      2:28: error: language holds what is a national register number, expected no personal data \
      [personal-data]
        fix: remove it in the system of record and deliver the file again
      """
    ),
    (
      "\u{FEFF}loan;day;back;branch;topics;copies;note;language",
      """
      2:1: error: is the header again, expected a record [repeated-header]
        fix: look whether the file was put together from several
      """
    ),
    (
      "L0001;2019-01-01;;North;;;;BelgiÃ«",
      """
      2:28: error: language is 'BelgiÃ«' as if UTF-8 had been read as Windows-1252, expected \
      'België' [mojibake]
        fix: correct the field in the system of record and deliver the file again
      """
    ),
    (
      "loan;day;back;branch;topics;copies;note;language",
      """
      2:1: error: is the header again, expected a record [repeated-header]
        fix: look whether the file was put together from several
      """
    ),
    (
      ";;;;;;;",
      """
      2:1: warning: has only delimiters, expected a record [blank-record]
        fix: remove the line; it is not counted
      """
    ),
    (
      "L0001;2019-01-01;;;;;;",
      """
      2:1: warning: has only loan and day, expected a record with other fields filled \
      [empty-record]
        fix: complete or remove it in the system of record; it is not counted
      """
    ),
    (
      "L0001;2019-01-01;;North;;;a\u{0}b;",
      """
      2:27: error: note holds U+0000, expected characters that can be seen [hidden-character]
        fix: correct the field in the system of record and deliver the file again
      """
    ),
    (
      "L0001;2019-01-01;;North;;;a\rb;",
      """
      2:27: error: field 7 holds a carriage return, expected one in quotes only [carriage-return]
        fix: quote the field, or remove the carriage return
      """
    ),
  ])
  func `a record with an error is set apart`(_ record: String, _ finding: String) throws {
    let (findings, books) = try check(record + "\nL0002;2019-01-01;;North;;;;\n")
    #expect(findings == ["loans/2019/north.csv:" + finding])
    #expect(books.recordsRead == 2)
    #expect(books.recordsCounted == 1)
    #expect(books.setApart.count == 1)
  }

  @Test(arguments: [
    (
      "L0001;2019-01-01;;South;;;;",
      """
      2:19: warning: branch is 'South', expected 'North' as the file's name says [wrong-member]
        fix: look whether the file is in its place; the record counts where its field says
      """
    ),
    (
      "L0001;2019-01-01;;North;;100;;",
      """
      2:26: warning: copies is '100', expected a number from 0 to 99 [improbable-value]
        fix: correct the field if it is wrong; it was used as it is
      """
    ),
    (
      "L0001;2019-01-01;;North;Art||Law;;;",
      """
      2:25: warning: topics has an empty part, expected codes divided by '|' [empty-part]
        fix: none for the figures; the empty part is not counted
      """
    ),
    (
      "L0001;2019-01-01;;North;Art|Art;;;",
      """
      2:25: warning: topics has the same code twice, expected each code once [repeated-part]
        fix: none for the figures; the code is counted once
      """
    ),
    (
      "L0001;2019-01-01;;North;;;a\u{202E}b;",
      """
      2:27: warning: note holds U+202E, expected characters that can be seen [hidden-character]
        fix: none for the figures; remove it in the system of record
      """
    ),
  ])
  func `a record with a warning is counted`(_ record: String, _ finding: String) throws {
    let (findings, books) = try check(record + "\n")
    #expect(findings == ["loans/2019/north.csv:" + finding])
    #expect(books.recordsCounted == 1)
  }

  @Test func `a date in a year that was not delivered counts nowhere`() throws {
    let (findings, books) = try check("L0001;2018-12-31;;North;;;;\n")
    #expect(
      findings == [
        """
        loans/2019/north.csv:2:7: warning: day is '2018-12-31', expected a date in 2019 \
        [outside-file-period]
          fix: move the record to the delivery of 2018; it counts nowhere, because 2018 was not \
        delivered
        """
      ])
    #expect(books.outsidePeriod == 1)
    #expect(books.recordsCounted == 0)
  }

  @Test func `the place is right after quoted line breaks and accents`() throws {
    let (findings, _) = try check(
      "L0001;2019-01-01;;North;;;\"é\n;\r\n;\";Dari\nL0002;2019-01-01;;North;;;é;\u{200B}\n")
    #expect(findings.count == 1)
    #expect(findings[0].hasPrefix("loans/2019/north.csv:5:29: error: language holds U+200B"))
  }

  @Test func `a cut-off last record is noticed`() throws {
    let (findings, books) = try check("L0001;2019-01-01;;North;;;;\nL0002;2019-01;;Nor;;;;")
    #expect(books.recordsCounted == 1)
    #expect(
      findings.contains(
        """
        loans/2019/north.csv:3:1: warning: the last record cannot be counted and has no line end, \
        expected a complete record [possibly-truncated]
          fix: look whether the export was written completely
        """))
  }

  @Test func `spellings of codes are noted once with their count`() throws {
    let (findings, books) = try check(
      "L0001;2019-01-01;;NORTH;;;;\nL0002;2019-01-01;;\u{A0}North ;;;;\n"
        + "L0003;2019-01-01;;NORTH;;;;\n")
    #expect(
      findings == [
        """
        loans/2019/north.csv: note: branch is written 'NORTH' in 2 records, expected 'North' \
        [variant-spelling]
          fix: none, the spelling is read as the code
        """,
        """
        loans/2019/north.csv: note: branch is written '\u{A0}North ' in 1 record, expected 'North' \
        [variant-spelling]
          fix: none, the spelling is read as the code
        """,
      ])
    #expect(books.recordsCounted == 3)
  }

  @Test func `no value of a column that is not public is in a finding`() throws {
    let (findings, _) = try check(
      "MERK99;2019-01-01;;North;;;85073003328 MERK;\n" + "L0001;2019-01-01;;North;;;MERK\u{0};\n")
    #expect(findings.count == 3)
    #expect(!findings.joined().contains("MERK"))
    #expect(!findings.joined().contains("85073003328"))
  }
}
