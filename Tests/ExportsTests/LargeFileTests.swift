import Exports
import Findings
import Foundation
import Schemas
import TestSupport
import Testing

/// Places that do not fit in 32 bits, in a file that has a hole instead of the records before them.
@Suite struct LargeFileTests {
  private let visits = ExportSchema.dataset(
    "visits", [ExportSchema.date("day"), ExportSchema.code("branch", ["North", "South"])],
    event: "day", naming: .perMember(column: "branch", members: ["north", "south"]))

  @Test
  func `a record beyond five gibibytes is read, and lines beyond two thousand million counted`()
    throws
  {
    let folder = try ExportFolder(["visits/2019/north.csv": "day;branch\n"])
    let path = "\(folder.path)/visits/2019/north.csv"
    let start = 5 << 30
    let records = Data("2019-01-01;North\n2019-13-01;North\n2019-01-02;North\n".utf8)
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.truncate(atOffset: UInt64(start))
    try file.seek(toOffset: UInt64(start))
    try file.write(contentsOf: records)
    try file.close()

    let delivery = Delivery(
      dataset: "visits", path: path, file: "visits/2019/north.csv", year: 2019, part: "north")
    var task = ChunkTask(delivery, size: start + records.count, ordinal: 1, from: start)
    task.firstLine = 3_000_000_000
    let context = DatasetContext(schema: visits, deliveredYears: [2019], openLists: OpenLists())
    var reader = DatasetReader(context, buffers: ScanBuffers())
    var counted = 0
    let report = reader.read(task) { counted += $0.count }
    #expect(task.length == records.count)
    #expect(counted == 2)
    let findings = try #require(DeliveryReport([report], schema: visits)).findings
    let bad = findings.filter { $0.rule == "bad-date" }
    #expect(bad.map(\.location.line) == [3_000_000_001])
    #expect(bad.map(\.location.column) == [1])
  }
}
