public import Findings

/// What must hold between the figures of a printed report, as it is declared.
public struct ReconciliationDefinition: Sendable, Hashable {
  /// The report, by id.
  public let report: String

  /// The labels of rows and columns that are totals.
  public let totals: [String]

  /// The relations, in order.
  public let relations: [Relation]

  /// The cells that are known to differ, and why.
  public let exceptions: [DeclaredException]

  /// Where it is declared.
  public let location: SourceLocation

  /// Creates a definition.
  public init(
    report: String, totals: [String], relations: [Relation], exceptions: [DeclaredException],
    location: SourceLocation
  ) {
    self.report = report
    self.totals = totals
    self.relations = relations
    self.exceptions = exceptions
    self.location = location
  }
}

/// Something that must hold between printed cells.
public struct Relation: Sendable, Hashable {
  /// What must hold.
  public let content: Content

  /// Why a difference is no mistake; nil when it is one.
  public let because: String?

  /// Where it is declared.
  public let location: SourceLocation

  /// A kind of relation.
  public enum Content: Sendable, Hashable {
    /// A total is the sum of its parts.
    case total(SameNumber)

    /// Two places print the same number.
    case equal(SameNumber)

    /// A printed percentage follows from printed counts.
    case share(PrintedShare)

    /// A printed change follows from the printed years.
    case growth(PrintedGrowth)
  }

  /// Creates a relation.
  public init(_ content: Content, because: String?, location: SourceLocation) {
    self.content = content
    self.because = because
    self.location = location
  }
}

/// Two sums of cells that are the same number.
public struct SameNumber: Sendable, Hashable {
  /// The cell or cells that a difference is reported at.
  public let left: CellTerm

  /// What they are held against.
  public let right: CellTerm

  /// Whether the left may be lower: a total that counts each person once.
  public let mayBeLower: Bool

  /// Creates a pair.
  public init(left: CellTerm, right: CellTerm, mayBeLower: Bool = false) {
    self.left = left
    self.right = right
    self.mayBeLower = mayBeLower
  }
}

/// A percentage and the counts that it is computed from.
public struct PrintedShare: Sendable, Hashable {
  /// The percentage.
  public let percent: CellTerm

  /// The part.
  public let part: CellTerm

  /// The whole.
  public let whole: CellTerm

  /// A name for shares that were computed on one whole: the range of wholes that would explain all
  /// of them is looked for; nil for those of one figure.
  public let group: String?

  /// Creates a share.
  public init(percent: CellTerm, part: CellTerm, whole: CellTerm, group: String? = nil) {
    self.percent = percent
    self.part = part
    self.whole = whole
    self.group = group
  }
}

/// A printed change and the cells that it is computed from.
public struct PrintedGrowth: Sendable, Hashable {
  /// The change.
  public let change: CellTerm

  /// The earlier number.
  public let earlier: CellTerm

  /// The later number.
  public let later: CellTerm

  /// Whether it is printed as a difference of numbers instead of a percentage.
  public let isDifference: Bool

  /// Whether it is printed without a sign, as in "a fall of 10%".
  public let hasNoSign: Bool

  /// Creates a change.
  public init(
    change: CellTerm, earlier: CellTerm, later: CellTerm, isDifference: Bool, hasNoSign: Bool
  ) {
    self.change = change
    self.earlier = earlier
    self.later = later
    self.isDifference = isDifference
    self.hasNoSign = hasNoSign
  }
}

/// Cells of one figure that are added up, or taken one by one.
public struct CellTerm: Sendable, Hashable {
  /// The figure's id.
  public let figure: String

  /// The rows.
  public let rows: Labels

  /// The columns.
  public let columns: Labels

  /// Labels of rows or columns; they may hold `{year}` and `{year-1}`.
  public enum Labels: Sendable, Hashable {
    /// One after another: the relation holds for each label that all of its figures have.
    case each

    /// These, added up.
    case listed([String])

    /// All but these, added up.
    case allBut([String])
  }

  /// Creates a term.
  public init(figure: String, rows: Labels, columns: Labels) {
    self.figure = figure
    self.rows = rows
    self.columns = columns
  }
}

/// Cells whose printed value is known to differ.
public struct DeclaredException: Sendable, Hashable {
  /// The figure's id.
  public let figure: String

  /// The rows; empty for all.
  public let rows: [String]

  /// The columns; empty for all.
  public let columns: [String]

  /// The sentences, by id, whose claim is known to differ.
  public let sentences: [String]

  /// Why they differ.
  public let because: String

  /// Creates an exception.
  public init(
    figure: String, rows: [String], columns: [String], sentences: [String], because: String
  ) {
    self.figure = figure
    self.rows = rows
    self.columns = columns
    self.sentences = sentences
    self.because = because
  }

  /// Whether it is about a cell.
  func covers(_ place: CellPlace) -> Bool {
    figure == place.figure && (rows.isEmpty || rows.contains(place.row))
      && (columns.isEmpty || columns.contains(place.column))
  }
}
