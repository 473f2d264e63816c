import Reports
import Testing
import Writers

/// How writers name deliveries that are missing.
@Suite struct MissingDeliveriesTests {
  /// A report of which seven datasets lack deliveries, in a language with `texts`.
  private func markdown(_ texts: [ReportWord: String], missing: Int) throws -> String {
    let lines = (1...7).map { number in
      DeliveryLine(
        dataset: "Loans \(number)", year: 2019, fileCount: 1, expectedCount: 1 + missing,
        missing: (0..<missing).map { "b\($0)" }, recordsRead: 1, recordsCounted: 1)
    }
    let quality = Quality(
      deliveries: lines, isIncomplete: true, leftOut: [],
      findingCounts: (notes: 0, warnings: 0, errors: 0))
    return MarkdownWriter().write(
      try SampleReport.report(chapters: [], quality: quality, words: ReportWords(texts)))
  }

  private let texts = Dictionary(
    uniqueKeysWithValues: ReportWord.allCases.map { ($0, $0.rawValue) })

  @Test func `what fits is named whole`() throws {
    let text = try markdown(texts.merging([.andMore: "and {count} more"]) { $1 }, missing: 6)
    #expect(text.contains("| b0, b1, b2, b3, b4, b5 |"), "\(text)")
    #expect(text.contains("Loans 1 2019: b0, b1, b2, b3, b4, b5; Loans 2 2019: "), "\(text)")
  }

  @Test func `of more, the first are named and the others counted`() throws {
    let text = try markdown(texts.merging([.andMore: "and {count} more"]) { $1 }, missing: 1021)
    let names = (0..<20).map { "b\($0)" }.joined(separator: ", ")
    #expect(text.contains("| \(names) and 1,001 more |"), "\(text)")
    #expect(text.contains("Loans 5 2019: b0, b1, b2, b3, b4, b5 and 1,015 more; and 2 more."))
  }

  @Test func `a language without a word for it has an ellipsis`() throws {
    let text = try markdown(texts.filter { $0.key != .andMore }, missing: 21)
    #expect(text.contains(", b18, b19 … |"), "\(text)")
    #expect(text.contains("Loans 5 2019: b0, b1, b2, b3, b4, b5 …; …\n"), "\(text)")
  }
}
