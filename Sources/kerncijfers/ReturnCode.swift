/// How the program ends, for whoever called it.
enum ReturnCode: Int32 {
  /// Done, no error findings.
  case done = 0

  /// Done, with error findings; with `--strict`, refused because of findings.
  case errorFindings = 1

  /// The command line or the project folder was wrong.
  case badUse = 2

  /// The definitions have errors.
  case badDefinitions = 3

  /// The deliveries cannot be used.
  case unusableInputs = 4

  /// The outputs could not be written.
  case notWritten = 5

  /// Two things that should be the same are not.
  case differences = 6
}

/// Why a command ends before its work is done.
struct CommandFailure: Error {
  /// The exit code.
  let code: ReturnCode

  /// What happened and what to do, lines without `error:` before them; empty when findings say it.
  let message: String

  /// Creates a failure.
  init(_ code: ReturnCode, _ message: String = "") {
    self.code = code
    self.message = message
  }

  /// Prints the message on standard error.
  func report() {
    guard !message.isEmpty else { return }
    guard ProgramLog.form == .json else { return ProgramLog.say(.error, message) }
    let parts = message.split(separator: "\n  fix: ", maxSplits: 1)
    ProgramLog.say(
      .error, String(parts.first ?? ""),
      ["fix": String(parts.dropFirst().first ?? ""), "exit": "\(code.rawValue)"])
  }
}
