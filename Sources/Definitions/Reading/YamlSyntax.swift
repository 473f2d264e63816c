internal import Yams

/// What the YAML parser says about a text, as findings.
enum YamlSyntax {
  /// Reports an error of the parser at its place.
  static func report(_ error: any Error, in source: SourceText, log: FindingCollector) {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _):
      report(problem, at: place(mark, in: source), log)
    case YamlError.composer(_, let problem, let mark, _):
      report(problem, at: place(mark, in: source), log)
    case YamlError.reader(let problem, let offset, _, let text):
      let line = offset.map { lineAndColumn(ofCharacter: $0, in: text) }
      let place = Place(source: source, line: line?.line ?? 0, scalarColumn: line?.column ?? 0)
      report(problem, at: place, log)
    case YamlError.duplicatedKeysInMapping(let names, let context):
      log.report(
        "duplicate-key", at: place(context.mark, in: source),
        "key '\(names.first ?? "")' stands twice in one mapping, expected a key used once",
        fix: "remove one of the two")
    default:
      log.report(
        "yaml-syntax", in: source.path, "the file cannot be read as YAML (\(error))",
        fix: "correct the file")
    }
  }

  private static func report(_ problem: String, at place: Place, _ log: FindingCollector) {
    let advice =
      place.after.first == "\t"
      ? "indent with spaces, never with tabs"
      : "look at the indentation, colons, quotes and brackets here and on the line above"
    log.report(
      "yaml-syntax", at: place,
      "the file is no YAML here: \(problem.trimmingPrefix("but "))", fix: advice)
  }

  private static func place(_ mark: Mark, in source: SourceText) -> Place {
    // At the end of the text there is nothing to show but the end of its last line.
    let isAtEnd =
      mark.line > source.lines.count || source.lines[(mark.line - 1)...].allSatisfy(\.isEmpty)
    guard isAtEnd, let last = source.lines.lastIndex(where: { !$0.isEmpty }) else {
      return Place(source: source, line: mark.line, scalarColumn: mark.column)
    }
    let length = source.lines[last].unicodeScalars.count
    return Place(source: source, line: last + 1, scalarColumn: length + 1)
  }

  private static func lineAndColumn(
    ofCharacter offset: Int, in text: String
  ) -> (line: Int, column: Int) {
    let before = text.prefix(offset)
    let lines = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return (lines.count, (lines.last?.unicodeScalars.count ?? 0) + 1)
  }
}

/// Keeps out keys that are aliases or collections in files with anchors: the parser compares keys
/// in full, and nested anchors can make one of them billions of values long.
enum YamlAliases {
  /// Whether the text has none of them; they are reported otherwise.
  static func areHarmless(in source: SourceText, log: FindingCollector) -> Bool {
    guard source.lines.contains(where: hasAnchor) else { return true }
    // A pattern is compiled each time that it is named.
    let complexKey = /(^|[\s\[{,-])(\?(\s|$)|\*[^\s,\[\]{}]+\s*:)|[\]}]\s*:/
    for (index, line) in source.lines.enumerated() {
      guard let key = line.firstMatch(of: complexKey) else { continue }
      let column = line.unicodeScalars.distance(
        from: line.startIndex, to: key.range.lowerBound)
      log.report(
        "wrong-type", at: Place(source: source, line: index + 1, scalarColumn: column + 1),
        "a key is an alias or a collection, expected a word", fix: "write the key as text")
      return false
    }
    return true
  }

  /// Whether a `&` stands where a value can begin, with a name behind it.
  private static func hasAnchor(_ line: String) -> Bool {
    var before = UInt8(ascii: " ")
    var isOpen = false
    for byte in line.utf8 {
      if isOpen, !" \t,[]{}".utf8.contains(byte) { return true }
      isOpen = byte == UInt8(ascii: "&") && " \t[{,:-".utf8.contains(before)
      before = byte
    }
    return false
  }
}
