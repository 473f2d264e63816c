import Foundation
import Testing

@Suite struct CompareTests {
  private let loans = "inputs/exports/loans/2023/harbour.csv"

  /// A project whose earlier self, with its run, is kept in the folder `old`.
  private func changedProject() throws -> LibraryProject {
    let project = try LibraryProject()
    try project.folder.copy(project.url("inputs"), to: "old/inputs")
    try project.folder.copy(project.url("reports"), to: "old/reports")
    try project.edit(loans, "L00302,M0004,2023-07-01,2023-07-30,harbor,Book,no,1\n", "")
    try project.edit(loans, "M0007,2023-12-02,,harbor,Film", "M0007,2023-12-02,,harbor,Book")
    try project.edit(
      loans, "L00305,",
      "L00398,M0001,2023-12-27,,harbor,Book,no,0\nL00399,M0001,2023-12-27,,harbor,Book,no,0\nL00305,"
    )
    return project
  }

  @Test func `records that came, went or changed are counted for each delivery`() throws {
    let project = try changedProject()
    #expect(try project.kerncijfers("run", "--year", "2023", "--quiet").exitCode == 0)
    let program = try project.kerncijfers("compare", "old/\(LibraryProject.run)", "review/2023")
    #expect(program.exitCode == 6)
    let line =
      "delivery loans/2023/harbour.csv: has another content "
      + "(1 more records; 2 records added, 1 removed, 1 changed)\n"
    #expect(program.output.contains("  \(line)"), "\(program.output)")
    #expect(program.output.contains("    because: \(line)"))
  }

  @Test func `the earlier deliveries can be named where they are kept elsewhere`() throws {
    let project = try changedProject()
    try project.folder.copy(project.url("old/inputs"), to: "kept")
    try project.folder.copy(project.url("old/reports/review/2023"), to: "before")
    #expect(try project.kerncijfers("run", "--year", "2023", "--quiet").exitCode == 0)
    let blind = try project.kerncijfers("compare", "before", "review/2023")
    #expect(blind.output.contains("has another content (1 more records)"), "\(blind.output)")
    let program = try project.kerncijfers(
      "compare", "before", "review/2023", "--before-inputs", "kept")
    #expect(program.output.contains("2 records added, 1 removed, 1 changed"), "\(program.output)")
  }

  @Test func `a definition that changed is shown with both of its meanings and its lines`() throws {
    let project = try LibraryProject()
    try project.folder.copy(project.url("inputs"), to: "old/inputs")
    try project.folder.copy(project.url("reports"), to: "old/reports")
    try project.edit(
      "inputs/definitions/indicators/lending.yaml",
      "measure: {kind: unique-count, dataset: loans, column: member_id}",
      "measure: {kind: record-count, dataset: loans}")
    #expect(try project.kerncijfers("run", "--year", "2023", "--quiet").exitCode == 0)
    let program = try project.kerncijfers("compare", "old/\(LibraryProject.run)", "review/2023")
    #expect(program.exitCode == 6)
    for line in [
      "indicator 'borrowers' changed\n",
      "  - number of different member_id in loans; unit: members\n",
      "  + number of records of loans; unit: members\n",
      "the lines of definitions indicators/lending.yaml:\n",
      "    - 23:     measure: {kind: unique-count, dataset: loans, column: member_id}\n",
      "    + 23:     measure: {kind: record-count, dataset: loans}\n",
      "because: definition of 'borrowers' changed\n",
    ] {
      #expect(program.output.contains(line), "\(line)\(program.output)")
    }
  }

  @Test func `of two periods, years stand beside those at the same distance`() throws {
    let project = try LibraryProject()
    #expect(try project.kerncijfers("run", "--year", "2022", "--quiet").exitCode == 0)
    let periods = try project.kerncijfers("compare", "review/2022", "review/2023")
    #expect(periods.exitCode == 6)
    #expect(
      periods.output.contains("figure 1, Total, 2023: 7 before, 9 now (+2)"), "\(periods.output)")
    #expect(periods.output.contains("because: parameter period: 2022 before, 2023 now"))
    let labels = try project.kerncijfers("compare", "review/2022", "review/2023", "--by-label")
    #expect(!labels.output.contains("figure 1, Total, 2022: "), "\(labels.output)")
    #expect(labels.output.contains("figure 1, Total, 2023: no cell before, 9 now"))
  }

  @Test func `two runs are compared without a project at hand`() throws {
    let project = try changedProject()
    let elsewhere = try TemporaryFolder()
    let program = try Program.run(
      Program.builds.appending(path: "kerncijfers"),
      [
        "compare", project.url("old/\(LibraryProject.run)").path,
        project.url(LibraryProject.run).path,
      ], in: elsewhere.url)
    #expect(program.exitCode == 0, "\(program.output)\(program.messages)")
  }
}
