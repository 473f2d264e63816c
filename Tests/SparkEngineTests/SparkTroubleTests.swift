import Testing

import SparkEngine

@Suite struct SparkTroubleTests {
  @Test func `of an error only its class is shown, never the value in it`() {
    let line = "[CAST_INVALID_INPUT] The value 'P01234567' of the type \"STRING\" cannot be cast"
    #expect(SparkTrouble.remark(in: line) == "CAST_INVALID_INPUT")
  }

  @Test func `of an exception only its name is shown`() {
    let line = "Caused by: java.io.FileNotFoundException: /secret/P01234567.csv (No such file)"
    #expect(SparkTrouble.remark(in: line) == "FileNotFoundException")
  }

  @Test func `a line that says nothing of a failure is not kept`() {
    #expect(SparkTrouble.remark(in: "26/11/25 21:39:22 WARN Utils: P01234567") == nil)
  }

  @Test func `a master that does not answer is told from other failures`() {
    let trouble = SparkTrouble(master: "spark://nowhere:7077")
    trouble.note("ERROR StandaloneSchedulerBackend: All masters are unresponsive! Giving up.")
    guard case .unreachable(let master, _) = trouble.failure() else {
      Issue.record("not unreachable")
      return
    }
    #expect(master == "spark://nowhere:7077")
  }
}
