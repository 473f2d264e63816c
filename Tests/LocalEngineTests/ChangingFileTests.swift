import Exports
import Findings
import Foundation
import Indicators
import LocalEngine
import Schemas
import TestSupport
import Testing

@Suite struct ChangingFileTests {
  private let loans = ExportSchema.dataset(
    "loans", [ExportSchema.identifier("loan", "L[0-9]{8}"), ExportSchema.date("day")], key: "loan",
    event: "day")

  private func export(_ count: Int) -> String {
    "loan;day\n"
      + (0..<count).map { "L\(String(100_000_000 + $0).dropFirst());2019-01-01\n" }.joined()
  }

  private func findings(
    _ folder: ExportFolder, progress: (@Sendable (Int) -> Void)?
  ) throws -> [String] {
    let deliveries = try DeliveryFolder(path: folder.path, schemas: [loans]).deliveries()
    do throws(EngineError) {
      _ = try LocalEngine(schemas: [loans], dimensions: [], jobs: 1, progress: progress)
        .run(Plan([]), over: deliveries.deliveries)
      return []
    } catch {
      guard case .unusable(let findings, _) = error else { throw error }
      return findings.map(\.description)
    }
  }

  @Test func `a file that grows while it is read is not used`() throws {
    let folder = try ExportFolder(["loans/2019/all.csv": export(500_000)])
    let path = folder.path + "/loans/2019/all.csv"
    let found = try findings(folder) { _ in
      guard let file = FileHandle(forWritingAtPath: path) else { return }
      _ = try? file.seekToEnd()
      try? file.write(contentsOf: Data("L99999999;2019-01-01\n".utf8))
    }
    #expect(
      found == [
        """
        loans/2019/all.csv: error: was changed while it was read, expected a finished export \
        [changed-while-reading]
          fix: wait until the export is complete and run again
        """
      ])
  }

  @Test func `a file that is cut off while it is read is not used`() throws {
    let folder = try ExportFolder(["loans/2019/all.csv": export(500_000)])
    let path = folder.path + "/loans/2019/all.csv"
    let found = try findings(folder) { _ in _ = truncate(path, 100) }
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.contains("error: ") })
  }

  @Test func `progress tells the bytes that have been read so far`() throws {
    let folder = try ExportFolder(["loans/2018/all.csv": export(10), "loans/2019/all.csv": "x"])
    let deliveries = try DeliveryFolder(path: folder.path, schemas: [loans]).deliveries()
    let last = LastValue()
    _ = try? LocalEngine(schemas: [loans], dimensions: [], jobs: 2, progress: { last.value = $0 })
      .run(Plan([]), over: deliveries.deliveries)
    #expect(last.value == export(10).utf8.count + 1)
  }
}

private final class LastValue: @unchecked Sendable {
  // Every access holds the lock.
  private let lock = NSLock()
  private var stored = 0

  var value: Int {
    get { lock.withLock { stored } }
    set { lock.withLock { stored = max(stored, newValue) } }
  }
}
