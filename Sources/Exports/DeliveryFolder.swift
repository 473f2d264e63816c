public import Findings
public import Schemas

/// The folder with all deliveries, `<dataset>/<year>/*.csv`.
///
/// Links inside the folder are not followed.
public struct DeliveryFolder {
  private let path: String
  private let schemas: [DatasetSchema]

  /// Creates the folder at a path, with the datasets that are expected in it.
  public init(path: String, schemas: [DatasetSchema]) {
    self.path = path
    self.schemas = schemas
  }

  /// The deliveries by path, and what is wrong with the names of files and folders.
  ///
  /// - Throws: `ExportError` when the folder is missing or a folder cannot be listed.
  public func deliveries() throws(ExportError) -> (deliveries: [Delivery], findings: [Finding]) {
    var deliveries: [Delivery] = []
    var findings: [Finding] = []
    let names = schemas.map(\.name)
    for entry in try DirectoryEntry.list(path) {
      if entry.kind == .folder, let schema = schemas.first(where: { $0.name == entry.name }) {
        try addYears(of: schema, to: &deliveries, &findings)
      } else if !DeliveryFolder.isDocumentation(entry) {
        let nearest = names.nearest(to: entry.name).map { " (nearest: '\($0)')" } ?? ""
        findings.append(
          unexpected(
            entry, in: "", dataset: "",
            expected: "a folder named after one of the \(names.count) datasets\(nearest)"))
      }
    }
    let expected = ExpectedDeliveries(schemas: schemas, deliveries: deliveries)
    return (deliveries, (findings + expected.missing()).sorted())
  }

  private func addYears(
    of schema: DatasetSchema, to deliveries: inout [Delivery], _ findings: inout [Finding]
  ) throws(ExportError) {
    for entry in try DirectoryEntry.list("\(path)/\(schema.name)") {
      guard entry.kind == .folder, let year = DeliveryFolder.year(entry.name) else {
        findings.append(
          unexpected(
            entry, in: schema.name, dataset: schema.name,
            expected: "folders named after a year, for example 2019"))
        continue
      }
      try addFiles(of: schema, year: year, to: &deliveries, &findings)
    }
  }

  private func addFiles(
    of schema: DatasetSchema, year: Int, to deliveries: inout [Delivery],
    _ findings: inout [Finding]
  ) throws(ExportError) {
    let folder = "\(schema.name)/\(year)"
    var fileByPart: [String: String] = [:]
    for entry in try DirectoryEntry.list("\(path)/\(folder)") {
      guard entry.kind == .file, let part = schema.naming.part(of: entry.name, year: year) else {
        findings.append(
          unexpected(
            entry, in: folder, dataset: schema.name,
            expected: schema.naming.expectation(for: entry.name, year: year)))
        continue
      }
      if let other = fileByPart[part] {
        findings.append(second(entry, in: folder, besides: other, dataset: schema.name))
        continue
      }
      fileByPart[part] = entry.name
      deliveries.append(
        Delivery(
          dataset: schema.name, path: "\(path)/\(folder)/\(entry.name)",
          file: "\(folder)/\(entry.name)", year: year, part: part))
    }
  }

  private func unexpected(
    _ entry: DirectoryEntry, in folder: String, dataset: String, expected: String
  ) -> Finding {
    let file = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
    let location = SourceLocation(file: Printable.name(file))
    if entry.kind != .folder, DeliveryFolder.isTemporary(entry.name) {
      return Finding(
        .note, rule: "ignored-file", dataset: dataset, at: location,
        "is a temporary or system file, expected \(expected)", fix: "none, it is not read")
    }
    return Finding(
      .error, rule: "unexpected-file", dataset: dataset, at: location,
      "is \(DeliveryFolder.description(of: entry)), expected \(expected)",
      fix: "rename it if it is a delivery, otherwise move it elsewhere; it was not read")
  }

  private func second(
    _ entry: DirectoryEntry, in folder: String, besides other: String, dataset: String
  ) -> Finding {
    Finding(
      .error, rule: "unexpected-file", dataset: dataset,
      at: SourceLocation(file: "\(folder)/\(Printable.name(entry.name))"),
      "is besides '\(Printable.name(other))' a file for the same part, expected one of the two",
      fix: "keep the file that was delivered last; this one was not read")
  }

  private static func description(of entry: DirectoryEntry) -> String {
    switch entry.kind {
    case .folder: "a folder"
    case .link: "a symbolic link, which is not followed"
    case .other: "not a regular file"
    case .unnamable: "a name that is not UTF-8"
    case .file: "a file of another name"
    }
  }

  private static func isDocumentation(_ entry: DirectoryEntry) -> Bool {
    entry.kind == .file
      && (["README.md", "SHA256SUMS"].contains(entry.name) || entry.name.hasPrefix(".git"))
  }

  private static func isTemporary(_ name: String) -> Bool {
    let lower = name.lowercased()
    return name.hasPrefix(".") || name.hasPrefix("~$") || name.hasSuffix("~")
      || ["thumbs.db", "desktop.ini"].contains(lower)
      || [".tmp", ".part", ".swp", ".crdownload"].contains { lower.hasSuffix($0) }
  }

  private static func year(_ name: String) -> Int? {
    guard name.utf8.count == 4, name.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(name)
  }
}
