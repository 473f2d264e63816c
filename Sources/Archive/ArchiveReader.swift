internal import CSQLite
public import Provenance

/// Reads an archive that was made earlier.
public final class ArchiveReader {
  private let handle: OpaquePointer

  /// Opens an archive.
  ///
  /// - Throws: when there is none, or it is no database.
  public init(path: String) throws(ArchiveError) {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW
    let result = sqlite3_open_v2(path, &opened, flags, nil)
    guard let opened else { throw .refused(reason: "there is no memory for it") }
    handle = opened
    guard result == SQLITE_OK else { throw failure() }
  }

  deinit {
    sqlite3_close_v2(handle)
  }

  /// What the archive was made from: the register's files and the runs' manifests, each with its
  /// SHA-256.
  public func sources() throws(ArchiveError) -> [String: String] {
    var sources: [String: String] = [:]
    let rows = try rows(
      "SELECT 'published/' || file, sha256 FROM publications "
        + "UNION ALL SELECT 'runs/' || run, manifest_sha256 FROM runs", [])
    for row in rows { sources[row[0]] = row[1] }
    return sources
  }

  /// Whether the archive has the tables that this program makes: another version's may have others.
  public func hasKnownTables() throws(ArchiveError) -> Bool {
    let made = try rows("SELECT sql FROM sqlite_master WHERE type = 'table'", []).map { $0[0] }
    return Set(made) == Set(ArchiveTable.all.map(\.statement))
  }

  /// The published cells of some figures, of columns about some years or of all, in the order of the
  /// register: report, period, version, day of publication, reason, figure, row, column, value and
  /// the place in the register.
  public func published(
    figures: [String], years: [Int]
  ) throws(ArchiveError) -> [PublishedRow] {
    let marks = figures.map { _ in "?" }.joined(separator: ", ")
    let about = years.map { _ in "instr(p.column, ?) > 0" }.joined(separator: " OR ")
    let rows = try rows(
      """
      SELECT p.report, p.period, p.version, coalesce(u.published_on, ''), coalesce(u.reason, ''),
        p.figure, p.row, p.column, CASE WHEN p.is_dash THEN '-' WHEN p.is_suppressed THEN 'c'
        ELSE coalesce(p.decimal, '') END, p.file, p.line
      FROM published p JOIN publications u USING (file)
      WHERE p.figure IN (\(marks)) \(years.isEmpty ? "" : "AND (\(about))")
      ORDER BY p.rowid
      """, figures + years.map { String($0) })
    return rows.map(PublishedRow.init)
  }

  private func rows(_ question: String, _ values: [String]) throws(ArchiveError) -> [[String]] {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, question, -1, &statement, nil) == SQLITE_OK else {
      throw failure()
    }
    defer { sqlite3_finalize(statement) }
    for (index, value) in values.enumerated() {
      // SQLite copies the text before the call returns.
      let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      sqlite3_bind_text(statement, Int32(index + 1), value, -1, copies)
    }
    var rows: [[String]] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        rows.append(
          (0..<sqlite3_column_count(statement)).map { index in
            sqlite3_column_text(statement, index).map { String(cString: $0) } ?? ""
          })
      case SQLITE_DONE: return rows
      default: throw failure()
      }
    }
  }

  private func failure() -> ArchiveError {
    .unreadable(reason: String(cString: sqlite3_errmsg(handle)))
  }
}

/// A published cell with what is known about its publication.
public struct PublishedRow: Sendable, Hashable {
  /// The report, the period, which publication of it, its day and why it was published again.
  public let publication: [String]

  /// Where the cell stands: figure, row and column.
  public let place: CellPlace

  /// The plain decimal, `-` for a dash, empty for a blank.
  public let value: String

  /// The file in the register and the line.
  public let location: String

  fileprivate init(_ fields: [String]) {
    publication = Array(fields[0..<5])
    place = CellPlace(figure: fields[5], row: fields[6], column: fields[7])
    value = fields[8]
    location = "inputs/published/\(fields[9]):\(fields[10])"
  }
}
