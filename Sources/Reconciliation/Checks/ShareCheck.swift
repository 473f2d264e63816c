/// Holds printed percentages against the counts that they are computed from.
struct ShareCheck {
  /// Finds the cells.
  let resolution: TermResolution

  /// The file of the print.
  let file: String

  /// A share with its counts.
  struct Share {
    let cell: TableCell
    let percent: Quantity
    let part: Quantity
    let whole: Quantity
    let because: String?

    /// The percentage of the counts, rounded as the printed one.
    var expected: Quantity? { part.percent(of: whole)?.rounded(to: cell.decimals) }

    /// Whether the printed one is another.
    var isOff: Bool { expected != nil && expected != percent }
  }

  /// The shares of a relation.
  func shares(of relation: PrintedShare, because: String?) -> [Share] {
    let terms = [relation.percent, relation.part, relation.whole]
    return resolution.instances(of: terms).compactMap { instance in
      guard let cell = resolution.cells(relation.percent, instance, percents: true).first,
        let percent = cell.quantity, let part = resolution.sum(relation.part, instance),
        let whole = resolution.sum(relation.whole, instance)
      else { return nil }
      return Share(cell: cell, percent: percent, part: part, whole: whole, because: because)
    }
  }

  /// The shares of a group that are off.
  func discrepancies(in shares: [Share]) -> [Discrepancy] {
    shares.filter(\.isOff).map { share in
      var found = Discrepancy(
        kind: .share, place: share.cell.place, sentence: "",
        printed: share.cell.text + "%", expected: (share.expected?.text() ?? "") + "%",
        message:
          "printed \(share.cell.text)%, but \(share.part.text()) of \(share.whole.text()) is "
          + "\(share.part.percent(of: share.whole)?.text() ?? "")%",
        file: file, line: share.cell.line)
      found.explanation = share.because
      return found
    }
  }

  /// The wholes that explain all shares of a group; nil when fewer than two shares are off, or when
  /// they have not one printed whole.
  func range(of all: [Share]) -> ShareRange? {
    // The share of the whole in itself is 100% whatever the whole is.
    let shares = all.filter { $0.part != $0.whole }
    let off = shares.filter(\.isOff)
    guard off.count > 1, let whole = shares.first?.whole,
      shares.allSatisfy({ $0.whole == whole })
    else { return nil }
    var (lowest, highest) = (Int128(1), Int128(Int32.max))
    for share in shares {
      let (low, high) = wholes(explaining: share)
      lowest = max(lowest, low)
      highest = min(highest, high)
    }
    var figures: [String] = []
    for share in shares where !figures.contains(share.cell.place.figure) {
      figures.append(share.cell.place.figure)
    }
    return ShareRange(
      figures: figures, shares: shares.count, off: off.count, printedWhole: whole.text(),
      wholes: lowest <= highest ? Int(lowest)...Int(highest) : nil)
  }

  /// The whole numbers of which the part makes the printed percentage: it was rounded up from half
  /// a unit below it, and down from anything less than half a unit above it.
  private func wholes(explaining share: Share) -> (Int128, Int128) {
    let half = Quantity(decimal: share.cell.decimals == 0 ? "0.5" : halfUnit(share.cell.decimals))
    guard let half, share.part > Quantity(0),
      let above = share.part.percent(of: share.percent + half)
    else { return (1, Int128(Int32.max)) }
    let low = above.numerator / above.denominator + 1
    guard share.percent > half, let below = share.part.percent(of: share.percent - half) else {
      return (low, Int128(Int32.max))
    }
    return (low, below.numerator / below.denominator)
  }

  private func halfUnit(_ decimals: Int) -> String {
    "0." + String(repeating: "0", count: decimals) + "5"
  }
}
