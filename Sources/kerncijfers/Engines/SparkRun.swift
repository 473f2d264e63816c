internal import Dispatch
internal import Exports
internal import Indicators
internal import SparkEngine
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Runs work on a cluster from a command, which waits for it; an interruption ends the work first.
struct SparkRun {
  /// Waits for the work; SIGINT and SIGTERM cancel it, and its application on the cluster with it.
  ///
  /// - Throws: What the work throws, `SparkError.interrupted` when it was cancelled.
  static func wait<Value: Sendable>(
    for work: @escaping @Sendable () async throws -> Value
  ) throws -> Value {
    let result = Mutex<Result<Value, any Error>?>(nil)
    let done = DispatchSemaphore(value: 0)
    let task = Task.detached {
      do {
        let value = try await work()
        result.withLock { $0 = .success(value) }
      } catch {
        let cause = Task.isCancelled ? SparkError.interrupted : error
        result.withLock { $0 = .failure(cause) }
      }
      done.signal()
    }
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { task.cancel() }
      source.resume()
      return source
    }
    done.wait()
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    guard let value = result.withLock({ $0 }) else { throw SparkError.interrupted }
    return try value.get()
  }
}
