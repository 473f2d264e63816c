import Reports
import Testing

@Suite struct ShortListTests {
  private func text(_ count: Int, atMost limit: Int) -> String {
    ShortList((0..<count).map { "n\($0)" }, atMost: limit).text { "and \($0) more" }
  }

  @Test func `a list that fits is told whole`() {
    #expect(text(0, atMost: 2) == "")
    #expect(text(1, atMost: 2) == "n0")
    #expect(text(2, atMost: 2) == "n0, n1")
  }

  @Test func `of a longer one the first names and how many more there are`() {
    #expect(text(3, atMost: 2) == "n0, n1 and 1 more")
    #expect(text(3000, atMost: 2) == "n0, n1 and 2998 more")
  }
}
