internal import Reports

/// Reads the ways in which a report can be written.
struct ProfilesReader {
  /// Where findings go.
  let log: FindingCollector

  /// The profiles in their order; none where the report does not list them.
  func read(_ report: MappingReader) -> [ReportProfile] {
    var names = NameTable<Bool>(kind: "profile")
    return (report.list("profiles") ?? []).compactMap { node in
      guard
        let mapping = MappingReader(node, "a profile", required: ["id", "form"], log: log),
        let id = mapping.name("id", .slug)
      else { return nil }
      names.declare(id, true, log: log)
      return mapping.choice("form", of: ReportProfile.Form.self).map {
        ReportProfile(id: id.text, form: $0)
      }
    }
  }
}
