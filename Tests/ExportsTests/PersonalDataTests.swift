import Exports
import Findings
import Schemas
import TestSupport
import Testing

@Suite struct PersonalDataTests {
  private func rules(_ text: String) throws -> [String] {
    let schema = ExportSchema.dataset(
      "notes", [ExportSchema.date("day"), ExportSchema.column("note", .text, isPublic: false)],
      event: "day")
    let folder = try ExportFolder()
    let path = try folder.write("day;note\n2019-01-01;\(text)\n", to: "2019/notes.csv")
    return RecordReader(path: path, schema: schema).read { _ in }.findings.map(\.rule)
  }

  @Test(arguments: [
    "85.07.30-033.28", "mail to jan@example.org.", "a.b-c@mail.example.org", "+32 470 12 34 56",
    "call 0470 12 34 56", "03/123.45.67",
  ])
  func `what is personal by its form is an error`(text: String) throws {
    #expect(try rules(text) == ["personal-data"])
  }

  @Test(arguments: [
    "01/02/2019 10:30", "1.234.567.890", "0123456789", "a @ b", "file 12345678901", "at 10@20",
    "01-02-2019 10",
  ])
  func `other numbers and signs are not`(text: String) throws {
    #expect(try rules(text) == [])
  }
}
