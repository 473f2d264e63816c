internal import ArgumentParser
internal import Logging

/// From which level on the log tells something.
enum LogLevel: String, ExpressibleByArgument, CaseIterable {
  case debug
  case info
  case notice
  case warning
  case error

  /// The level.
  var level: Logger.Level {
    switch self {
    case .debug: .debug
    case .info: .info
    case .notice: .notice
    case .warning: .warning
    case .error: .error
    }
  }
}

/// How the log is written.
enum LogForm: String, ExpressibleByArgument, CaseIterable {
  /// Lines for people.
  case text

  /// One JSON object on each line.
  case json
}
