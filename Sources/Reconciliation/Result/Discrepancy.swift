/// Something that was found: a contradiction of the print, or a difference from the exports.
public struct Discrepancy: Sendable, Hashable {
  /// The kind.
  public let kind: Kind

  /// The cell; nil for a sentence.
  public let place: CellPlace?

  /// The sentence's id; empty for a cell.
  public let sentence: String

  /// What was printed.
  public let printed: String

  /// What it should be by what it was held against.
  public let expected: String

  /// What was found, a sentence without a period.
  public let message: String

  /// Why it is no mistake; nil when nothing explains it.
  public var explanation: String?

  /// What the exports give for the cell, rounded as printed; empty when they give nothing.
  public var computed = ""

  /// Cells that print the contradicted number once more.
  public var repeatedAt: [CellPlace] = []

  /// The cells that it was held against.
  var heldAgainst: [CellPlace] = []

  /// The file of the print.
  public let file: String

  /// The line of it.
  public let line: Int

  /// What kind of thing was found.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A total is not the sum of its parts.
    case total
    /// Two places that print the same number do not.
    case figures
    /// A percentage does not follow from the counts.
    case share
    /// A change does not follow from the years.
    case growth
    /// A sentence does not follow from the cells.
    case sentence
    /// An earlier report printed another number.
    case earlier
    /// The exports give another number.
    case exports
  }

  /// Where it is, as messages name it.
  public var whereabouts: String {
    place?.description ?? "sentence \(sentence)"
  }
}

/// Shares that were all computed on another whole than the printed one.
public struct ShareRange: Sendable, Hashable {
  /// The figures of the shares.
  public let figures: [String]

  /// How many shares there are.
  public let shares: Int

  /// How many of them do not follow from the printed whole.
  public let off: Int

  /// The printed whole.
  public let printedWhole: String

  /// The wholes that explain all shares; nil when none does.
  public let wholes: ClosedRange<Int>?

  /// The finding in words.
  public var message: String {
    let figures = figures.joined(separator: ", ")
    guard let wholes else {
      return "\(off) of \(shares) shares of figure \(figures) do not follow from \(printedWhole), "
        + "and no other whole explains all of them"
    }
    return "\(off) of \(shares) shares of figure \(figures) do not follow from \(printedWhole); "
      + "all of them follow from a whole between \(wholes.lowerBound) and \(wholes.upperBound)"
  }
}

/// What came of holding a printed report against itself and against the exports.
public struct Reconciliation: Sendable {
  /// Everything that was found, the unexplained first, each in the order of the print.
  public let discrepancies: [Discrepancy]

  /// The wholes that would explain shares that are off.
  public let ranges: [ShareRange]

  /// How much was held against what.
  public let counts: Counts

  /// The sentences that could not be checked, by id, with why.
  public let unchecked: [String: String]

  /// Numbers of checks.
  public struct Counts: Sendable, Hashable {
    /// The printed numbers.
    public var cells = 0
    /// The relations, each label of an axis counted.
    public var relations = 0
    /// The sentences that were checked against printed cells.
    public var sentences = 0
    /// The sentences that were checked against computed cells only.
    public var computedSentences = 0
    /// The printed numbers that were held against computed ones.
    public var computed = 0
  }

  /// What nothing explains.
  public var unexplained: [Discrepancy] { discrepancies.filter { $0.explanation == nil } }

  /// What is explained.
  public var explained: [Discrepancy] { discrepancies.filter { $0.explanation != nil } }

  /// The printed cells and sentences of the unexplained, those that repeat a number too.
  public var placeCount: Int {
    Set(unexplained.flatMap { [$0.whereabouts] + $0.repeatedAt.map(\.description) }).count
  }
}
