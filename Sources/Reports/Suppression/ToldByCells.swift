internal import Disclosure
internal import Indicators

/// Which quantities each cell of a report tells.
struct ToldByCells {
  /// The figures of the whole report or of one about a member, by id.
  typealias Edition = [String: FigureOfCells]

  /// The quantities.
  private(set) var answers: ToldByAnswers

  private var known: [Place: [Int]] = [:]

  private struct Place: Hashable {
    let edition: Int
    let figure: String
    let row: Int
    let column: Int
  }

  private let editions: [Edition]
  private let ownCount: Int

  /// Creates the search through some editions of a report, that of the whole first, and then through
  /// other reports.
  init(_ editions: [Edition], beside others: [Edition] = [], _ answers: ToldByAnswers) {
    self.editions = editions + others
    ownCount = editions.count
    self.answers = answers
  }

  /// What a cell tells.
  mutating func told(_ edition: Int, _ figure: String, _ row: Int, _ column: Int) -> [Int] {
    let place = Place(edition: edition, figure: figure, row: row, column: column)
    if let found = known[place] { return found }
    known[place] = []
    guard let cells = editions[edition][figure] else { return [] }
    let told = told(cells.origins[row][column], at: place, cells)
    known[place] = told
    return told
  }

  /// What is known because rows stand in the order of their numbers.
  mutating func addOrders() {
    for (edition, figures) in editions.enumerated() {
      for (id, figure) in figures.sorted(by: { $0.key < $1.key }) {
        for (rows, column) in figure.ranked {
          for (above, below) in zip(rows, rows.dropFirst()) {
            let (more, less) = (
              told(edition, id, above, column).first, told(edition, id, below, column).first
            )
            guard let more, let less else { continue }
            answers.table.add(DisclosureProblem.Relation([(more, 1), (less, -1)], isBound: true))
          }
        }
      }
    }
  }

  /// Adds what holds between the quantities.
  mutating func addLines() {
    CountedLines(catalog: answers.values.catalog).add(to: &answers.table)
    answers.table.complete()
  }

  /// Adds a cell to the problem, and returns its index there.
  mutating func addCell(
    _ told: [Int], _ standing: DisclosureProblem.Standing = .open
  ) -> Int { answers.table.addCell(told, standing) }

  private mutating func told(
    _ origin: CellOrigin, at place: Place, _ cells: FigureOfCells
  ) -> [Int] {
    switch origin {
    case .answer(let query, let over): return answers.told(query, shareOver: over)
    case .change(let from, let to): return told(from, place.edition) + told(to, place.edition)
    case .cell(let other): return told(other, place.edition)
    case .forecast(_, let parts): return parts.flatMap { told($0, at: place, cells) }
    case .sum(let parts): return sum(of: parts, at: place, cells)
    case .published: return printed(at: place, cells)
    case .rank, .nothing: return []
    }
  }

  private mutating func told(_ reference: CellReference, _ edition: Int) -> [Int] {
    for edition in edition < ownCount ? [edition, 0] : [edition] {
      if let (row, column) = editions[edition][reference.figure]?.place(reference) {
        return told(edition, reference.figure, row, column)
      }
    }
    return []
  }

  private mutating func sum(
    of parts: [CellReference], at place: Place, _ cells: FigureOfCells
  ) -> [Int] {
    let all = parts.map { told($0, place.edition) }.filter { !$0.isEmpty }
    switch cells.cells[place.row][place.column].value {
    case .count(let count):
      return total(of: all.compactMap(\.first), count, at: place, cells).map { [$0] } ?? []
    case .share(let part, _):
      let whole = all.compactMap { $0.count > 1 ? $0[1] : nil }.first
      let sum = total(of: all.compactMap(\.first), part, at: nil, cells)
      return [sum, whole].compactMap { $0 }
    default: return all.flatMap { $0 }
    }
  }

  /// The quantity that is the sum of others; where it is a box, its sets tell of what.
  private mutating func total(
    of parts: [Int], _ count: Int, at place: Place?, _ cells: FigureOfCells
  ) -> Int? {
    guard count >= 0 else { return nil }
    let own = place.flatMap { cells.query($0.row, $0.column) }.flatMap { query in
      answers.told(query, printed: count).first
    }
    let quantities = answers.table.problem.quantities
    let index =
      own
      ?? answers.table.index(
        of: "sum \(parts.sorted())", value: count,
        isProtected: parts.contains { quantities[$0].isProtected })
    if own == nil || !(parts + [index]).allSatisfy(answers.table.isBox) {
      answers.table.add(
        DisclosureProblem.Relation(parts.map { ($0, 1) } + [(index, -1)]))
    }
    return index
  }

  /// What an earlier report printed tells as much as if it were counted now.
  private mutating func printed(at place: Place, _ cells: FigureOfCells) -> [Int] {
    guard case .count(let count) = cells.cells[place.row][place.column].value, count >= 0 else {
      return []
    }
    let query = cells.query(place.row, place.column)
    if let query, let told = answers.told(query, printed: count).first { return [told] }
    let isProtected = query.map { answers.isProtected($0.indicator) } ?? true
    return [
      answers.table.index(
        of: "printed \(place.figure) \(place.row) \(place.column)", value: count,
        isProtected: isProtected)
    ]
  }
}
