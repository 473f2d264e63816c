internal import Synchronization

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

  private var showsProgress: Bool {
    !isQuiet && StandardError.isTerminal && ProgramLog.form == .text && ProgramLog.tells(.info)
  }

  /// Says what is being done, on a terminal only.
  func show(_ activity: String) {
    guard showsProgress else { return }
    StandardError.writeText("\r\u{1B}[2K\(activity)")
  }

  /// What tells how many bytes have been read, from any thread; nil where nobody looks on.
  var readingProgress: (@Sendable (Int) -> Void)? {
    guard showsProgress else { return nil }
    return { bytes in
      StandardError.writeText("\r\u{1B}[2Kreading: \(bytes / 1_000_000) MB")
    }
  }

  /// What tells, from any thread, what a cluster is doing: on a terminal over the same line, else a
  /// line now and then.
  var clusterProgress: @Sendable (String) -> Void {
    if isQuiet { return { _ in } }
    if showsProgress { return { StandardError.writeText("\r\u{1B}[2K\($0)") } }
    let stages = Mutex<Set<String>>([])
    return { activity in
      let stage = String(activity.prefix { $0 != ":" })
      if stages.withLock({ $0.insert(stage).inserted }) { ProgramLog.say(.info, stage) }
    }
  }

  /// Says that a stage is done, with what came of it and how long it took.
  func finish(_ stage: String) {
    let now = milliseconds
    let taken = now - millisecondsAtLastStage
    millisecondsAtLastStage = now
    guard !isQuiet else { return }
    if showsProgress { StandardError.writeText("\r\u{1B}[2K") }
    ProgramLog.say(.info, stage, ["milliseconds": "\(taken)"])
  }

  /// The milliseconds since the log began.
  var milliseconds: Int {
    let passed = ContinuousClock.now - start
    let (seconds, attoseconds) = passed.components
    return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
  }
}
