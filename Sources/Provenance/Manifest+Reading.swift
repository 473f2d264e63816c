internal import FoundationEssentials

/// Why a manifest is refused.
public enum ManifestError: Error, Sendable, Hashable {
  /// The bytes are not the JSON of a manifest.
  case unreadable(reason: String)

  /// A newer program wrote it.
  case newerFormat(Int)

  /// What it says cannot be true, in words.
  case impossible(String)

  /// It holds what a program never writes in that form: keys, order or layout.
  case notAsWritten

  /// The reason in words.
  public var message: String {
    switch self {
    case .unreadable(let reason): "the manifest cannot be read: \(reason)"
    case .newerFormat(let format):
      "the manifest has format \(format), this program knows formats up to "
        + "\(Manifest.currentFormat)"
    case .impossible(let what): "the manifest cannot be right: \(what)"
    case .notAsWritten:
      "the manifest is not as a run writes it: it was changed by hand or by another program"
    }
  }
}

extension Manifest {
  /// Reads a manifest and refuses one that no run can have written.
  public init(reading bytes: [UInt8]) throws(ManifestError) {
    let manifest = try Manifest.decoded(bytes)
    if let problem = manifest.problem { throw .impossible(problem) }
    guard manifest.json() == bytes else { throw .notAsWritten }
    self = manifest
  }

  private struct Format: Decodable {
    let format: Int
  }

  private static func decoded(_ bytes: [UInt8]) throws(ManifestError) -> Manifest {
    let data = Data(bytes)
    guard let format = try? JSONDecoder().decode(Format.self, from: data).format else {
      throw .unreadable(reason: "it is no JSON with a 'format', or not written completely")
    }
    guard format <= currentFormat else { throw .newerFormat(format) }
    do {
      return try JSONDecoder().decode(Manifest.self, from: data)
    } catch DecodingError.keyNotFound(let key, _) {
      throw .unreadable(reason: "'\(key.stringValue)' is missing")
    } catch DecodingError.typeMismatch(_, let context) {
      throw .unreadable(reason: "'\(place(context.codingPath))' has another type than it should")
    } catch {
      throw .unreadable(reason: "it has another form than it should")
    }
  }

  private static func place(_ path: [any CodingKey]) -> String {
    path.map(\.stringValue).joined(separator: ".")
  }

  /// What cannot be true of any run, in words; nil when nothing is.
  private var problem: String? {
    if report.isEmpty || period.isEmpty { return "it names no report and period" }
    if definitions.isEmpty { return "it lists no definitions, so that nothing could be compared" }
    if inputs.isEmpty { return "it lists no inputs, so that nothing could be compared" }
    if outputs.isEmpty { return "it lists no outputs, so that nothing could be compared" }
    if let book = inputs.first(where: { !$0.isBalanced }) {
      return "the records of '\(book.file)' do not add up"
    }
    if let indicator = indicators.first(where: {
      Digest(of: $0.definition.utf8).hexadecimal != $0.sha256
    }) {
      return "the definition of '\(indicator.id)' has another SHA-256"
    }
    return problem(of: definitions) ?? problem(of: register) ?? problem(of: inputs)
      ?? problem(of: outputs)
  }

  private func problem(of files: [some DigestedFile]) -> String? {
    var seen: Set<String> = []
    for file in files {
      let parts = file.file.split(separator: "/", omittingEmptySubsequences: false)
      if parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) {
        return "a path leads out of its folder"
      }
      if !seen.insert(file.file).inserted { return "'\(file.file)' is listed twice" }
      let isDigest =
        file.sha256.utf8.count == 64
        && file.sha256.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
      if !isDigest || file.bytes < 0 { return "'\(file.file)' has no SHA-256 and size" }
    }
    return nil
  }
}
