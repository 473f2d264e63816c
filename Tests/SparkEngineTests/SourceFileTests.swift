import Exports
import Testing

import SparkEngine

@Suite struct SourceFileTests {
  /// A file as the rows about its blocks describe it.
  private func file(size: Int, _ rows: String...) throws -> SourceFile {
    var file = SourceFile(
      id: 0,
      Delivery(
        dataset: "loans", path: "", file: "loans/2023/a b.csv", year: 2023, part: "central"))
    for row in rows { try file.add(#require(ResultRow("kc|block|0|00|" + row))) }
    file.finishBlocks()
    return file
  }

  @Test func `lines are counted on from block to block, whatever their order`() throws {
    let file = try file(
      size: 30, "20|10|100|1|9|0|0|7|-1||0|0|0", "0|20|8589934592|2|18|0|0|5|8589934592|61|0|0|0")
    #expect(file.blocks.map(\.linesBefore) == [0, 2])
    #expect(file.headerLine == 1)
    #expect(file.headerBytes == Array("a".utf8))
  }

  @Test func `a byte-order mark and a missing line end show in the sizes`() throws {
    #expect(try file(size: 0, "0|10|0|1|9|0|0|5|0|61|0|0|0").hasByteOrderMark == false)
    #expect(try file(size: 0, "0|13|0|1|9|0|0|5|0|61|0|0|0").hasByteOrderMark)
    #expect(try file(size: 0, "0|9|0|1|9|0|0|5|0|61|0|0|0").lacksLineEnd)
    #expect(try file(size: 0, "0|12|0|1|9|0|0|5|0|61|0|0|0").hasByteOrderMark)
    #expect(try file(size: 0, "0|9|0|1|9|0|0|5|0|61|0|0|1").endsInReturn)
  }

  @Test func `a path is written as Spark writes it`() throws {
    #expect(try file(size: 0).encodedPath == "loans/2023/a%20b.csv")
  }
}
