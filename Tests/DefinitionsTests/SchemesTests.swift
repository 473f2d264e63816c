import Definitions
import Schemas
import Testing

/// Code lists that hold several wholes, and what may be added over them.
@Suite struct SchemesTests {
  /// A library with three branches, of which two have a gate that counts visitors.
  private func project(_ changes: [String: String?] = [:]) -> SmallProject {
    var files = SmallProject.library
    files["codelists/lists.yaml"] = """
      - name: branch
        codes:
          - {slug: central, label: Central library}
          - {slug: harbour, label: Harbour}
          - {slug: mobile, label: Mobile library}
        schemes:
          - {id: all-branches, title: All branches, codes: [central, harbour, mobile]}
          - {id: with-gate, title: Branches with a gate, codes: [central, harbour]}
      - name: item
        codes: [{label: Book}, {label: Film}]
      - name: subject
        codes: [{label: History}, {label: Travel}]
      """
    for (file, scheme) in [("loans", "all-branches"), ("visits", "with-gate")] {
      let path = "schemas/\(file).yaml"
      files[path] = files[path]?.replacing(
        "codes: branch,", with: "codes: branch, scheme: \(scheme),")
    }
    files["datapackage.yaml"] = files["datapackage.yaml"]?
      .replacing("{each: branch, members: [central, harbour]}", with: "{each: branch}")
    return SmallProject(files.mapValues { Optional($0) }.merging(changes) { $1 })
  }

  private func indicators(_ lines: String) -> [String: String?] {
    ["indicators/more.yaml": "indicators:\n" + lines]
  }

  private func figure(_ lines: String) -> [String: String?] {
    [
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: a
            title: T
            items:
              - figure:
                  id: f
                  label: F
                  title: T
                  rowTitle: R
        """ + "\n"
          + lines.split(separator: "\n").map { "          " + $0.drop { $0 == " " } }
          .joined(separator: "\n"))
    ]
  }

  @Test func `the scheme of a column says which files are expected`() throws {
    let datasets = try project().load().datasets
    #expect(
      datasets[0].naming == .perMember(column: "branch", members: ["central", "harbour", "mobile"]))
    #expect(datasets[1].column("branch")?.codes?.map(\.slug) == ["central", "harbour"])
  }

  @Test func `a column of a list with schemes names one of them`() {
    let schema = SmallProject.library["schemas/loans.yaml"]
    #expect(
      project(["schemas/loans.yaml": schema]).findings == [
        """
        definitions/schemas/loans.yaml:8:41: error: code list 'branch' has schemes and the column \
        names none, expected all-branches or with-gate [missing-key]
            - {name: branch, type: string, codes: branch, constraints: {required: true}}
                                                  ^
          fix: add 'scheme:' with the one whose codes are delivered
        """
      ])
  }

  @Test func `a sum over two schemes is refused`() {
    let findings = project(
      indicators(
        """
          - {id: a, title: T, unit: u, status: validated,
             measure: {kind: derived, terms: [{add: loans}, {add: visitors}]}}
        """)
    ).findings
    #expect(
      findings == [
        """
        definitions/indicators/more.yaml:3:59: error: 'visitors' counts over scheme 'with-gate' of \
        'branch' and 'loans' over scheme 'all-branches' of 'branch', expected one scheme in a sum \
        [two-schemes]
               measure: {kind: derived, terms: [{add: loans}, {add: visitors}]}}
                                                                    ^
          fix: narrow both with 'where' to the codes of one scheme
        """
      ])
  }

  @Test func `narrowed to one scheme it may be added`() {
    let findings = project(
      indicators(
        """
          - {id: a, title: T, unit: u, status: validated,
             measure: {kind: derived, terms: [{add: loans, where: {branch: with-gate}}, {add: visitors}]}}
        """)
    ).findings
    #expect(findings.isEmpty, "\(findings)")
  }

  @Test func `so many per one over two schemes is refused`() {
    let findings = project(
      indicators(
        """
          - {id: a, title: T, unit: u, status: validated,
             measure: {kind: ratio, numerator: loans, denominator: visitors, as: average}}
        """)
    ).findings
    #expect(findings.count == 1)
    #expect(findings.first?.contains("expected one scheme in a quotient [two-schemes]") == true)
  }

  @Test func `members that are no scheme are not added up`() {
    let findings = project(
      indicators(
        """
          - {id: a, title: T, unit: u, status: validated,
             measure: {kind: record-count, dataset: loans, where: {branch: [harbour, mobile]}}}
        """)
    ).findings
    #expect(
      findings == [
        """
        definitions/indicators/more.yaml:3:68: error: the selection adds up harbour and mobile of \
        'branch', expected the codes of one scheme: all-branches or with-gate [no-scheme]
               measure: {kind: record-count, dataset: loans, where: {branch: [harbour, mobile]}}}
                                                                             ^
          fix: name one of the schemes, or declare this one in code list 'branch'
        """
      ])
  }

  @Test func `a total of a figure adds up one scheme`() {
    let axes = { (members: String) in
      """
                indicator: loans
                rows: [{members: {dimension: branch, only: \(members)}}, {total: Total}]
                columns: [{years: 2}]
      """
    }
    let whole = project(figure(axes("with-gate"))).findings
    #expect(whole.isEmpty, "\(whole)")
    let part = project(figure(axes("[harbour, mobile]"))).findings
    #expect(part.count == 1)
    #expect(
      part.first?.contains("total 'Total' adds up harbour and mobile of 'branch'") == true,
      "\(part)")
  }

  @Test func `a total of indicators over two schemes is refused`() {
    let findings = project(
      figure(
        """
                indicator: loans
                rows: [{item: {label: A, indicator: loans}}, {item: {label: B, indicator: visitors}}, {total: Total}]
                columns: [{years: 2}]
        """)
    ).findings
    #expect(findings.count == 1)
    #expect(
      findings.first?.contains("expected one scheme in total 'Total' [two-schemes]") == true,
      "\(findings)")
  }

  @Test func `a stacked chart over two schemes is refused`() {
    let findings = project(
      figure(
        """
                rows: [{item: {label: A, indicator: loans}}, {item: {label: B, indicator: visitors}}]
                columns: [{years: 1}]
                chart: {kind: pie}
        """)
    ).findings
    #expect(
      findings.contains { $0.contains("expected one scheme in a chart of kind pie [two-schemes]") },
      "\(findings)")
  }

  @Test func `a scheme of unknown or too few codes is reported`() {
    let findings = project([
      "codelists/more.yaml": """
      - name: floor
        codes: [{label: Ground}, {label: First}]
        schemes:
          - {id: ground, title: T, codes: [ground]}
          - {id: both, title: T, codes: [ground, second]}
      """
    ]).findings
    #expect(findings.count == 3, "\(findings)")
    #expect(findings[0].contains("scheme 'ground' is called as one of the codes"))
    #expect(findings[1].contains("expected at least two"))
    #expect(findings[2].contains("code 'second' is unknown"))
  }

  @Test func `an indicator may narrow over what it adds up`() {
    let findings = project(
      indicators(
        """
          - {id: a, title: T, unit: u, status: validated, addsUpOver: [subjects],
             measure: {kind: record-count, dataset: loans}}
          - {id: b, title: T, unit: u, status: validated, addsUpOver: [item],
             measure: {kind: unique-count, dataset: loans, column: member_id}}
        """)
    ).findings
    #expect(findings.count == 2, "\(findings)")
    #expect(findings.first?.contains("numbers of 'a' do not add up over 'subjects'") == true)
    #expect(findings.last?.contains("numbers of 'b' do not add up over 'item'") == true)
  }

  @Test func `what does not add up over a dimension is not stacked over it`() {
    let findings = project(
      indicators(
        """
          - {id: a, title: T, unit: u, status: validated, addsUpOver: [branch],
             measure: {kind: record-count, dataset: loans}}
        """
      ).merging(
        figure(
          """
                  indicator: a
                  rows: [{members: branch}]
                  columns: [{members: item}]
                  chart: {kind: stacked-bars}
          """)
      ) { $1 }
    ).findings
    #expect(findings.count == 1, "\(findings)")
    #expect(findings.first?.contains("stacks 'a' over item, which does not add up") == true)
  }

  @Test func `a window needs somebody who follows`() {
    let findings = project(
      indicators(
        """
          - {id: a, title: T, unit: u, status: validated, window: {months: 12, note: Open.},
             measure: {kind: record-count, dataset: loans}}
        """)
    ).findings
    #expect(findings.count == 1)
    #expect(findings.first?.contains("has a window and follows nobody") == true)
  }
}
