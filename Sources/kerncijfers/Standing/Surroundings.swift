internal import CBuildIdentity
internal import Findings
internal import Provenance

/// What a byte of the outputs can depend on beside the inputs, definitions and parameters that a
/// manifest lists: known from `run.json`, which says what a manifest must not.
struct Surroundings: Equatable {
  /// The build of the program, in hexadecimal; nil where it cannot be told.
  let build: String?

  /// The SHA-256 of what is remarkable about the names of files and folders among the deliveries:
  /// a file that is no delivery is a finding, and in no list of inputs.
  let names: String

  /// What they are now, with these findings about the folder of deliveries.
  init(folderFindings: [Finding]) {
    build = Surroundings.currentBuild
    names =
      Digest(of: folderFindings.sorted().map(\.description).joined(separator: "\n").utf8)
      .hexadecimal
  }

  /// What they were at a run; nil when its record does not say so.
  init?(of record: RunRecord) {
    guard let build = record.build, let names = record.names else { return nil }
    self.build = build
    self.names = names
  }

  /// What differs from those of an earlier run, in words.
  func remarks(since earlier: Surroundings?) -> [String] {
    guard let earlier else { return ["it is not known which build of the program made the run"] }
    return [
      build == nil || build != earlier.build
        ? "the program is another build of \(ProgramVersion.program.version)" : nil,
      names != earlier.names
        ? "other files are missing or out of place among the deliveries" : nil,
    ].compactMap { $0 }
  }

  /// The build of this program, in hexadecimal; nil where it cannot be told.
  static var currentBuild: String? {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = build_identity(&bytes, bytes.count)
    guard count > 0 else { return nil }
    return bytes[..<count].map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}
