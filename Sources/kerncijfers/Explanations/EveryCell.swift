internal import Indicators
internal import Reports

/// Holds the records of every cell of a report against the cell.
struct EveryCell {
  /// A cell with the question that 'query' answers with the same number.
  struct Asked: Encodable {
    let figure: String
    let row: String
    let column: String
    let value: String
    let marker: String
    let question: [String]
  }

  /// The cells, in the order of the report.
  let asked: [Asked]

  /// The number of cells.
  let cellCount: Int

  /// The number of numbers whose records were added up.
  let checkedCount: Int

  /// What does not agree, a line each.
  let problems: [String]

  init(_ explainer: Explainer) {
    let cells = EveryCell.cells(of: explainer.report)
    var places: [RecordQuestion: String] = [:]
    for cell in cells {
      for question in explainer.numbers(of: cell).compactMap(\.question)
      where places[question] == nil {
        places[question] = EveryCell.name(cell)
      }
    }
    var totals: [RecordQuestion: RecordTotal] = [:]
    var problems: [String] = []
    // One dataset after the other, so that each is read once.
    let ordered = places.sorted {
      ($0.key.source.dataset, $0.value) < ($1.key.source.dataset, $1.value)
    }
    for (question, place) in ordered {
      let answer = explainer.records(of: question)
      let check = RecordCheck(question, answer)
      if check.isChecked, !check.remark.isEmpty { problems.append("\(place): \(check.remark)") }
      totals[question] = check.isChecked ? RecordTotal(answer) : nil
    }
    var sums = CellSums(explainer, totals)
    problems += cells.compactMap { cell in
      sums.problem(with: cell).map { "\(EveryCell.name(cell)): \($0)" }
    }
    asked = cells.compactMap { cell in
      explainer.cell(cell).map { found in
        Asked(
          figure: cell.figure, row: cell.row, column: cell.column ?? "",
          value: found.value.plainDecimal, marker: found.value.marker,
          question: explainer.origin(of: cell).map(OriginText.question) ?? [])
      }
    }
    cellCount = cells.count
    checkedCount = totals.count
    self.problems = problems
  }

  private static func cells(of report: Report) -> [CellReference] {
    report.figures.flatMap { figure in
      figure.rows.flatMap { row in
        figure.columns.map { column in
          CellReference(figure: figure.id, row: row.label, column: column.label)
        }
      }
    }
  }

  private static func name(_ cell: CellReference) -> String {
    "figure \(cell.figure), \(cell.row), \(cell.column ?? "")"
  }
}
