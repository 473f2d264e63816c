public import Exports

/// Keeps the records of deliveries as they were decoded, from one run to the next, whatever is computed
/// of them.
///
/// What it gives back must be what was given to it, for the same bytes of the delivery, the same
/// definitions and the same program; that is for the cache to make sure. The engine refuses what has
/// not the form of the dataset, but trusts the numbers.
public protocol ReadingCache: Sendable {
  /// What was kept for a piece of a delivery; nil when there is nothing.
  func entry(for piece: ReadingPiece) -> [UInt8]?

  /// Keeps what was read from a piece.
  func keep(_ entry: [UInt8], for piece: ReadingPiece)
}

/// A piece of a delivery that is read at once.
public struct ReadingPiece: Sendable, Hashable {
  /// The delivery.
  public let delivery: Delivery

  /// The first byte; -1 where it is that of the file.
  public let start: Int

  /// The byte after the last one; -1 where it is that of the file.
  public let end: Int

  /// The years of which there are deliveries, which decide what lies outside the period.
  public let years: [Int]

  init(_ task: ChunkTask, _ context: DatasetContext) {
    delivery = task.delivery
    start = task.start ?? -1
    end = task.end ?? -1
    years = context.deliveredYears.sorted()
  }
}
