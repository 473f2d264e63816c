import Testing

import Provenance

@Suite struct RunRecordTests {
  private let record = RunRecord(
    startedAt: 1, milliseconds: 2, engine: "local", jobs: 4, manifest: Digest(of: [1]))

  private func proof(_ engine: String, on day: String, of bytes: [UInt8] = [1]) -> ParityProof {
    ParityProof(engine: engine, manifest: Digest(of: bytes), on: day, cells: 10, differences: 0)
  }

  @Test func `a record comes back as it was written, with its proofs`() {
    let proved = record.adding(proof("spark", on: "2020-03-01"))
    #expect(RunRecord(reading: proved.json()) == proved)
    #expect(proved.parity.map(\.engine) == ["spark"])
  }

  @Test func `a later proof of the same takes the place of the earlier one`() {
    let proved = record.adding(proof("spark", on: "2020-03-01"))
      .adding(proof("spark", on: "2020-03-02", of: [2])).adding(proof("spark", on: "2020-03-03"))
    #expect(proved.parity.map(\.on) == ["2020-03-02", "2020-03-03"])
  }

  @Test func `a record of a program that knew no proofs is read`() {
    let text = """
      {"startedAt": 1, "milliseconds": 2, "engine": "local", "jobs": 4, "manifest": "00"}
      """
    #expect(RunRecord(reading: Array(text.utf8))?.parity.isEmpty == true)
    #expect(RunRecord(reading: Array("{}".utf8)) == nil)
  }
}
