import Exports
import Findings
import Schemas
import TestSupport
import Testing

@Suite struct RecordReaderSchemaTests {
  private let visits = ExportSchema.dataset(
    "visits", [ExportSchema.date("day"), ExportSchema.code("branch", ["North", "South"])],
    event: "day", naming: .perMember(column: "branch", members: ["north", "south"]))

  private func read(_ text: String, at file: String) throws -> (findings: [String], isUsable: Bool)
  {
    let folder = try ExportFolder([file: text])
    let reader = RecordReader(path: "\(folder.path)/\(file)", schema: visits)
    var count = 0
    let (isUsable, findings) = reader.read { _ in count += 1 }
    #expect(count == 2)
    return (findings.map { $0.description.replacing("\(folder.path)/", with: "") }, isUsable)
  }

  @Test func `in its place a file is held against its year and member`() throws {
    let found = try read("day;branch\n2018-01-01;South\n", at: "visits/2019/north.csv")
    #expect(found.isUsable)
    #expect(
      found.findings == [
        """
        visits/2019/north.csv:2:1: warning: day is '2018-01-01', expected a date in 2019 \
        [outside-file-period]
          fix: move the record to the delivery of 2018; it counts nowhere, because 2018 was not \
        delivered
        """,
        """
        visits/2019/north.csv:2:12: warning: branch is 'South', expected 'North' as the file's \
        name says [wrong-member]
          fix: look whether the file is in its place; the record counts where its field says
        """,
      ])
  }

  @Test func `elsewhere only its fields are checked`() throws {
    let found = try read("day;branch\n2018-01-01;West\n", at: "download.csv")
    #expect(found.findings.count == 1)
    #expect(found.findings[0].hasPrefix("download.csv:2:12: error: branch is 'West'"))
  }
}
