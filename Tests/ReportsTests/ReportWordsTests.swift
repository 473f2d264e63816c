import Reports
import Testing

@Suite struct ReportWordsTests {
  private func words(_ text: String) -> ReportWords {
    ReportWords([.trend: text])
  }

  @Test func `what a value holds is no placeholder`() {
    let filled = words("{years} of {name}")(.trend, ["years": "{name}", "name": "x {years}"])
    #expect(filled == "{name} of x {years}")
  }

  @Test(arguments: ["{", "{}", "{years", "}{", "{other}", "{{years}}"])
  func `braces that enclose no known name stay`(text: String) {
    let expected = text == "{{years}}" ? "{2019}" : text
    #expect(words(text)(.trend, ["years": "2019"]) == expected)
  }
}
