internal import Definitions
internal import Indicators
internal import Provenance
internal import Reports

extension ReportRun {
  /// The parameters of a manifest that this program knows.
  private static let knownParameters: Set = [
    "report", "period", "profile", "area", "where", "before",
  ]

  /// What a manifest describes, in a project as it is now.
  ///
  /// - Throws: `CommandFailure` with exit code 6 when the manifest is refused or its report is not
  ///   defined any more, and 2 when its profile or member is not.
  init(
    of manifest: Manifest, in folder: ProjectFolder, definitions: Definitions,
    register: RegisterFiles.Content, jobs: Int
  ) throws {
    let known = ReportRun.knownParameters
    if let other = manifest.parameters.keys.sorted().first(where: { !known.contains($0) }) {
      throw CommandFailure(
        .differences, "the manifest is refused: this program has no parameter '\(other)'")
    }
    guard let period = ReportingPeriod(id: manifest.period) else {
      throw CommandFailure(
        .differences, "the manifest is refused: '\(manifest.period)' is no period")
    }
    guard let definition = definitions.reports.first(where: { $0.id == manifest.report }) else {
      throw CommandFailure(
        .differences, "the report '\(manifest.report)' is not defined in this project any more")
    }
    self.init(
      folder: folder, definitions: definitions, definition: definition, period: period,
      register: register, jobs: jobs,
      variant: try VariantChoice(
        profile: manifest.parameters["profile"], area: manifest.parameters["area"],
        member: manifest.parameters["where"]
      ).variant(of: definition, in: definitions))
    earlier = try EarlierRunFiles(of: definition, before: period, variant, in: folder)
  }
}
