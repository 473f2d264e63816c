/// Finds the cells of a relation's terms.
struct TermResolution {
  /// The table.
  let table: CellTable

  /// Fills in the years of labels.
  let fill: (String) -> String

  /// The terms of a relation with one label for each axis that it goes along.
  struct Instance {
    let row: String?
    let column: String?
  }

  /// All instances of a relation: one for each label that the figures of its open terms share.
  func instances(of terms: [CellTerm]) -> [Instance] {
    let rows = shared(terms, \.rows) { table.rows(of: $0) }
    let columns = shared(terms, \.columns) { table.columns(of: $0) }
    return rows.flatMap { row in columns.map { Instance(row: row, column: $0) } }
  }

  /// The cells of a term.
  func places(_ term: CellTerm, _ instance: Instance) -> [CellPlace] {
    let rows = labels(term.rows, instance.row, among: table.rows(of: term.figure))
    let columns = labels(term.columns, instance.column, among: table.columns(of: term.figure))
    return rows.flatMap { row in
      columns.map { CellPlace(figure: term.figure, row: row, column: $0) }
    }
  }

  /// The cells with a number, of which percentages are none unless asked for.
  func cells(_ term: CellTerm, _ instance: Instance, percents: Bool = false) -> [TableCell] {
    places(term, instance).compactMap { table[$0] }
      .filter { $0.quantity != nil && $0.isPercent == percents }
  }

  /// The sum of a term's cells; nil when none of them has a number.
  func sum(_ term: CellTerm, _ instance: Instance) -> Quantity? {
    let numbers = cells(term, instance).compactMap(\.quantity)
    return numbers.isEmpty ? nil : numbers.reduce(Quantity(0), +)
  }

  private func shared(
    _ terms: [CellTerm], _ axis: KeyPath<CellTerm, CellTerm.Labels>,
    _ labels: (String) -> [String]
  ) -> [String?] {
    let open = terms.filter { $0[keyPath: axis] == .each }
    guard let first = open.first else { return [nil] }
    let others = open.dropFirst().map { Set(labels($0.figure)) }
    return labels(first.figure).filter { label in others.allSatisfy { $0.contains(label) } }
  }

  private func labels(
    _ wanted: CellTerm.Labels, _ label: String?, among all: [String]
  ) -> [String] {
    switch wanted {
    case .each: label.map { [$0] } ?? []
    case .listed(let labels): labels.map(fill)
    case .allBut(let labels): all.filter { !labels.map(fill).contains($0) }
    }
  }
}
