internal import Findings

/// The text of a definition file in lines, so that a finding can show the line that it is about.
struct SourceText: Sendable {
  /// The path as the user knows it.
  let path: String

  /// The lines without their ends.
  let lines: [String]

  /// Divides a text into lines where YAML sees line ends, so that marks and lines agree.
  init(path: String, text: String) {
    self.path = path
    var text = text
    lines = text.withUTF8 { bytes in
      var lines: [String] = []
      var start = 0
      var position = 0
      while position < bytes.count {
        let length = SourceText.lineEndLength(bytes[position...])
        if length > 0 {
          lines.append(String(decoding: bytes[start..<position], as: UTF8.self))
          start = position + length
        }
        position += max(length, 1)
      }
      lines.append(String(decoding: bytes[start...], as: UTF8.self))
      return lines
    }
  }

  /// How many bytes the line end has that the bytes begin with: LF, CR, CR LF, U+0085, U+2028 or
  /// U+2029; 0 for others.
  private static func lineEndLength(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let first = bytes.startIndex
    switch bytes[first] {
    case 0x0A: return 1
    case 0x0D: return bytes.dropFirst().first == 0x0A ? 2 : 1
    case 0xC2: return bytes.dropFirst().first == 0x85 ? 2 : 0
    case 0xE2:
      guard bytes.count > 2, bytes[first + 1] == 0x80 else { return 0 }
      return bytes[first + 2] == 0xA8 || bytes[first + 2] == 0xA9 ? 3 : 0
    default: return 0
    }
  }
}

/// A place in a definition file.
struct Place: Sendable {
  /// The file.
  let source: SourceText

  /// The line, from 1; 0 for the file as a whole.
  let line: Int

  /// The Unicode scalar in the line, from 1: what the YAML parser counts.
  let scalarColumn: Int

  /// The place with its column in characters, as editors count them.
  var location: SourceLocation {
    guard line > 0 else { return SourceLocation(file: source.path) }
    return SourceLocation(file: source.path, line: line, column: before.count + 1)
  }

  /// The line and a caret below the place; empty for the file as a whole. Of a very long line only
  /// the part around the place is shown.
  var excerpt: String {
    guard text != nil else { return "" }
    let (start, end) = (before.suffix(100), after.prefix(100))
    let line = (start.count < before.count ? "..." : "") + start + end
    let indent = line.prefix(line.count - end.count).map { $0 == "\t" ? "\t" : " " }.joined()
    return "  \(Place.printable(line + (end.count < after.count ? "..." : "")))\n  \(indent)^"
  }

  /// Where a word stands from here on, after some other occurrences of it.
  func place(of word: String, after count: Int) -> Place? {
    guard !word.isEmpty, line > 0 else { return nil }
    var left = count
    for number in line...max(line, min(line + 100, source.lines.count)) {
      let text = number == line ? after : Substring(source.lines[number - 1])
      let skipped = number == line ? scalarColumn - 1 : 0
      for range in text.ranges(of: word) {
        guard left == 0 else {
          left -= 1
          continue
        }
        let scalars = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
        return Place(source: source, line: number, scalarColumn: skipped + scalars + 1)
      }
    }
    return nil
  }

  /// The rest of the line from the place on.
  var after: Substring {
    guard let text else { return "" }
    return Substring(text.unicodeScalars.dropFirst(scalarColumn - 1))
  }

  private var before: Substring {
    guard let text else { return "" }
    return Substring(text.unicodeScalars.prefix(max(0, scalarColumn - 1)))
  }

  private var text: String? {
    source.lines.indices.contains(line - 1) ? source.lines[line - 1] : nil
  }

  /// The line without characters that would change how a terminal shows it.
  private static func printable(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where scalar != "\t", .format: shown.append("\u{FFFD}")
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }
}
