internal import ArgumentParser
internal import Definitions
internal import Reports

/// What sets a run apart from the usual one of its period.
struct VariantOptions: ParsableArguments {
  @Option(help: "One of the report's profiles; without it the first.")
  var profile: String?

  @Option(help: "An area, whose numbers then stand beside those of the whole.")
  var area: String?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "The same for a member of any dimension.", valueName: "dimension=member"))
  var member: String?

  /// The variant of a report.
  ///
  /// - Throws: `CommandFailure` with exit code 2 for a profile, dimension or member that is unknown.
  func variant(of report: ReportDefinition, in definitions: Definitions) throws -> Variant {
    try VariantChoice(profile: profile, area: area, member: member)
      .variant(of: report, in: definitions)
  }
}
