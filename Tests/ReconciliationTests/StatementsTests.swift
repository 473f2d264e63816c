import Reconciliation
import Testing

@Suite struct StatementsTests {
  private static let cells = """
    1 | North | 2022 | 10
    1 | North | 2023 | 15
    1 | South | 2022 | 20
    1 | South | 2023 | 18
    1 | City  | 2022 | 10
    1 | City  | 2023 | 20
    1 | All   | 2022 | 40
    1 | All   | 2023 | 50
    """

  /// What is unexplained about a sentence.
  private func problems(_ kind: String, _ expected: String) -> [String] {
    let statement = PrintedStatement(
      id: "S1", sentence: "A sentence.", figure: "1", kind: kind, expected: expected, line: 2)
    return SmallPrint(StatementsTests.cells, statements: [statement]).reconciled([])
      .unexplained.map(\.message)
  }

  @Test(arguments: [
    ("total", "row=All;col=2023;value=50"),
    ("share", "num=North@2023;den=All@2023;pct=30"),
    ("share", "num=North@2023+South@2023;den=sum_of_regions@2023;pct=62"),
    ("yoy_percent", "row=All;from=2022;to=2023;pct=25"),
    ("yoy_percent", "row=South;from=2022;to=2023;pct=-10"),
    ("yoy_absolute", "row=South;from=2022;to=2023;abs=-2"),
    ("max_growth_region", "from=2022;to=2023;regions=City:100|North:50"),
    ("min_growth_region", "from=2022;to=2023;regions=South:-10"),
    ("max_growth_region", "from=2022;to=2023;exclude=City;regions=North:50"),
    ("max_share_region", "num=2023;den=2022;regions=City:200"),
    ("top_n", "col=2023;list=City|South|North"),
    ("top_n", "col=2022;list=South|City"),
    ("other", "check=sum;parts=North@2023+City@2023;value=35"),
    ("total", "check=sum_all;col=2023;total=All@2023;value=53"),
    ("other", "check=ratio;num=All@2022;den=City@2022;value=4"),
    ("other", "check=total_lt_sum;cols=2023"),
  ])
  func `a sentence that follows from the cells is no contradiction`(kind: String, claim: String) {
    let problems = problems(kind, claim)
    // The parts add up to 53 and the total is 50.
    #expect(problems.isEmpty == !claim.contains("sum_all"), "\(problems)")
  }

  @Test(arguments: [
    ("total", "row=All;col=2023;value=51", "claims 51, but the cells give 50"),
    ("share", "num=North@2023;den=All@2023;pct=31", "claims 31%, but the cells give 30%"),
    ("yoy_percent", "row=South;from=2022;to=2023;pct=10", "claims 10%, but the cells give -10%"),
    (
      "max_growth_region", "from=2022;to=2023;regions=North:50",
      "claims North, but the cells give City (100%)"
    ),
    (
      "max_growth_region", "from=2022;to=2023;regions=City:90",
      "claims 90%, but the cells give 100%"
    ),
    ("top_n", "col=2023;list=City|North", "claims City, North, but the cells give City, South"),
    (
      "other", "check=total_ne_sum;cols=2022",
      "claims totals that are not the sum, but the cells give totals that are the sum"
    ),
  ])
  func `a sentence that does not follow says what it claims and what the cells give`(
    kind: String, claim: String, message: String
  ) {
    #expect(problems(kind, claim) == [message])
  }

  @Test func `a row that is left out in silence is told, and explained`() {
    let statement = PrintedStatement(
      id: "S1", sentence: "A sentence.", figure: "1", kind: "max_growth_region",
      expected: "from=2022;to=2023;exclude=City;regions=North:50", line: 2)
    let found = SmallPrint(StatementsTests.cells, statements: [statement]).reconciled([])
    #expect(found.explained.map(\.message) == ["City is left out and would come first with 100%"])
  }

  @Test func `a claim about a cell that is not there is unchecked, not wrong`() {
    let statement = PrintedStatement(
      id: "S1", sentence: "A sentence.", figure: "9", kind: "total",
      expected: "row=All;col=2023;value=50", line: 2)
    let found = SmallPrint(StatementsTests.cells, statements: [statement]).reconciled([])
    #expect(found.discrepancies.isEmpty)
    #expect(found.unchecked == ["S1": "a cell that it needs has no number"])
  }
}
