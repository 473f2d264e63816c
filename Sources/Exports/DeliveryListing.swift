public import Findings
public import Schemas

/// The deliveries in a place that another program has listed, as paths `DATASET/YEAR/FILE`.
public struct DeliveryListing {
  private let url: String
  private let files: [String]
  private let schemas: [DatasetSchema]

  /// Creates the listing of a place with the datasets that are expected in it.
  public init(of url: String, files: [String], schemas: [DatasetSchema]) {
    self.url = url
    self.files = files.sorted()
    self.schemas = schemas
  }

  /// The deliveries by path, and what is wrong with the names of files.
  public func deliveries() -> (deliveries: [Delivery], findings: [Finding]) {
    var deliveries: [Delivery] = []
    var findings: [Finding] = []
    var fileByPart: [[String]: String] = [:]
    for file in files where !isDocumentation(file) {
      guard let delivery = delivery(file) else {
        findings.append(unexpected(file, "is a file of another name"))
        continue
      }
      let part = [delivery.dataset, String(delivery.year), delivery.part]
      if let other = fileByPart[part] {
        findings.append(
          unexpected(file, "is besides '\(Printable.name(other))' one for the same part"))
      } else {
        fileByPart[part] = file
        deliveries.append(delivery)
      }
    }
    let expected = ExpectedDeliveries(schemas: schemas, deliveries: deliveries)
    return (deliveries, (findings + expected.missing()).sorted())
  }

  private func delivery(_ file: String) -> Delivery? {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let schema = schemas.first(where: { $0.name == parts[0] }),
      parts[1].utf8.count == 4, parts[1].utf8.allSatisfy({ (48...57).contains($0) }),
      let year = Int(parts[1]), let part = schema.naming.part(of: parts[2], year: year)
    else { return nil }
    return Delivery(
      dataset: schema.name, path: "\(url)/\(file)", file: file, year: year, part: part)
  }

  private func isDocumentation(_ file: String) -> Bool {
    ["README.md", "SHA256SUMS"].contains(file)
  }

  private func unexpected(_ file: String, _ found: String) -> Finding {
    let dataset = schemas.first { file.hasPrefix("\($0.name)/") }?.name ?? ""
    return Finding(
      .error, rule: "unexpected-file", dataset: dataset,
      at: SourceLocation(file: Printable.name(file)),
      "\(found), expected DATASET/YEAR/FILE as the datasets are delivered",
      fix: "rename it if it is a delivery, otherwise move it elsewhere; it was not read")
  }
}
