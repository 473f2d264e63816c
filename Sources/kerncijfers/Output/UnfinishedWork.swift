internal import CEndSignals
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What is undone when the process is asked to end, by Ctrl-C, a closed terminal, `kill` or a reader
/// of its output that went away.
///
/// Signals come to the process as a whole, so this is one for the process, too. SIGKILL cannot be
/// noticed: the next run removes what it leaves.
enum UnfinishedWork {
  private static let undos = Mutex<[Int: @Sendable () -> Void]>([:])

  /// Begins to watch for signals; the process ends as the signal would have ended it, after what
  /// was begun is undone.
  static func watchSignals() {
    end_signals_watch { number in
      // Not let go of: nothing may be begun or finished any more.
      UnfinishedWork.undos.withLock { undos in
        for undo in undos.values { undo() }
        end_signals_raise(number)
      }
    }
  }

  /// Registers what undoes a piece of work; the number is given back when it is done.
  static func begin(_ undo: @escaping @Sendable () -> Void) -> Int {
    undos.withLock { undos in
      let number = (undos.keys.max() ?? 0) + 1
      undos[number] = undo
      return number
    }
  }

  /// Says that a piece of work is done or was undone.
  static func end(_ number: Int) {
    _ = undos.withLock { $0.removeValue(forKey: number) }
  }

  /// Does something that a signal must find either not begun or done.
  static func atOnce<Result>(_ body: () throws -> Result) throws -> Result {
    try undos.withLock { _ in try body() }
  }
}
