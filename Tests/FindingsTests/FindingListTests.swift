import Testing

import Findings

@Suite struct FindingListTests {
  private func finding(_ line: Int, _ severity: Severity = .error, file: String = "a.csv")
    -> Finding
  {
    Finding(
      severity, rule: "bad-date", dataset: "loans",
      at: SourceLocation(file: file, line: line, column: 2), "lent is a text of \(line % 7) words",
      fix: "correct it")
  }

  @Test func `findings come in order, however they were added`() {
    var list = FindingList([finding(3), finding(1)])
    list.append([finding(2), finding(1, file: "b.csv")])
    #expect(
      list.map(\.location.description) == ["a.csv:1:2", "a.csv:2:2", "a.csv:3:2", "b.csv:1:2"])
  }

  @Test func `a hundred thousand findings come back from a file as they were`() {
    let store = FindingStore()
    var list = FindingList()
    var all: [Finding] = []
    // Runs whose lines lie between each other, as those of workers may.
    for start in 0..<10 {
      let part = (0..<10_000).map { finding($0 * 10 + start + 1, start == 3 ? .note : .error) }
      list.append(store.run(of: part.reversed()))
      all += part
    }
    #expect(Array(list) == all.sorted())
    #expect(list.count == 100_000)
    #expect(list.counts == [.error: 90_000, .note: 10_000])
    #expect(list.gravest == .error)
    #expect(Array(list) == all.sorted(), "a list can be gone through again")
  }

  @Test func `a run can be moved to its place in a file`() {
    let run = FindingStore().run(of: [finding(4, file: ""), finding(0, file: "")])
    var list = FindingList()
    list.append(run?.moved(to: "x/2023/a.csv", of: "visits", byLines: 99))
    #expect(list.map(\.location.description) == ["x/2023/a.csv", "x/2023/a.csv:103:2"])
    #expect(list.map(\.dataset) == ["visits", "visits"])
  }

  @Test func `no findings are an empty list`() {
    var list = FindingList()
    list.append(FindingStore().run(of: []))
    #expect(list.isEmpty)
    #expect(FindingList().isEmpty)
    #expect(FindingList().gravest == nil)
  }

  @Test func `what a list makes of its findings is counted as it comes`() {
    let list = FindingList([finding(1), finding(2)]).changed {
      Finding(
        .note, rule: $0.rule, dataset: $0.dataset, at: $0.location, $0.message, fix: "none")
    }
    #expect(list.counts == [.note: 2])
    #expect(list.map(\.fix) == ["none", "none"])
  }
}
