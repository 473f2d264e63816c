internal import Subprocess
internal import Synchronization

#if canImport(System)
  internal import System
#else
  internal import SystemPackage
#endif

/// A conversation with `spark-sql`: statements go to its standard input, rows come from its output.
///
/// Nothing of the records is written to a disk of this machine on the way.
struct SparkSession: ~Copyable {
  private let input: StandardInputWriter
  private var lines: SubprocessOutputSequence.StringSequence<UTF8>.AsyncIterator
  private let trouble: SparkTrouble
  private var number = 0

  /// Starts the program, has the body ask it, and ends it.
  ///
  /// When the surrounding task is cancelled the program is told to end, which cancels its
  /// application on the cluster.
  static func with<Value: Sendable>(
    _ program: SparkProgram, _ settings: SparkSettings,
    _ body: (inout SparkSession) async throws -> Value
  ) async throws -> Value {
    let trouble = SparkTrouble(master: settings.master)
    var options = PlatformOptions()
    // Its own session: an interruption at the terminal reaches this program, which ends the other.
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .terminate, allowedDurationToNextStep: .seconds(20))
    ]
    let result = try await run(
      .path(FilePath(program.path)), arguments: Arguments(settings.arguments),
      platformOptions: options, input: .inputWriter, output: .sequence, error: .sequence
    ) { execution in
      async let listening: Void = trouble.listen(to: execution.standardError)
      var session = SparkSession(
        input: execution.standardInputWriter,
        lines: execution.standardOutput.strings(bufferingPolicy: .unbounded).makeAsyncIterator(),
        trouble: trouble)
      do {
        let value = try await body(&session)
        try await session.input.finish()
        while try await session.lines.next() != nil {}
        try await listening
        return Result<Value, any Error>.success(value)
      } catch {
        try? await session.input.finish()
        await execution.teardown(using: options.teardownSequence)
        try? await listening
        return .failure(error)
      }
    }
    return try result.closureResult.get()
  }

  private init(
    input: StandardInputWriter,
    lines: SubprocessOutputSequence.StringSequence<UTF8>.AsyncIterator, trouble: SparkTrouble
  ) {
    self.input = input
    self.lines = lines
    self.trouble = trouble
  }

  /// Has statements carried out that give no rows, and one query that does.
  mutating func rows(_ statements: [String], _ query: String) async throws -> [ResultRow] {
    number += 1
    let mark = "SELECT 'kc|done|\(number)|' AS row"
    // The first row says that the query could be carried out, the last that nothing follows.
    let asked = "SELECT concat('kc|asked|', '\(number)|') AS row UNION ALL SELECT * FROM (\(query))"
    // Statements are given while lines are read: the program repeats what it is given, and would wait
    // for a reader while this one waits for it.
    let (input, all) = (input, statements + [asked, mark])
    let sending = Task { try await SparkSession.send(all, to: input) }
    defer { sending.cancel() }
    return try await answers()
  }

  /// The rows up to the mark that nothing follows.
  private mutating func answers() async throws -> [ResultRow] {
    var rows: [ResultRow] = []
    var wasAnswered = false
    while let line = try await lines.next() {
      try Task.checkCancellation()
      guard let row = ResultRow(line) else { continue }
      switch row.kind {
      case "asked": wasAnswered = true
      case "done":
        guard wasAnswered else { throw trouble.failure() }
        return rows
      default: rows.append(row)
      }
    }
    try Task.checkCancellation()
    throw trouble.failure()
  }

  /// The program takes lines and ends a statement with a semicolon at the end of one. When it has
  /// ended, its lines end too, which the reader sees.
  private static func send(_ statements: [String], to input: StandardInputWriter) async throws {
    for statement in statements {
      try Task.checkCancellation()
      _ = try await input.write(statement + ";\n")
    }
  }
}
