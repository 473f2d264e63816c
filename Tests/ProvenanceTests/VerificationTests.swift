import Testing

import Provenance

@Suite struct VerificationTests {
  private let cells = RunCells(csv: table([("Harbour", "1")]))

  private func verification(
    _ recorded: Manifest, _ remade: Manifest, outputs: [FileDifference] = [],
    now rows: [(String, String)] = [("Harbour", "1")]
  ) throws -> Verification {
    Verification(
      recorded, remade, outputs: outputs, cells: cells,
      now: try #require(RunCells(csv: table(rows))), remarks: [])
  }

  @Test func `the same manifest and cells are identical`() throws {
    let answer = try verification(manifest(), manifest())
    #expect(answer.verdict == .identical)
    #expect(answer.isIdentical)
  }

  @Test func `another cell is other figures`() throws {
    let answer = try verification(
      manifest(), manifest(loans: "x", figures: "other"), now: [("Harbour", "2")])
    #expect(answer.verdict == .otherFigures)
    #expect(answer.cells.map(\.change) == ["1"])
  }

  @Test func `another program with the same cells is not identical`() throws {
    let answer = try verification(manifest(), manifest(version: "2"))
    #expect(answer.verdict == .sameFigures)
    #expect(!answer.isIdentical)
  }

  @Test func `an edited output is named although the run can be made again`() throws {
    let edited = FileDifference(file: "report.xlsx", change: .changed)
    let answer = try verification(manifest(), manifest(), outputs: [edited])
    #expect(answer.verdict == .editedOutputs)
    #expect(!answer.isIdentical)
  }

  @Test func `without a table of cells other outputs are never taken for the same figures`() throws
  {
    let answer = Verification(
      manifest(), manifest(figures: "other"), outputs: [], cells: nil,
      now: try #require(RunCells(csv: table([]))), remarks: [])
    #expect(answer.verdict == .otherFigures)
  }

  @Test func `a missing delivery is said before anything is computed`() {
    let gone = Manifest(
      program: manifest().program, parameters: manifest().parameters,
      definitions: manifest().definitions, register: manifest().register, inputs: [],
      indicators: manifest().indicators, figures: manifest().figures,
      outputs: manifest().outputs)
    let sources = RunDifference(manifest(), gone, comparesRecords: false)
    let answer = Verification(outputs: [], sources: sources, remarks: [])
    #expect(answer.verdict == .inputsMissing)
  }

  @Test func `a remark keeps the answer from being that all is the same`() {
    let sources = RunDifference(manifest(), manifest())
    #expect(Verification(outputs: [], sources: sources, remarks: ["x"]).isIdentical == false)
    #expect(Verification(outputs: [], sources: sources, remarks: []).verdict == .sameInputs)
  }
}
