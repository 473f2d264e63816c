import Findings
import Schemas

extension DeliveryNaming {
  /// The part of the year that a file's name stands for, or nil when the name does not fit.
  func part(of name: String, year: Int) -> String? {
    guard let stem = DeliveryNaming.stem(of: name) else { return nil }
    return expectedParts.first { fileStem(for: $0, year: year) == stem }
  }

  /// Every part that a whole year consists of.
  var expectedParts: [String] {
    switch self {
    case .perMember(_, let members): members
    case .perMonth: (1...12).map { $0 < 10 ? "0\($0)" : "\($0)" }
    case .single: [""]
    }
  }

  /// The name of the file of a part.
  func fileName(for part: String, year: Int) -> String {
    fileStem(for: part, year: year) + ".csv"
  }

  /// What a file in a year's folder should have been called, for a message.
  func expectation(for name: String, year: Int) -> String {
    switch self {
    case .perMember(_, let members):
      let stem = DeliveryNaming.stem(of: name) ?? name
      let nearest = members.nearest(to: stem).map { " (nearest: '\($0).csv')" } ?? ""
      return "a file for one of the \(members.count) members\(nearest)"
    case .perMonth: return "files named \(year)-01.csv to \(year)-12.csv"
    case .single(let only): return "the file '\(only).csv'"
    }
  }

  private func fileStem(for part: String, year: Int) -> String {
    switch self {
    case .perMember: part
    case .perMonth: "\(year)-\(part)"
    case .single(let name): name
    }
  }

  private static func stem(of name: String) -> String? {
    let lower = name.lowercased()
    for ending in [".csv", ".csv.gz"] where lower.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return nil
  }
}
