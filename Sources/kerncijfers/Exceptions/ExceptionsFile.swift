#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import Exports
internal import Findings
internal import Provenance
internal import Schemas

/// The file with the known exceptions of a project, `inputs/known-exceptions.csv`.
struct ExceptionsFile {
  /// The columns, in order.
  static let columns = ["rule", "scope", "reason", "author", "expires", "count"]

  private let path: String

  /// Creates the file of a project; it need not be there.
  init(of folder: ProjectFolder) {
    path =
      folder.path == "."
      ? "inputs/known-exceptions.csv" : "\(folder.path)/inputs/known-exceptions.csv"
  }

  /// Reads the exceptions; none when there is no file.
  ///
  /// - Throws: `CommandFailure` with exit code 3 after printing what is wrong with the file.
  func read() throws -> KnownExceptions {
    guard access(path, F_OK) == 0 else { return KnownExceptions(all: []) }
    var records: [RecordReader.Record] = []
    let reader = RecordReader(path: path, dialect: Dialect(delimiter: UInt8(ascii: ",")))
    let (isUsable, remarks) = reader.read { records.append($0) }
    var findings = remarks.filter { $0.severity == .error }
    if records.isEmpty || records.removeFirst().fields != ExceptionsFile.columns {
      findings.append(
        finding(1, "has other columns, expected \(ExceptionsFile.columns.joined(separator: ","))"))
    }
    let exceptions = records.compactMap(exception)
    for record in records where exception(record) == nil {
      findings.append(
        finding(
          record.line,
          "is no exception, expected a rule, a reason, an author, a day yyyy-mm-dd and a count"))
    }
    guard isUsable, findings.isEmpty else {
      FindingsPrinter(showsColours: StandardError.showsColours).print(findings)
      throw CommandFailure(.badDefinitions, "the known exceptions cannot be used")
    }
    return KnownExceptions(all: exceptions)
  }

  /// The file as the manifest names it; none when there is none.
  var records: [DefinitionRecord] {
    guard let content = FolderTree.content(ofFile: path) else { return [] }
    return [
      DefinitionRecord(file: "known-exceptions.csv", content: content, normalForm: content)
    ]
  }

  /// Adds a line; the file is made with its header where there is none.
  ///
  /// - Throws: `CommandFailure` with exit code 5 when it cannot be written.
  func add(_ fields: [String]) throws {
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o640)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure() }
    var text = RecordText.csv(fields) + "\n"
    if status.st_size == 0 {
      text = RecordText.csv(ExceptionsFile.columns) + "\n" + text
    } else {
      var last: UInt8 = 0
      if pread(descriptor, &last, 1, status.st_size - 1) == 1, last != 10 { text = "\n" + text }
    }
    let bytes = Array(text.utf8)
    guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      _ = ftruncate(descriptor, status.st_size)
      throw failure()
    }
  }

  private func failure() -> CommandFailure {
    CommandFailure(
      .notWritten,
      "'\(path)' cannot be written: \(String(cString: strerror(errno)))\n"
        + "  fix: make room or change the file's permissions; it is as it was")
  }

  private func exception(_ record: RecordReader.Record) -> KnownException? {
    let fields = record.fields
    guard fields.count == ExceptionsFile.columns.count, !fields[0].isEmpty, !fields[2].isEmpty,
      !fields[3].isEmpty, let expires = CalendarDate(iso: fields[4]), let count = Int(fields[5]),
      count > 0
    else { return nil }
    return KnownException(
      rule: fields[0], scope: fields[1], reason: Printable.name(fields[2]),
      author: Printable.name(fields[3]), expires: expires, count: count,
      location: SourceLocation(file: "inputs/known-exceptions.csv", line: record.line))
  }

  private func finding(_ line: Int, _ message: String) -> Finding {
    Finding(
      .error, rule: "bad-exception",
      at: SourceLocation(file: "inputs/known-exceptions.csv", line: line, column: 1), message,
      fix: "correct the line, or write it with 'kerncijfers accept'")
  }
}
