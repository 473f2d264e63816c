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

/// A published cell as the archive holds it.
public struct ArchivedPublication: Sendable {
  /// The report and the period.
  public let report: String
  /// The period's id.
  public let period: String
  /// Where the cell stands.
  public let place: CellPlace
  /// The plain decimal; empty when no number was printed.
  public let decimal: String
  /// Whether a dash was printed.
  public let isDash: Bool
  /// The file in the register, and its line.
  public let file: String
  /// The line in the file.
  public let line: Int

  /// Creates a publication.
  public init(
    report: String, period: String, place: CellPlace, decimal: String, isDash: Bool, file: String,
    line: Int
  ) {
    self.report = report
    self.period = period
    self.place = place
    self.decimal = decimal
    self.isDash = isDash
    self.file = file
    self.line = line
  }
}

/// The database of all runs and publications.
public enum Archive {
  /// Makes the database at a path where there is none.
  public static func write(
    runs: [ArchivedRun], published: [ArchivedPublication], to path: String
  ) throws(ArchiveError) {
    let database = try Database(path: path)
    for table in ArchiveTable.all { try database.execute(table.statement) }
    for run in runs { try add(run, to: database) }
    try database.add(
      .published,
      published.map { cell in
        [
          cell.report, cell.period, cell.place.figure, cell.place.row, cell.place.column,
          number(cell.decimal), number(cell.decimal), cell.isDash ? "1" : "0", cell.file,
          String(cell.line),
        ]
      })
    try database.execute(
      "CREATE INDEX cells_by_place ON cells (figure, row, column); "
        + "CREATE INDEX published_by_place ON published (figure, row, column)")
    try database.finish()
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
