import Findings
import Testing

@Suite struct FindingTests {
  @Test func `a finding is printed with its place, what was found, its rule and how to mend it`() {
    let finding = Finding(
      .error, rule: "unknown-code", dataset: "loans",
      at: SourceLocation(file: "loans/2019/north.csv", line: 118, column: 42),
      "branch is 'nroth', expected one of the 2 codes of code list 'branch'",
      fix: "correct the field")

    #expect(
      finding.description == """
        loans/2019/north.csv:118:42: error: branch is 'nroth', expected one of the 2 codes of code \
        list 'branch' [unknown-code]
          fix: correct the field
        """)
  }

  @Test func `a place without a line or a column is printed without it`() {
    #expect(SourceLocation(file: "a.csv").description == "a.csv")
    #expect(SourceLocation(file: "a.csv", line: 3).description == "a.csv:3")
    #expect(SourceLocation(file: "a.csv", line: 3, column: 7).description == "a.csv:3:7")
  }

  @Test func `findings are in order of dataset, file, line and column, not of severity`() {
    func finding(_ dataset: String, _ file: String, _ line: Int, _ column: Int) -> Finding {
      Finding(
        .note, rule: "r", dataset: dataset,
        at: SourceLocation(file: file, line: line, column: column), "m", fix: "")
    }
    let sorted = [
      finding("a", "a/2.csv", 1, 1), finding("a", "b/1.csv", 2, 1), finding("a", "b/1.csv", 10, 1),
      finding("a", "b/1.csv", 10, 3), finding("b", "a/1.csv", 1, 1),
    ]

    #expect(sorted.reversed().sorted() == sorted)
  }
}

@Suite struct NearestNameTests {
  @Test func `a typing error is answered with the name that was meant`() {
    #expect(["loans", "members", "visits"].nearest(to: "laons") == "loans")
    #expect(["unique-count", "record-count"].nearest(to: "unique") == nil)
  }

  @Test func `a name that resembles nothing is answered with nothing`() {
    #expect(["loans", "members"].nearest(to: "zzzzzz") == nil)
    #expect([String]().nearest(to: "loans") == nil)
  }

  @Test func `of equally near names the first one is suggested`() {
    #expect(["cat", "car"].nearest(to: "cap") == "cat")
  }
}
