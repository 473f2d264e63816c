public import Findings
public import Indicators

/// Why a plan cannot be run, or its results cannot be used.
public enum EngineError: Error, Sendable {
  /// Files cannot be read as what they should be; all files were looked at, and these are all
  /// findings and books.
  case unusable(findings: FindingList, books: [DeliveryBooks])

  /// A delivery or the plan names a dataset that is not declared.
  case unknownDataset(String)

  /// The plan names a column, dimension or member that the dataset does not have.
  case unknownName(dataset: String, name: String)

  /// The plan uses a column for something that its type does not allow.
  case unsuitableColumn(dataset: String, column: String)

  /// The identifiers of two columns are of different forms and cannot be compared.
  case incomparable(dataset: String, column: String, other: String, otherColumn: String)

  /// The combinations of a table's members are more than can be numbered.
  case tooManyGroups(dataset: String)

  /// Records of a file are not accounted for: a mistake in this program.
  case unbalanced(file: String)

  /// A sum is larger than 64 bits.
  case sumTooLarge(dataset: String, column: String)
}

extension EngineError: CustomStringConvertible {
  /// What is wrong, in one line.
  public var description: String {
    switch self {
    case .unusable(let findings, _):
      "\(Set(findings.filter { $0.severity == .error }.map(\.location.file)).count) "
        + "files have errors, expected files that can be read"
    case .unknownDataset(let name): "dataset '\(name)' is not declared"
    case .unknownName(let dataset, let name): "dataset '\(dataset)' has no '\(name)'"
    case .unsuitableColumn(let dataset, let column):
      "column '\(column)' of dataset '\(dataset)' is of another type than its use asks for"
    case .incomparable(let dataset, let column, let other, let otherColumn):
      "identifiers of '\(dataset).\(column)' and '\(other).\(otherColumn)' have different forms"
    case .tooManyGroups(let dataset): "a table over '\(dataset)' has too many groups"
    case .unbalanced(let file):
      "internal error: the records of '\(file)' that were read are not those that were counted, "
        + "set apart and outside the period\n  fix: report this with the output of 'check --json'"
    case .sumTooLarge(let dataset, let column):
      "the sum of '\(column)' of dataset '\(dataset)' is larger than 64 bits"
    }
  }
}
