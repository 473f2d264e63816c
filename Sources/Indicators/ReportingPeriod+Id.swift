extension ReportingPeriod {
  /// The period with an id such as `2019`, `2019-q2`, `2019-06` or `2019-01-to-05`; nil when it is not
  /// one.
  public init?(id: String) {
    let parts = id.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts[0].utf8.count == 4, let year = Int(digits: parts[0]) else { return nil }
    guard parts.count == 2 else {
      self.init(year: year)
      return
    }
    if parts[1].hasPrefix("q"), parts[1].utf8.count == 2 {
      guard let quarter = Int(digits: parts[1].dropFirst()), (1...4).contains(quarter) else {
        return nil
      }
      self.init(year: year, months: (quarter * 3 - 2)...(quarter * 3))
    } else if parts[1].utf8.count == 8 {
      guard let first = Int(digits: parts[1].prefix(2)), let last = Int(digits: parts[1].suffix(2)),
        (1...12).contains(first), (first...12).contains(last)
      else { return nil }
      self.init(year: year, months: first...last)
    } else {
      guard parts[1].utf8.count == 2, let month = Int(digits: parts[1]),
        (1...12).contains(month)
      else { return nil }
      self.init(year: year, months: month...month)
    }
    if self.id != id { return nil }
  }
}

extension Int {
  /// The number that digits write; nil when there is anything else.
  fileprivate init?(digits: Substring) {
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    self.init(digits)
  }
}
