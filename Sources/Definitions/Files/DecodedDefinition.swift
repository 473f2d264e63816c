import Dispatch
internal import Findings
import Synchronization

/// A definition file decoded, whatever comes of it.
struct DecodedDefinition: Sendable {
  /// The root; nil for a file that is broken.
  private(set) var root: DefinitionNode?

  /// What the file says in its normal form; empty for a file that is broken.
  private(set) var normalForm: [UInt8] = []

  /// What is wrong with it.
  private(set) var findings: [Finding] = []

  /// The files decoded, each by one thread, in their order.
  static func all(
    of files: [DefinitionFile], displayed: (String) -> String
  ) -> [DecodedDefinition] {
    let paths = files.map { displayed($0.path) }
    // Large files first, so that no thread is left with one at the end.
    let order = files.indices.sorted { files[$0].bytes.count > files[$1].bytes.count }
    let results = Mutex<[Int: DecodedDefinition]>([:])
    DispatchQueue.concurrentPerform(iterations: order.count) { turn in
      let index = order[turn]
      let decoded = DecodedDefinition(files[index].bytes, path: paths[index])
      results.withLock { $0[index] = decoded }
    }
    return results.withLock { results in files.indices.compactMap { results[$0] } }
  }

  private init(_ bytes: [UInt8], path: String) {
    let log = FindingCollector()
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    if let text = String(validating: bytes.dropFirst(marked ? 3 : 0), as: UTF8.self) {
      root = YamlDocument.root(of: text, path: path, log: log)
      normalForm = root.map { NormalForm($0).bytes } ?? []
    } else {
      DecodedDefinition.reportNotUTF8(bytes, path, log)
    }
    findings = log.findings
  }

  private static func reportNotUTF8(_ bytes: [UInt8], _ path: String, _ log: FindingCollector) {
    let readable = String(decoding: bytes, as: UTF8.self)
    let before = readable.prefix { $0 != "\u{FFFD}" }
    let lines = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let place = Place(
      source: SourceText(path: path, text: readable), line: lines.count,
      scalarColumn: (lines.last?.unicodeScalars.count ?? 0) + 1)
    log.report(
      "not-utf-8", at: place, "a byte is not UTF-8 text, expected UTF-8",
      fix: "save the file as UTF-8; it looks like Windows-1252 or UTF-16")
  }
}
