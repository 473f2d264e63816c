/// A place in a file that people can go to.
public struct SourceLocation: Sendable, Hashable, Comparable {
  /// The file's path as the user knows it, relative to the folder it was looked for in.
  public let file: String

  /// The physical line, from 1; 0 when the finding is about the file as a whole.
  public let line: Int

  /// The character in the line, from 1; 0 when the finding is about the line or the file.
  public let column: Int

  /// Creates a location.
  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The location as compilers print it: `file:line:column`, without what is unknown.
  public var description: String {
    if line == 0 { return file }
    return column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
  }

  /// Orders places by file, line and column.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}
