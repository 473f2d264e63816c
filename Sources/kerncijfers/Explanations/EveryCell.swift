internal import Indicators
internal import Reports

/// Holds the records of every cell of a report against the cell.
struct EveryCell {
  /// The number of cells.
  let cellCount: Int

  /// The number of numbers whose records were added up.
  let checkedCount: Int

  /// What does not agree, a line each.
  let problems: [String]

  init(_ explainer: Explainer) {
    var places: [RecordQuestion: String] = [:]
    var cells = 0
    var problems: [String] = []
    for figure in explainer.report.figures {
      for row in figure.rows {
        for column in figure.columns {
          cells += 1
          let cell = CellReference(figure: figure.id, row: row.label, column: column.label)
          let numbers = explainer.numbers(of: cell)
          if numbers.isEmpty, explainer.needsNumbers(cell) {
            problems.append(
              "figure \(figure.id), \(row.label), \(column.label): nobody knows where it comes from"
            )
          }
          for number in numbers {
            guard let question = number.question, places[question] == nil else { continue }
            places[question] = "figure \(figure.id), \(row.label), \(column.label)"
          }
        }
      }
    }
    // One dataset after the other, so that each is read once.
    let ordered = places.sorted {
      ($0.key.source.dataset, $0.value) < ($1.key.source.dataset, $1.value)
    }
    var checked = 0
    for (question, place) in ordered {
      let check = RecordCheck(question, explainer.records(of: question))
      if check.isChecked { checked += 1 }
      if check.isChecked, !check.remark.isEmpty { problems.append("\(place): \(check.remark)") }
    }
    cellCount = cells
    checkedCount = checked
    self.problems = problems
  }
}
