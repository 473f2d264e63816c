import Testing

import Provenance

@Suite struct RunCellsTests {
  private let header = "figure,title,row,column,value,marker,unit,source,status,note\n"

  @Test(arguments: [
    "", "a,b\n1,2\n", "figure,title,row,column,value,marker,unit,source,status,note\n1,2\n",
    "figure,title,row,column,value,marker,unit,source,status,note\n1,t,\"r,2023,1,,u,exports,v,\n",
    "figure,title,row,column,value,marker,unit,source,status,note\n1,t,r,2023,1e5,,u,exports,v,\n",
  ])
  func `what is no table of cells is refused`(text: String) {
    #expect(RunCells(csv: Array(text.utf8)) == nil)
  }

  @Test func `labels with delimiters, quotes and guards come back as they were`() throws {
    let text = header + "1,t,\"a, \"\"b\"\"\",'=1+1,12.5,,u,exports,validated,\n"
    let cell = try #require(RunCells(csv: Array(text.utf8))).cells[0]
    #expect(cell.place == CellPlace(figure: "1", row: "a, \"b\"", column: "=1+1"))
    #expect(cell.value == "12.5")
  }

  @Test(arguments: [
    ("0", "0"), ("12.5", "12.5"), ("-0.000000000001", "-0.000000000001"), ("18402", "18402"),
    ("0.10", "0.1"), ("99999999999999999999", "99999999999999999999"),
  ])
  func `decimals are kept exactly`(text: String, plain: String) throws {
    let before = try #require(RunCells(csv: table([("Harbour", "0.0")])))
    let after = try #require(RunCells(csv: table([("Harbour", text)])))
    let difference = CellDifference.between(
      before, after, because: RunDifference(manifest(), manifest()))
    #expect(difference.map(\.change) == [plain])
  }

  @Test(arguments: ["-", "1.", ".5", "1e3", "+1", "1.0000000000001", "0x1"])
  func `what is no plain decimal is no value`(text: String) {
    #expect(RunCells(csv: table([("Harbour", text)])) == nil)
  }
}
