/// A table of the archive.
struct ArchiveTable {
  /// The name.
  let name: String

  /// The columns with their types.
  let columns: [String]

  /// The statement that makes it.
  var statement: String { "CREATE TABLE \(name) (\(columns.joined(separator: ", ")))" }
}

extension ArchiveTable {
  /// The runs, by their folder below `reports/`.
  static let runs = ArchiveTable(
    name: "runs",
    columns: [
      "run TEXT PRIMARY KEY", "report TEXT", "period TEXT", "program TEXT", "manifest_sha256 TEXT",
    ])

  /// The cells of the runs. `value` is a number for comparing, `decimal` the exact plain decimal.
  static let cells = ArchiveTable(
    name: "cells",
    columns: [
      "run TEXT", "figure TEXT", "row TEXT", "column TEXT", "value REAL", "decimal TEXT",
      "marker TEXT", "unit TEXT", "source TEXT", "status TEXT",
    ])

  /// What was found in the deliveries of the runs.
  static let findings = ArchiveTable(
    name: "findings",
    columns: [
      "run TEXT", "severity TEXT", "code TEXT", "dataset TEXT", "file TEXT", "line INTEGER",
      "column INTEGER", "message TEXT",
    ])

  /// The deliveries of the runs with their books.
  static let deliveries = ArchiveTable(
    name: "deliveries",
    columns: [
      "run TEXT", "dataset TEXT", "file TEXT", "bytes INTEGER", "sha256 TEXT",
      "records_read INTEGER", "records_counted INTEGER", "outside_period INTEGER",
    ])

  /// The records that rules set apart.
  static let setApart = ArchiveTable(
    name: "set_apart", columns: ["run TEXT", "file TEXT", "rule TEXT", "records INTEGER"])

  /// How the indicators of the runs count.
  static let indicators = ArchiveTable(
    name: "indicators",
    columns: ["run TEXT", "indicator TEXT", "status TEXT", "definition TEXT", "sha256 TEXT"])

  /// The definition files, register files and outputs of the runs.
  static let files = ArchiveTable(
    name: "files", columns: ["run TEXT", "kind TEXT", "file TEXT", "bytes INTEGER", "sha256 TEXT"])

  /// The register's files: which report was published when, and why again. What was put there by
  /// hand has no day, reason and manifest.
  static let publications = ArchiveTable(
    name: "publications",
    columns: [
      "file TEXT PRIMARY KEY", "report TEXT", "period TEXT", "version INTEGER",
      "published_on TEXT", "reason TEXT", "program TEXT", "manifest_sha256 TEXT", "sha256 TEXT",
    ])

  /// The register: what reports printed.
  static let published = ArchiveTable(
    name: "published",
    columns: [
      "report TEXT", "period TEXT", "version INTEGER", "figure TEXT", "row TEXT", "column TEXT",
      "value REAL", "decimal TEXT", "is_dash INTEGER",
      "is_suppressed INTEGER", "file TEXT", "line INTEGER",
    ])

  static let all = [
    runs, cells, findings, deliveries, setApart, indicators, files, publications, published,
  ]
}
