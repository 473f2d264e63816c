extension Sequence where Element == String {
  /// The element nearest to `name` by edit distance, or nil when none is near enough to suggest.
  ///
  /// Near enough is at most a third of the longer name's characters, and at least two. Ties go to
  /// the first element.
  public func nearest(to name: String) -> String? {
    let wanted = Array(name.lowercased())
    var best: (name: String, distance: Int)?
    for candidate in self {
      let letters = Array(candidate.lowercased())
      let distance = editDistance(wanted, letters)
      let limit = Swift.max(2, Swift.max(wanted.count, letters.count) / 3)
      guard distance <= limit, distance < (best?.distance ?? Int.max) else { continue }
      best = (candidate, distance)
    }
    return best?.name
  }
}

/// The Levenshtein distance between two spellings.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var previous = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      let replaced = previous[column] + (letter == other ? 0 : 1)
      current.append(Swift.min(replaced, previous[column + 1] + 1, current[column] + 1))
    }
    previous = current
  }
  return previous[right.count]
}
