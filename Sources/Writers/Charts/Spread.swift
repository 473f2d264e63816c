/// Moves labels apart that would overlap.
enum Spread {
  /// Middles of labels in the order given, none overlapping the one before, as near as possible to
  /// where they want to be. Where there is not enough room they run over the top.
  static func places(
    _ labels: [(wish: Double, height: Double)], from top: Double, to bottom: Double
  ) -> [Double] {
    var edge = top
    var places = labels.map { label in
      let place = max(label.wish, edge + label.height / 2)
      edge = place + label.height / 2
      return place
    }
    edge = bottom
    for (index, label) in labels.enumerated().reversed() {
      places[index] = min(places[index], edge - label.height / 2)
      edge = places[index] - label.height / 2
    }
    return places
  }
}
