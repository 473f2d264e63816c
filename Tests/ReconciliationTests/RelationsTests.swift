import Findings
import Reconciliation
import Register
import Testing

@Suite struct RelationsTests {
  @Test func `a total that is not the sum of its parts is a contradiction with its place`() throws {
    let found = SmallPrint(
      """
      1 | North | 2023 | 3
      1 | South | 2023 | 4
      1 | All   | 2023 | 9
      """
    ).reconciled([.rowTotal("1")])
    let item = try #require(found.unexplained.first)
    #expect(found.unexplained.count == 1)
    #expect(item.place == CellPlace(figure: "1", row: "All", column: "2023"))
    #expect(item.printed == "9" && item.expected == "7" && item.line == 4)
    #expect(item.message == "printed 9 is not the sum of its 2 parts, which add up to 7")
  }

  @Test func `a wrong total of a column does not make the corner wrong`() {
    let found = SmallPrint(
      """
      1 | North | Books | 3
      1 | North | All   | 3
      1 | All   | Books | 4
      1 | All   | All   | 3
      """
    ).reconciled([.rowTotal("1"), .columnTotal("1")])
    #expect(found.unexplained.map(\.place?.column) == ["Books"])
  }

  @Test func `a total of persons may be lower, never higher`() {
    let lower = SmallPrint("1 | North | 2023 | 3\n1 | All | 2023 | 2")
      .reconciled([.rowTotal("1", mayBeLower: true)], because: "each person once")
    #expect(lower.unexplained.isEmpty)
    #expect(lower.explained.map(\.explanation) == ["each person once"])
    let higher = SmallPrint("1 | North | 2023 | 3\n1 | All | 2023 | 4")
      .reconciled([.rowTotal("1", mayBeLower: true)], because: "each person once")
    #expect(higher.unexplained.count == 1)
  }

  @Test func `a figure that repeats a wrong total is a place of the same contradiction`() {
    let same = Relation.Content.equal(
      SameNumber(
        left: CellTerm(figure: "0", rows: .listed(["Loans"]), columns: .each),
        right: CellTerm(figure: "1", rows: .listed(["All"]), columns: .each)))
    let found = SmallPrint(
      """
      0 | Loans | 2023 | 9
      1 | North | 2023 | 3
      1 | All   | 2023 | 9
      """
    ).reconciled([.rowTotal("1"), same])
    #expect(found.unexplained.count == 1)
    #expect(found.placeCount == 2)
  }

  @Test func `a dash adds nothing and percentages are not added up`() {
    let found = SmallPrint(
      """
      1 | North | 2023  | 3
      1 | South | 2023  | -
      1 | All   | 2023  | 3
      1 | North | Share | 60%
      1 | All   | Share | 100%
      """
    ).reconciled([.rowTotal("1")])
    #expect(found.discrepancies.isEmpty)
    #expect(found.counts.relations == 1)
  }

  @Test func `shares that are off together give the wholes that explain all of them`() throws {
    // 8 of 40 is 20%, 9 of 40 is 22.5%: printed on 50 records they are 16% and 18%.
    let share = Relation.Content.share(
      PrintedShare(
        percent: CellTerm(figure: "1", rows: .each, columns: .listed(["Share"])),
        part: CellTerm(figure: "1", rows: .each, columns: .listed(["Count"])),
        whole: CellTerm(figure: "1", rows: .listed(["All"]), columns: .listed(["Count"]))))
    let found = SmallPrint(
      """
      1 | North | Count | 8
      1 | South | Count | 9
      1 | All   | Count | 40
      1 | North | Share | 16%
      1 | South | Share | 18%
      1 | All   | Share | 100%
      """
    ).reconciled([share])
    #expect(found.unexplained.map(\.printed) == ["16%", "18%"])
    #expect(found.unexplained.map(\.expected) == ["20%", "23%"])
    let range = try #require(found.ranges.first)
    // 800/16.5 = 48.5 and 800/15.5 = 51.6; 900/18.5 = 48.6 and 900/17.5 = 51.4.
    #expect(range.wholes == 49...51)
  }

  @Test func `a change is held against the two years, with or without its sign`() {
    let cells = """
      1 | All | 2022 | 40
      1 | All | 2023 | 31
      2 | All | fall | 23%
      """
    func growth(unsigned: Bool) -> Relation.Content {
      .growth(
        PrintedGrowth(
          change: CellTerm(figure: "2", rows: .listed(["All"]), columns: .listed(["fall"])),
          earlier: CellTerm(
            figure: "1", rows: .listed(["All"]), columns: .listed(["{year-1}"])),
          later: CellTerm(figure: "1", rows: .listed(["All"]), columns: .listed(["{year}"])),
          isDifference: false, hasNoSign: unsigned))
    }
    // 9 of 40 is 22.5%, and ties are rounded up.
    #expect(SmallPrint(cells).reconciled([growth(unsigned: true)]).discrepancies.isEmpty)
    #expect(SmallPrint(cells).reconciled([growth(unsigned: false)]).unexplained.count == 1)
  }

  @Test func `an earlier report that printed another number is explained by the footnote only`() {
    let register = Register([
      PublishedCell(
        report: "review", period: "2022", figure: "1", row: "All", column: "2022",
        value: .number(mantissa: 12, decimals: 0, isPercent: false),
        location: SourceLocation(file: "review-2022.csv", line: 2))
    ])
    let silent = SmallPrint("1 | All | 2022 | 10").reconciled([], register: register)
    #expect(silent.unexplained.map(\.kind) == [.earlier])
    let noted = SmallPrint("1 | All | 2022 | 10 #2 empty records").reconciled(
      [], register: register)
    #expect(noted.unexplained.isEmpty)
    #expect(noted.explained.map(\.explanation) == ["2 empty records"])
  }

  @Test func `numbers that are too long to be exact are no numbers`() {
    let long = String(repeating: "9", count: 30)
    let found = SmallPrint("1 | North | 2023 | \(long)\n1 | All | 2023 | 0.00001")
      .reconciled([.rowTotal("1")])
    #expect(found.discrepancies.isEmpty && found.counts.cells == 0)
  }
}
