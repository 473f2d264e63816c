/// What records can be broken down by, beyond the columns themselves.
///
/// Every column of a code type is a dimension under its own name; these are the derived ones.
public struct Dimension: Sendable, Hashable {
  /// The name by which indicators and figures refer to it.
  public let name: String

  /// The dataset whose records it divides.
  public let dataset: String

  /// The ages, in the order of printing.
  public let bands: [AgeBand]

  /// The column with the date of birth.
  public let birthColumn: String

  /// The column with the date on which the age is taken.
  public let referenceColumn: String

  /// Creates a dimension of age bands.
  public init(
    name: String, dataset: String, birthColumn: String, referenceColumn: String, bands: [AgeBand]
  ) {
    self.name = name
    self.dataset = dataset
    self.birthColumn = birthColumn
    self.referenceColumn = referenceColumn
    self.bands = bands
  }
}

/// A range of ages in whole years, both ends included.
public struct AgeBand: Sendable, Hashable {
  /// The stable short name.
  public let slug: String

  /// The name that is printed.
  public let label: String

  /// The youngest and oldest age.
  public let ages: ClosedRange<Int>

  /// Creates a band.
  public init(slug: String, label: String, ages: ClosedRange<Int>) {
    self.slug = slug
    self.label = label
    self.ages = ages
  }
}
