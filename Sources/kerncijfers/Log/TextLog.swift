internal import Logging

/// A log for people: what is told, after the severity where it is not a matter of course.
struct TextLog: LogHandler {
  var logLevel = Logger.Level.info
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let time = event.metadata?["milliseconds"].map { " (\($0) ms)" } ?? ""
    StandardError.write("\(TextLog.label(event.level))\(event.message)\(time)")
  }

  private static func label(_ level: Logger.Level) -> String {
    switch level {
    case .trace, .debug: "debug: "
    case .info: ""
    case .notice: "note: "
    case .warning: "warning: "
    case .error, .critical: "error: "
    }
  }
}
