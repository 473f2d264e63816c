/// Tells how far a run is: a line that is written over on a terminal, else a line for each stage.
final class StageLog {
  /// Whether nothing is told.
  let isQuiet: Bool

  private let start = ContinuousClock.now
  private var millisecondsAtLastStage = 0

  /// Creates the log of a run that begins now.
  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
  }

  /// Says what is being done, on a terminal only.
  func show(_ activity: String) {
    guard !isQuiet, StandardError.isTerminal else { return }
    StandardError.writeText("\r\u{1B}[2K\(activity)")
  }

  /// What tells how many bytes have been read, from any thread; nil where nobody looks on.
  var readingProgress: (@Sendable (Int) -> Void)? {
    guard !isQuiet, StandardError.isTerminal else { return nil }
    return { bytes in
      StandardError.writeText("\r\u{1B}[2Kreading: \(bytes / 1_000_000) MB")
    }
  }

  /// Says that a stage is done, with what came of it and how long it took.
  func finish(_ stage: String) {
    let now = milliseconds
    let taken = now - millisecondsAtLastStage
    millisecondsAtLastStage = now
    guard !isQuiet else { return }
    if StandardError.isTerminal { StandardError.writeText("\r\u{1B}[2K") }
    StandardError.write("\(stage) (\(taken) ms)")
  }

  /// The milliseconds since the log began.
  var milliseconds: Int {
    let passed = ContinuousClock.now - start
    let (seconds, attoseconds) = passed.components
    return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
  }
}
