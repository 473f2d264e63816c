/// Tells how far a run is: a line that is written over on a terminal, else a line for each stage.
struct StageLog: Sendable {
  /// Whether nothing is told.
  let isQuiet: Bool

  private let start = ContinuousClock.now

  /// Creates the log of a run that begins now.
  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
  }

  /// Says what is being done, on a terminal only.
  func show(_ activity: String) {
    guard !isQuiet, StandardError.isTerminal else { return }
    StandardError.writeText("\r\u{1B}[2K\(activity)")
  }

  /// Says that a stage is done, with what came of it.
  func finish(_ stage: String) {
    guard !isQuiet else { return }
    if StandardError.isTerminal { StandardError.writeText("\r\u{1B}[2K") }
    StandardError.write("\(stage) (\(milliseconds) ms)")
  }

  /// The milliseconds since the log began.
  var milliseconds: Int {
    let passed = ContinuousClock.now - start
    let (seconds, attoseconds) = passed.components
    return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
  }
}
