import Foundation
import Testing

@Suite struct OracleTests {
  @Test func `SQL over the same deliveries gives the same cells`() throws {
    let comparison = try Program.run(
      Program.python,
      [
        "Tests/AcceptanceTests/Oracle/compare.py", "inputs/exports",
        FreshRun.file("figures.csv").path,
      ])
    #expect(comparison.exitCode == 0, "\(comparison.output)\(comparison.messages)")
  }

  @Test func `another validator reads the descriptor and a delivery of each dataset`() throws {
    let validation = try Program.run(
      Program.python, ["Scripts/check-datapackage.py", "inputs/exports"])
    #expect(validation.exitCode == 0, "\(validation.output)\(validation.messages)")
  }
}
