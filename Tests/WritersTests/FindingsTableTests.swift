import Findings
import Testing
import Writers

struct FindingsTableTests {
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
      FindingsTable.csv(findings) == """
        severity,code,dataset,file,line,column,message
        error,unknown-code,loans,loans/2019/north.csv,3,7,"branch is 'Nort', expected one of 4 codes"
        note,other-encoding,loans,"'-a,b.csv",,,the file has a byte-order mark

        """)
  }
}
