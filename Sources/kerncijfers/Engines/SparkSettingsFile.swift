/// The project's settings of its cluster, in the form of Spark's own `spark-defaults.conf`: a name
/// and a value on each line, `#` before remarks.
struct SparkSettingsFile {
  /// The path of the file.
  let path: String

  /// The settings; empty when there is no file.
  private(set) var settings: [String: String] = [:]

  /// The URL of the folder of exports, when it is not the project's own.
  private(set) var exports: String?

  /// Reads the settings of a project.
  ///
  /// - Throws: `CommandFailure` with exit code 3 for a line that is no setting.
  init(of folder: ProjectFolder) throws {
    path = folder.sparkSettings
    guard let bytes = FolderTree.content(ofFile: path) else { return }
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let words = line.split(maxSplits: 1, whereSeparator: \.isWhitespace)
      guard let name = words.first, !name.hasPrefix("#") else { continue }
      guard words.count == 2, name.hasPrefix("spark.") || name == "exports" else {
        throw CommandFailure(
          .badDefinitions,
          "\(path):\(index + 1): is no setting, expected 'spark.NAME VALUE' or 'exports URL'")
      }
      let value = words[1].reversed().drop(while: \.isWhitespace).reversed()
      if name == "exports" {
        exports = String(value).withoutSlashAtEnd
      } else {
        settings[String(name)] = String(value)
      }
    }
  }
}

extension String {
  fileprivate var withoutSlashAtEnd: String {
    String(reversed().drop { $0 == "/" }.reversed())
  }
}
