import Findings
import Testing
import Writers

struct FindingsTableTests {
  private func csv(_ findings: [Finding]) -> String {
    var bytes: [UInt8] = []
    FindingsTable.write(FindingList(findings)) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `a finding is a line, without what is not known about its place`() {
    let findings = [
      Finding(
        .error, rule: "unknown-code", dataset: "loans",
        at: SourceLocation(file: "loans/2019/north.csv", line: 3, column: 7),
        "branch is 'Nort', expected one of 4 codes", fix: "correct the field"),
      Finding(
        .note, rule: "other-encoding", dataset: "loans",
        at: SourceLocation(file: "-a,b.csv"), "the file has a byte-order mark", fix: ""),
    ]
    #expect(
      csv(findings) == """
        severity,code,dataset,file,line,column,message
        note,other-encoding,loans,"'-a,b.csv",,,the file has a byte-order mark
        error,unknown-code,loans,loans/2019/north.csv,3,7,"branch is 'Nort', expected one of 4 codes"

        """)
  }
}
