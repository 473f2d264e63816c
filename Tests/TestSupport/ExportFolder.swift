import Foundation

/// A temporary folder of exports, removed with the last reference to it.
public final class ExportFolder: Sendable {
  /// The path of the folder.
  public let path: String

  /// Makes an empty folder.
  public init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("exports-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  /// Makes a folder with files, given by their paths in it.
  public convenience init(_ files: [String: String]) throws {
    try self.init()
    for (file, text) in files { try write(text, to: file) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes text in UTF-8 to a file in the folder, and returns its path.
  @discardableResult
  public func write(_ text: String, to file: String) throws -> String {
    try write(Array(text.utf8), to: file)
  }

  /// Writes bytes to a file in the folder, and returns its path.
  @discardableResult
  public func write(_ bytes: [UInt8], to file: String) throws -> String {
    let url = URL(fileURLWithPath: path).appendingPathComponent(file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }
}
