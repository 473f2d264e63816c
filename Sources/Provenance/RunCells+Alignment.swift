extension RunCells {
  /// The cells of an earlier or later period of the same report, in the columns of this one's table:
  /// a column about a year stands for the one at the same distance from the period's year, others
  /// for the one of the same name, or else of the same place.
  public func aligned(from year: Int, to otherYear: Int, with other: RunCells) -> RunCells {
    let mine = columns
    let theirs = other.columns
    let names = mine.map { figure, columns in
      let moved = columns.map { $0.movingYears(by: otherYear - year) }
      let known = Set(theirs[figure] ?? [])
      let matches = columns.count == known.count && !moved.allSatisfy(known.contains)
      let targets = matches ? theirs[figure] ?? moved : moved
      return (figure, Dictionary(zip(columns, targets)) { first, _ in first })
    }
    let labels = Dictionary(names) { first, _ in first }
    return RunCells(
      cells.map { cell in
        cell.moved(to: labels[cell.place.figure]?[cell.place.column] ?? cell.place.column)
      })
  }

  /// The columns of each figure, in order.
  private var columns: [String: [String]] {
    var columns: [String: [String]] = [:]
    var seen: Set<CellPlace> = []
    for cell in cells {
      let place = CellPlace(figure: cell.place.figure, row: "", column: cell.place.column)
      if seen.insert(place).inserted {
        columns[cell.place.figure, default: []].append(cell.place.column)
      }
    }
    return columns
  }
}

extension String {
  /// The text with so many years added to each number of four digits that can be a year.
  func movingYears(by years: Int) -> String {
    guard years != 0 else { return self }
    var result = ""
    var digits = ""
    for character in self + " " {
      if ("0"..."9").contains(character) {
        digits.append(character)
        continue
      }
      if digits.utf8.count == 4, let year = Int(digits), (1900...2200).contains(year) {
        digits = String(year + years)
      }
      result += digits + String(character)
      digits = ""
    }
    return String(result.dropLast())
  }
}
