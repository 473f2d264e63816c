#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What keeps the exports from being written.
enum OutputError: Error, CustomStringConvertible {
  case cannotMakeFolder(String)
  case cannotWrite(String)

  var description: String {
    switch self {
    case .cannotMakeFolder(let path): "cannot make the folder '\(path)'"
    case .cannotWrite(let path): "cannot write the file '\(path)'"
    }
  }
}

/// The folder in which the exports come.
struct OutputFolder {
  /// The path of the folder.
  let path: String

  /// Writes a file below the folder, and the folders that it needs.
  func write(_ bytes: [UInt8], to relativePath: String) throws(OutputError) {
    let filePath = path + "/" + relativePath
    try makeFolders(above: filePath)
    guard let file = fopen(filePath, "wb") else { throw .cannotWrite(filePath) }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { throw .cannotWrite(filePath) }
  }

  private func makeFolders(above filePath: String) throws(OutputError) {
    var folder = ""
    for component in filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += component
      if !folder.isEmpty, mkdir(folder, 0o755) != 0, errno != EEXIST {
        throw .cannotMakeFolder(folder)
      }
      folder += "/"
    }
  }
}
