internal import Logging

/// A log for programs: one JSON object on each line, with `time` (in Greenwich), `level`, `message` and
/// what else is known, numbers as numbers.
struct JSONLog: LogHandler {
  var logLevel = Logger.Level.info
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let details = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { key, value in
      let text = value.description
      return (key, Int(text).map(String.init) ?? JSONString(text).description)
    }
    let fields =
      [
        ("time", JSONString(WallClock.now).description),
        ("level", JSONString(event.level.rawValue).description),
        ("message", JSONString(event.message.description).description),
      ] + details
    StandardError.write(
      "{" + fields.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}")
  }
}
