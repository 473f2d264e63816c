import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Work that several threads do at the same time.
enum Workers {
  /// Runs the body on a number of threads, of which the calling one is the last, and waits for all.
  static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let threads = (0..<max(0, count - 1)).compactMap { number in start { body(number) } }
    body(threads.count)
    for thread in threads { pthread_join(thread, nil) }
  }

  /// Transforms elements at the same time, each by one thread, and gives them in their order.
  static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], jobs: Int, _ transform: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    let next = Atomic<Int>(0)
    let results = Mutex<[Int: Result]>([:])
    withoutActuallyEscaping({ @Sendable (_: Int) in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < elements.count else { return }
        let result = transform(elements[index])
        results.withLock { $0[index] = result }
      }
    }) { run(max(1, min(jobs, elements.count)), $0) }
    return results.withLock { results in elements.indices.compactMap { results[$0] } }
  }

  /// Starts a thread; nil when the system has none left, and then fewer threads do the work.
  private static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    let work = Unmanaged.passRetained(Work(body))
    #if canImport(Darwin)
      var thread: pthread_t?
      let status = pthread_create(&thread, nil, { perform($0) }, work.toOpaque())
    #else
      var thread = pthread_t()
      let status = pthread_create(&thread, nil, { perform($0) }, work.toOpaque())
    #endif
    guard status == 0 else {
      work.release()
      return nil
    }
    return thread
  }
}

/// What a thread does, as an object that the thread can be given.
private final class Work: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }
}

private func perform(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
  return nil
}
