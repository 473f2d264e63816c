/// Some lines of a file, a bit for each line.
struct LineSet {
  private var words: [UInt64] = []

  /// Adds a line; 0 and less stand for no line.
  mutating func insert(_ line: Int) {
    guard line > 0 else { return }
    while words.count <= line >> 6 { words.append(0) }
    words[line >> 6] |= 1 << UInt64(line & 63)
  }

  /// Whether a line is among them.
  func contains(_ line: Int) -> Bool {
    line >= 0 && line >> 6 < words.count && words[line >> 6] & (1 << UInt64(line & 63)) != 0
  }
}
