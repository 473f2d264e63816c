import Findings
import Schemas

/// What should have been delivered, judged by what was.
///
/// A year of which one file is there should be there as a whole. Of the last year of a monthly
/// dataset, only the months up to the last one that any monthly dataset has are expected.
struct ExpectedDeliveries {
  let schemas: [DatasetSchema]
  let deliveries: [Delivery]

  /// A finding for each file, and each year between two others, that is not there.
  func missing() -> [Finding] {
    schemas.flatMap { schema in
      let own = deliveries.filter { $0.dataset == schema.name }
      let years = Set(own.map(\.year))
      guard let first = years.min(), let last = years.max() else { return [missingDataset(schema)] }
      return (first...last).flatMap { year in
        years.contains(year)
          ? missingParts(of: schema, year: year, isLast: year == last, among: own)
          : [missingYear(of: schema, year: year)]
      }
    }
  }

  private func missingParts(
    of schema: DatasetSchema, year: Int, isLast: Bool, among own: [Delivery]
  ) -> [Finding] {
    var expected = schema.naming.expectedParts
    if case .perMonth = schema.naming, isLast { expected.removeAll { $0 > lastMonth(of: year) } }
    let present = own.filter { $0.year == year }.map(\.part)
    return expected.filter { !present.contains($0) }.map { part in
      let file = "\(schema.name)/\(year)/\(schema.naming.fileName(for: part, year: year))"
      return Finding(
        .error, rule: "missing-export", dataset: schema.name, at: SourceLocation(file: file),
        "is not there, expected all \(expected.count) files of '\(schema.name)' for \(year)",
        fix: "ask \(schema.system) for the file; figures over it are not available without it")
    }
  }

  private func missingDataset(_ schema: DatasetSchema) -> Finding {
    Finding(
      .error, rule: "missing-export", dataset: schema.name,
      at: SourceLocation(file: schema.name), "has no deliveries, expected a folder for each year",
      fix: "ask \(schema.system) for the files; figures over them are not available without them")
  }

  private func missingYear(of schema: DatasetSchema, year: Int) -> Finding {
    Finding(
      .error, rule: "missing-export", dataset: schema.name,
      at: SourceLocation(file: "\(schema.name)/\(year)"),
      "is not there, expected a folder for each year between the first and the last",
      fix: "ask \(schema.system) for the year; figures over it are not available without it")
  }

  private func lastMonth(of year: Int) -> String {
    let monthly = Set(schemas.filter { $0.naming == .perMonth }.map(\.name))
    let months = deliveries.filter { $0.year == year && monthly.contains($0.dataset) }.map(\.part)
    return months.max() ?? ""
  }
}
