import Definitions
import Reports
import Testing

/// In which ways a report can be written, and about which members.
@Suite struct ProfilesReaderTests {
  private func project(_ keys: String) -> SmallProject {
    SmallProject(["reports/review.yaml": SmallProject.report(keys + "\nchapters: []")])
  }

  @Test func `an unknown form and a profile that is listed twice are reported`() {
    let keys = """
      profiles:
        - {id: plain, form: director}
        - {id: plain, form: publication}
      """
    #expect(
      project(keys).findings == [
        """
        definitions/reports/review.yaml:2:23: error: form 'director' is unknown, expected \
        directors or publication [unknown-value]
            - {id: plain, form: director}
                                ^
          fix: write 'directors'
        """,
        """
        definitions/reports/review.yaml:3:10: error: profile 'plain' is also declared at \
        definitions/reports/review.yaml:2:10, expected a name used once [duplicate-name]
            - {id: plain, form: publication}
                   ^
          fix: remove or rename one of the two
        """,
      ])
  }

  @Test func `a profile may leave small counts blank, by a rule of its own`() throws {
    let keys = """
      profiles:
        - {id: desk, form: directors}
        - {id: web, form: publication, suppression: {below: 10, width: 3, zero: true}}
      """
    let report = try #require(try project(keys).load().reports.first)
    #expect(report.profiles[0].suppression == nil)
    #expect(
      report.profiles[1].suppression == SuppressionRule(below: 10, width: 3, zeroIsSmall: true))
  }

  @Test func `an area that is no dimension is reported`() {
    let findings = project("area: brunch").findings
    #expect(findings.count == 1)
    #expect(
      findings.first?.hasPrefix(
        "definitions/reports/review.yaml:1:7: error: dimension 'brunch' is unknown") == true)
  }

  @Test func `profiles stand in their order`() throws {
    let keys = """
      area: branch
      profiles: [{id: desk, form: directors}, {id: web, form: publication}]
      """
    let report = try #require(try project(keys).load().reports.first)
    #expect(
      report.profiles == [
        ReportProfile(id: "desk", form: .directors), ReportProfile(id: "web", form: .publication),
      ])
    #expect(report.areaDimension == "branch")
  }
}
