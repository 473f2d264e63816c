internal import Logging
internal import Synchronization

/// What the program tells while it works, on standard error.
///
/// No message names a person or holds a field of a record: findings say where, not what.
enum ProgramLog {
  private struct Settings {
    var logger: Logger
    var form: LogForm
  }

  private static let settings = Mutex(
    Settings(logger: logger(.info, .text), form: .text))

  /// Tells from now on what matters as much as `level`, in a form.
  static func configure(_ level: LogLevel, _ form: LogForm) {
    settings.withLock { $0 = Settings(logger: logger(level, form), form: form) }
  }

  /// The form that was asked for.
  static var form: LogForm { settings.withLock(\.form) }

  /// Whether something of a level is told.
  static func tells(_ level: LogLevel) -> Bool {
    settings.withLock { $0.logger.logLevel <= level.level }
  }

  /// Tells something, with what a program would want to know of it apart.
  static func say(_ level: LogLevel, _ message: String, _ details: [String: String] = [:]) {
    settings.withLock(\.logger).log(
      level: level.level, "\(message)", metadata: details.mapValues { .string($0) })
  }

  /// Tells what somebody should know who asked for as little as possible.
  static func notice(_ message: String) { say(.notice, message) }

  private static func logger(_ level: LogLevel, _ form: LogForm) -> Logger {
    var logger = Logger(label: "kerncijfers") { _ -> any LogHandler in
      switch form {
      case .text: TextLog()
      case .json: JSONLog()
      }
    }
    logger.logLevel = level.level
    return logger
  }
}
