/// A part of a dataset that is expected every year, and what came of it: a file for each area, a
/// month, or the whole year.
public struct DeliveryPart: Sendable, Hashable {
  /// The dataset's title.
  public let dataset: String

  /// The part's label; empty where a year comes in one file.
  public let label: String

  /// What came of it, by year.
  public let states: [Int: State]

  /// What came of a part in a year.
  public enum State: Sendable, Hashable {
    /// It was delivered, with so many records; nil where they are not told.
    case delivered(records: Int?)

    /// It was expected and is not there.
    case missing

    /// It was not expected in that period.
    case notExpected
  }

  /// Creates a part.
  public init(dataset: String, label: String, states: [Int: State]) {
    self.dataset = dataset
    self.label = label
    self.states = states
  }
}
