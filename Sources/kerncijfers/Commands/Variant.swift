internal import Indicators
internal import Provenance
internal import Reports

/// In which way a report is written, and about what.
struct Variant {
  /// The profile; nil where the report has none.
  let profile: ReportProfile?

  /// Whether the profile is the one that is used when none is named.
  let isUsualProfile: Bool

  /// The member that is shown beside the whole.
  let focus: ReportFocus?

  /// Whether the member is one of the dimension that the report calls its areas.
  let isArea: Bool

  /// The names that set its folder and files apart; none for the usual report.
  var names: [String] {
    var names: [String] = []
    if !isUsualProfile, let profile { names.append(profile.id) }
    if let focus {
      let slug = focus.member.slug
      names.append(isArea ? slug : "\(focus.dimension)-\(slug)")
    }
    return names
  }

  /// The usual report.
  static let usual = Variant(profile: nil, isUsualProfile: true, focus: nil, isArea: false)

  /// What a manifest says of it; nothing for the usual report.
  var parameters: [String: String] {
    var parameters: [String: String] = [:]
    if !isUsualProfile, let profile { parameters["profile"] = profile.id }
    if let focus {
      let slug = focus.member.slug
      parameters[isArea ? "area" : "where"] = isArea ? slug : "\(focus.dimension)=\(slug)"
    }
    return parameters
  }
}

extension Manifest {
  /// The names that set the folder of its run apart, as `Variant.names` gives them.
  var variantNames: [String] {
    let member = parameters["where"].map {
      $0.split(separator: "=", maxSplits: 1).joined(separator: "-")
    }
    return [parameters["profile"], parameters["area"] ?? member].compactMap { $0 }
  }
}
