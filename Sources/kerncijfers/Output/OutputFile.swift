/// One file that a run writes.
struct OutputFile {
  /// The path within the run's folder, with `/`.
  let path: String

  /// The bytes.
  let content: [UInt8]

  /// Creates a file of bytes.
  init(_ path: String, _ content: [UInt8]) {
    self.path = path
    self.content = content
  }

  /// Creates a file of UTF-8 text.
  init(_ path: String, text: String) {
    self.init(path, Array(text.utf8))
  }
}
