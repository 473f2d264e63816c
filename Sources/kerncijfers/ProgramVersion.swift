internal import Provenance
internal import Writers

/// The versions that a manifest names, because a byte of the outputs can depend on them.
enum ProgramVersion {
  /// The version of this program.
  static let current = "0.1.0"

  /// The libraries that have a part in the outputs; the packages as `Package.swift` pins them.
  static var program: Program {
    Program(
      name: "kerncijfers", version: current,
      libraries: [
        "libxlsxwriter": WorkbookWriter.libraryVersion, "swift-crypto": "4.5.2", "Yams": "6.2.2",
      ])
  }
}
