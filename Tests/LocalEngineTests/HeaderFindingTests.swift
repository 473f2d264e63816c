import Exports
import Findings
import Indicators
import LocalEngine
import Schemas
import TestSupport
import Testing

@Suite struct HeaderFindingTests {
  private let loans = ExportSchema.dataset(
    "loans",
    [
      ExportSchema.identifier("loan"), ExportSchema.date("day"),
      ExportSchema.column("copies", .integer(IntegerNotation())),
      ExportSchema.column("note", .text, isPublic: false),
    ], key: "loan", event: "day")

  private func run(_ text: String) throws -> (findings: [String], isUsable: Bool, counted: Int) {
    let folder = try ExportFolder(["loans/2019/all.csv": text])
    let deliveries = try DeliveryFolder(path: folder.path, schemas: [loans]).deliveries()
    let engine = LocalEngine(schemas: [loans], dimensions: [], jobs: 1, progress: nil)
    do throws(EngineError) {
      let outcome = try engine.run(Plan([]), over: deliveries.deliveries)
      return (outcome.findings.map(\.description), true, outcome.books[0].recordsCounted)
    } catch {
      guard case .unusable(let findings, _) = error else { throw error }
      return (findings.map(\.description), false, 0)
    }
  }

  @Test(arguments: [
    (
      "loan,day,copies,note\nL0001,2019-01-01,1,x\n",
      """
      loans/2019/all.csv:1:1: error: has 1 column divided by ';', expected 4; with ',' there are 4 \
      [wrong-dialect]
        fix: export the file again with ';' between fields
      """
    ),
    (
      "sep=;\nloan;day;copies;note\n",
      """
      loans/2019/all.csv:1:1: error: begins with 'sep=' as Excel writes it, expected the header in \
      the first line [wrong-dialect]
        fix: remove the first line
      """
    ),
    (
      "Loans of 2019\n\nloan;day;copies;note\n",
      """
      loans/2019/all.csv:1:1: error: is not the header, which was found in line 3, expected it in \
      line 1 [wrong-dialect]
        fix: remove the lines above the header
      """
    ),
    (
      "L0001;2019-01-01;1;x\n",
      """
      loans/2019/all.csv:1:1: error: has none of the 4 column names of 'loans', expected a header \
      [missing-header]
        fix: ask the library to deliver the file with its header
      """
    ),
    (
      "loan;dya;copies;note\n",
      """
      loans/2019/all.csv:1:6: error: column 'day' is not in the header, expected the 4 columns of \
      'loans' (nearest: 'dya') [missing-column]
        fix: ask the library for the column, or rename it in the header
      """
    ),
    (
      "loan;day;copies;note;Day \n",
      """
      loans/2019/all.csv:1:22: error: column 'Day ' is also column 2, expected each name once \
      [duplicate-column]
        fix: deliver the file again with one of the two
      """
    ),
  ])
  func `a file with a wrong header is not used`(_ text: String, _ finding: String) throws {
    let found = try run(text)
    #expect(!found.isUsable)
    #expect(found.findings.filter { !$0.contains("[unknown-column]") } == [finding])
  }

  @Test func `other columns are ignored and named once, in any order`() throws {
    let found = try run("extra;note;day;loan;more;copies\n1;x;2019-01-01;L0001;2;3\n")
    #expect(found.counted == 1)
    #expect(
      found.findings == [
        """
        loans/2019/all.csv:1:1: note: columns 'extra', 'more' ignored, expected the columns of \
        'loans' [unknown-column]
          fix: none if it is not used, otherwise declare it in the schema
        """
      ])
  }

  @Test func `an optional column that is missing is a note`() throws {
    let found = try run("loan;day;note\nL0001;2019-01-01;x\n")
    #expect(found.counted == 1)
    #expect(
      found.findings == [
        """
        loans/2019/all.csv:1:1: note: column 'copies' is not in the header, expected the 4 columns \
        of 'loans' [missing-column]
          fix: none if it is not used; its values are not available
        """
      ])
  }

  @Test func `a column without a name is ignored while it is empty`() throws {
    let found = try run("loan;day;copies;note;\nL0001;2019-01-01;1;x;\nL0002;2019-01-01;1;x;y\n")
    #expect(found.counted == 1)
    #expect(
      found.findings == [
        """
        loans/2019/all.csv:1:22: note: column 5 has no name, expected a name; it is ignored while \
        it is empty [unnamed-column]
          fix: remove the column, often a delimiter at the end of each line
        """,
        """
        loans/2019/all.csv:3:22: error: column 5 has no name and is filled, expected it to be \
        empty [unnamed-column]
          fix: name the column in the header
        """,
      ])
  }

  @Test func `a byte-order mark is no part of the first name`() throws {
    let found = try run("\u{FEFF}loan;day;copies;note\nL0001;2019-01-01;1;x\n")
    #expect(found.counted == 1)
    #expect(
      found.findings == [
        """
        loans/2019/all.csv:1:1: note: begins with a byte-order mark, expected none from the \
        library [unexpected-byte-order-mark]
          fix: none, the mark is not part of the first column's name
        """
      ])
  }

  @Test func `only a header is a file with zero records`() throws {
    let found = try run("loan;day;copies;note\n")
    #expect(found.isUsable)
    #expect(found.findings == [])
  }

  @Test func `all files are looked at before the run stops`() throws {
    let folder = try ExportFolder([
      "loans/2018/all.csv": "x\n", "loans/2019/all.csv": "loan;day;copies;note\nL0001;\"",
    ])
    let deliveries = try DeliveryFolder(path: folder.path, schemas: [loans]).deliveries()
    let engine = LocalEngine(schemas: [loans], dimensions: [], jobs: 2, progress: nil)
    do throws(EngineError) {
      _ = try engine.run(Plan([]), over: deliveries.deliveries)
      Issue.record("the run should have stopped")
    } catch {
      guard case .unusable(let findings, let books) = error else { throw error }
      #expect(findings.map(\.rule) == ["missing-header", "unterminated-quote"])
      #expect(books.count == 2)
    }
  }
}
