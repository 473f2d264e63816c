public import Provenance

/// A run as the archive holds it.
public struct ArchivedRun: Sendable {
  /// The folder below `reports/`.
  public let name: String

  /// The manifest.
  public let manifest: Manifest

  /// The SHA-256 of the manifest.
  public let digest: Digest

  /// The cells.
  public let cells: RunCells

  /// The findings: the fields of `findings.csv`, without its header.
  public let findings: [[String]]

  /// Creates a run.
  public init(
    name: String, manifest: Manifest, digest: Digest, cells: RunCells, findings: [[String]]
  ) {
    self.name = name
    self.manifest = manifest
    self.digest = digest
    self.cells = cells
    self.findings = findings
  }
}

/// The database of all runs and publications.
public enum Archive {
  /// Makes the database at a path where there is none.
  public static func write(
    runs: [ArchivedRun], publications: [ArchivedPublication], to path: String
  ) throws(ArchiveError) {
    let database = try Database(path: path)
    for table in ArchiveTable.all { try database.execute(table.statement) }
    for run in runs { try add(run, to: database) }
    for publication in publications { try add(publication, to: database) }
    try database.execute(
      "CREATE INDEX cells_by_place ON cells (figure, row, column); "
        + "CREATE INDEX published_by_place ON published (figure, row, column)")
    try database.finish()
  }

  private static func add(
    _ publication: ArchivedPublication, to database: Database
  ) throws(ArchiveError) {
    let (file, record) = (publication.file, publication.record)
    let version = String(publication.version)
    let about: [String?] = [
      file.file, publication.report, publication.period, version, record?.publishedOn,
      record?.reason, record?.program, record?.manifest, file.sha256,
    ]
    try database.add(.publications, [about])
    try database.add(
      .published,
      publication.cells.map { cell -> [String?] in
        let decimal = number(cell.decimal)
        return [
          publication.report, publication.period, version, cell.place.figure, cell.place.row,
          cell.place.column, decimal, decimal, cell.isDash ? "1" : "0",
          cell.isSuppressed ? "1" : "0", file.file, String(cell.line),
        ]
      })
  }

  private static func add(_ run: ArchivedRun, to database: Database) throws(ArchiveError) {
    let (name, manifest) = (run.name, run.manifest)
    try database.add(
      .runs,
      [
        [
          name, manifest.report, manifest.period, manifest.program.version,
          run.digest.hexadecimal,
        ]
      ])
    try database.add(
      .cells,
      run.cells.cells.map { cell in
        [
          name, cell.place.figure, cell.place.row, cell.place.column, number(cell.value),
          number(cell.value), cell.marker, cell.unit, cell.source, cell.status,
        ]
      })
    try database.add(
      .findings,
      run.findings.map { fields in
        [name] + fields.prefix(4) + fields[4...5].map(number) + [fields[6]]
      })
    try database.add(
      .deliveries,
      manifest.inputs.map { file in
        [
          name, file.dataset, file.file, String(file.bytes), file.sha256,
          String(file.recordsRead), String(file.recordsCounted), String(file.outsidePeriod),
        ]
      })
    try database.add(
      .setApart,
      manifest.inputs.flatMap { file in
        file.setApart.sorted { $0.key < $1.key }.map {
          [name, file.file, $0.key, String($0.value)]
        }
      })
    try database.add(
      .indicators,
      manifest.indicators.map { [name, $0.id, $0.status, $0.definition, $0.sha256] })
    try database.add(
      .files,
      files("definition", manifest.definitions, of: name)
        + files("register", manifest.register, of: name)
        + files("output", manifest.outputs, of: name))
  }

  private static func files(
    _ kind: String, _ files: [some DigestedFile], of run: String
  ) -> [[String?]] {
    files.map { [run, kind, $0.file, String($0.bytes), $0.sha256] }
  }

  private static func number(_ text: String) -> String? {
    text.isEmpty ? nil : text
  }
}
