/// One export as it lies in the folder of exports.
public struct Delivery: Sendable, Hashable {
  /// The dataset, which is the name of the outer folder.
  public let dataset: String

  /// The path by which the file is opened.
  public let path: String

  /// The path relative to the folder of exports, with `/`.
  public let file: String

  /// The year of the inner folder.
  public let year: Int

  /// The slug of the member or the month (`01` to `12`) in the file's name; empty for a file of a
  /// whole year.
  public let part: String

  /// Creates a delivery.
  public init(dataset: String, path: String, file: String, year: Int, part: String) {
    self.dataset = dataset
    self.path = path
    self.file = file
    self.year = year
    self.part = part
  }
}
