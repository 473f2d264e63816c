internal import Definitions
internal import Findings
internal import Indicators
internal import Reports

/// The names of a profile and a member, as a user or a manifest gives them.
struct VariantChoice {
  /// The profile.
  let profile: String?

  /// The area.
  let area: String?

  /// The dimension and member, as `dimension=member`.
  let member: String?

  /// The variant of a report.
  ///
  /// - Throws: `CommandFailure` with exit code 2 for a profile, dimension or member that is unknown.
  func variant(of report: ReportDefinition, in definitions: Definitions) throws -> Variant {
    guard area == nil || member == nil else {
      throw CommandFailure(
        .badUse, "--area and --where stand together, expected one of them\n  fix: leave one out")
    }
    return try Variant(
      profile: chosenProfile(of: report), isUsualProfile: isUsualProfile(of: report),
      focus: focus(of: report, definitions), isArea: area != nil)
  }

  private func isUsualProfile(of report: ReportDefinition) -> Bool {
    profile == nil || profile == report.profiles.first?.id
  }

  private func chosenProfile(of report: ReportDefinition) throws -> ReportProfile? {
    guard let profile else { return report.profiles.first }
    if let found = report.profiles.first(where: { $0.id == profile }) { return found }
    throw unknown("profile", profile, of: "report '\(report.id)'", report.profiles.map(\.id))
  }

  private func focus(
    of report: ReportDefinition, _ definitions: Definitions
  ) throws -> ReportFocus? {
    if let area {
      guard let dimension = report.areaDimension else {
        throw CommandFailure(
          .badUse,
          "report '\(report.id)' does not say which dimension its areas are\n"
            + "  fix: add 'area:' to its definition, or use --where DIMENSION=MEMBER")
      }
      return try focus(on: area, of: dimension, definitions)
    }
    guard let member else { return nil }
    let parts = member.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw CommandFailure(
        .badUse,
        "--where is '\(member)', expected DIMENSION=MEMBER\n"
          + "  fix: write for example the name of a column, = and one of its codes")
    }
    return try focus(on: parts[1], of: parts[0], definitions)
  }

  private func focus(
    on name: String, of dimension: String, _ definitions: Definitions
  ) throws -> ReportFocus {
    let catalog = definitions.catalog
    let members = catalog.members(of: dimension)
    guard !members.isEmpty else {
      throw unknown("dimension", dimension, of: "the definitions", catalog.dimensionsWithMembers)
    }
    let wanted = name.lowercased()
    let found = members.first {
      $0.slug.lowercased() == wanted || $0.label.lowercased() == wanted
    }
    guard let found else {
      throw unknown("member", name, of: "dimension '\(dimension)'", members.map(\.slug))
    }
    return ReportFocus(dimension: dimension, member: found)
  }

  private func unknown(
    _ kind: String, _ name: String, of whole: String, _ known: [String]
  ) -> CommandFailure {
    let hint = known.nearest(to: name).map { " (nearest: '\($0)')" } ?? ""
    let fix =
      known.isEmpty ? "leave the option out" : "name one of \(known.joined(separator: ", "))"
    return CommandFailure(
      .badUse, "there is no \(kind) '\(name)' in \(whole)\(hint)\n  fix: \(fix)")
  }
}
