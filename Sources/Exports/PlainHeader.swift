import Findings

/// Looks for what is remarkable about the header of a file of which nothing is declared.
struct PlainHeader {
  let names: [String]
  let places: [Int]
  let areQuoted: [Bool]
  let line: Int

  /// A warning for each kind of thing, at the first place.
  var findings: [PendingFinding] { unnamed + duplicates + hidden + quotes + delimiters }

  private var unnamed: [PendingFinding] {
    let unnamed = names.indices.filter { names[$0].allSatisfy { $0 == " " || $0 == "\t" } }
    guard let first = unnamed.first else { return [] }
    let count = unnamed.count
    return [
      warning(
        "unnamed-column", at: first,
        count == 1
          ? "column \(first + 1) has no name, expected a name"
          : "\(count) columns have no name, column \(first + 1) is the first, expected names",
        fix: "look which is meant; a column without a name is told by its number")
    ]
  }

  private var duplicates: [PendingFinding] {
    var seen: Set<String> = []
    let filled = names.indices.filter { !names[$0].isEmpty }
    guard let index = filled.first(where: { !seen.insert(names[$0]).inserted }) else {
      return []
    }
    let count = filled.count - Set(filled.map { names[$0] }).count
    return [
      warning(
        "duplicate-column", at: index,
        "\(counted(count, "column")) \(count == 1 ? "has" : "have") the name of an earlier one, "
          + "expected each name once",
        fix: "look which is meant; later ones are told apart by their number")
    ]
  }

  private var hidden: [PendingFinding] {
    for (index, name) in names.enumerated() {
      guard let scalar = name.unicodeScalars.first(where: isHidden) else { continue }
      return [
        warning(
          "hidden-character", at: index,
          "the name of column \(index + 1) holds \(Printable.codePoint(scalar)), "
            + "expected characters that can be seen",
          fix: "none, it is part of the name")
      ]
    }
    return []
  }

  private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    Printable.isHidden(scalar) && !["\n", "\r", "\t"].contains(scalar)
  }

  private var quotes: [PendingFinding] {
    let quoted = names.filter { $0.count >= 2 && $0.hasPrefix("'") && $0.hasSuffix("'") }
    guard quoted.count * 2 > names.count else { return [] }
    return [
      warning(
        "wrong-dialect", at: 0, "has names between single quotes, expected double quotes or none",
        fix: "none if they belong to the names, otherwise export the file with double quotes")
    ]
  }

  private var delimiters: [PendingFinding] {
    guard names.count == 1, !areQuoted[0] else { return [] }
    for other in [";", ",", "\t", "|"] as [Character] {
      let count = names[0].count { $0 == other } + 1
      guard count > 1 else { continue }
      let shown = other == "\t" ? "tabs" : "'\(other)'"
      return [
        warning(
          "wrong-dialect", at: 0, "has 1 column, and \(count) when divided by \(shown)",
          fix: "none if it is one column, otherwise name the delimiter")
      ]
    }
    return []
  }

  private func warning(
    _ rule: String, at index: Int, _ message: String, fix: String
  ) -> PendingFinding {
    PendingFinding(.warning, rule: rule, line: line, column: places[index], message, fix: fix)
  }
}
