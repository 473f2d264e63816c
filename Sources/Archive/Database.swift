internal import CSQLite

/// Why an archive cannot be made.
public enum ArchiveError: Error, Sendable, Hashable {
  /// SQLite refused something; its reason is given.
  case refused(reason: String)

  /// SQLite cannot read the database; its reason is given.
  case unreadable(reason: String)

  /// The reason in words.
  public var message: String {
    switch self {
    case .refused(let reason): "the database cannot be written: \(reason)"
    case .unreadable(let reason): "the database cannot be read: \(reason)"
    }
  }
}

/// A new SQLite database that is being filled, in one transaction.
final class Database {
  private let handle: OpaquePointer

  /// Opens a database at a path where there is none.
  init(path: String) throws(ArchiveError) {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW
    let result = sqlite3_open_v2(path, &opened, flags, nil)
    guard let opened else { throw .refused(reason: "there is no memory for it") }
    handle = opened
    guard result == SQLITE_OK else { throw failure() }
    // The file is put in place as a whole, so that a journal would guard nothing.
    try execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = FULL; BEGIN")
  }

  deinit {
    sqlite3_close_v2(handle)
  }

  /// Runs statements without values.
  func execute(_ statements: String) throws(ArchiveError) {
    guard sqlite3_exec(handle, statements, nil, nil, nil) == SQLITE_OK else { throw failure() }
  }

  /// Makes a table and fills it; nil is NULL, and texts become what the columns say.
  func add(_ table: ArchiveTable, _ rows: [[String?]]) throws(ArchiveError) {
    let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
    var statement: OpaquePointer?
    guard
      sqlite3_prepare_v2(
        handle, "INSERT INTO \(table.name) VALUES (\(marks))", -1, &statement, nil) == SQLITE_OK
    else { throw failure() }
    defer { sqlite3_finalize(statement) }
    for row in rows {
      for (index, value) in row.enumerated() { bind(value, at: Int32(index + 1), of: statement) }
      guard sqlite3_step(statement) == SQLITE_DONE, sqlite3_reset(statement) == SQLITE_OK else {
        throw failure()
      }
    }
  }

  /// Ends the transaction.
  func finish() throws(ArchiveError) {
    try execute("COMMIT")
  }

  private func bind(_ value: String?, at index: Int32, of statement: OpaquePointer?) {
    guard let value else {
      sqlite3_bind_null(statement, index)
      return
    }
    // SQLite copies the text before the call returns.
    let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    sqlite3_bind_text(statement, index, value, -1, copies)
  }

  private func failure() -> ArchiveError {
    .refused(reason: String(cString: sqlite3_errmsg(handle)))
  }
}
