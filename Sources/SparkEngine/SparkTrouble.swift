internal import Subprocess
internal import Synchronization

/// What Spark's programs say of their own failures, without the values of records.
///
/// Spark's messages may repeat the row at hand: of a message only its class and the names of
/// exceptions are shown, and sentences that are known to be about the cluster.
package final class SparkTrouble: Sendable {
  private let master: String
  private let remarks = Mutex<[String]>([])

  /// Creates the memory of a conversation with a master.
  package init(master: String) {
    self.master = master
  }

  /// Reads what the program prints until it ends.
  func listen(to output: SubprocessOutputSequence) async throws {
    for try await line in output.strings(bufferingPolicy: .unbounded) { note(line) }
  }

  /// Keeps what a line says, if it says something that may be shown.
  package func note(_ line: String) {
    guard let remark = SparkTrouble.remark(in: line) else { return }
    remarks.withLock { remarks in
      if !remarks.contains(remark), remarks.count < 20 { remarks.append(remark) }
    }
  }

  /// The failure that the program has reported.
  package func failure() -> SparkError {
    let remarks = remarks.withLock { $0 }
    let unreachable = [
      "All masters are unresponsive", "Failed to connect to", "Could not parse Master",
      "Initial job has not accepted any resources", "Connection refused", "UnknownHostException",
    ]
    if remarks.contains(where: { $0.contains("UnsupportedClassVersionError") }) {
      return .missingJava
    }
    if let reason = remarks.first(where: { remark in unreachable.contains(where: remark.contains) })
    {
      return .unreachable(master: master, reason: reason)
    }
    return .failed(reason: remarks.isEmpty ? "it said nothing" : remarks.joined(separator: "; "))
  }

  /// What of a line may be shown.
  package static func remark(in line: String) -> String? {
    for sentence in sentences where line.contains(sentence) { return sentence }
    if line.hasPrefix("["), let end = line.firstIndex(of: "]") {
      let name = line[line.index(after: line.startIndex)..<end]
      if !name.isEmpty, name.utf8.allSatisfy(isClassByte) { return String(name) }
    }
    return exception(in: line)
  }

  private static let sentences = [
    "All masters are unresponsive", "Could not parse Master URL",
    "Initial job has not accepted any resources", "Failed to connect to", "Connection refused",
    "No space left on device", "Java heap space", "GC overhead limit exceeded",
    "Container killed", "SparkContext was shut down", "JAVA_HOME is not set",
    "UnsupportedClassVersionError",
  ]

  private static func isClassByte(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || byte == 95 || byte == 46 || (48...57).contains(byte)
  }

  /// The last part of an exception's name, for example `FileNotFoundException`.
  private static func exception(in line: String) -> String? {
    let words = line.split { !($0.isLetter || $0 == ".") }
    let name = words.first { word in
      (word.hasSuffix("Exception") || word.hasSuffix("Error")) && word.contains(".")
    }
    return name.flatMap { $0.split(separator: ".").last }.map(String.init)
  }
}
