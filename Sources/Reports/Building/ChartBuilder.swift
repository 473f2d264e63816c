/// Builds a chart from its definition and the figure's table.
struct ChartBuilder {
  /// How numbers are written in the alternative text.
  let numbers: NumberFormat

  /// The chart, with the numbers that it shows in its alternative text.
  func chart(_ definition: ChartDefinition, of table: FigureTable, text: PeriodText) -> Chart {
    let wanted = definition.columns.map(text.filled)
    // Where a member stands beside the whole, the chart is about the member: its columns come first,
    // and are as many as those of the whole.
    let isFocused = table.columns.contains(where: \.isFocus)
    let declared = isFocused ? Array(table.columns.suffix(table.columns.count / 2)) : table.columns
    let columns = declared.indices.filter { index in
      let column = declared[index]
      return wanted.isEmpty
        ? column.kind == .value && !column.isTotal : wanted.contains(column.label)
    }
    let rows = table.rows.indices.filter { !definition.leavesOutTotals || !table.rows[$0].isTotal }
    let title = definition.title.isEmpty ? table.title : text.filled(definition.title)
    return Chart(
      kind: definition.kind, title: title, rows: rows, columns: columns,
      seriesInColumns: !definition.seriesInRows,
      alternativeText: "\(title). \(description(of: table, rows, columns))")
  }

  /// A chart that describes its figure's cells as they are now.
  func described(_ chart: Chart, again figure: Figure) -> Chart {
    let table = FigureTable(
      title: chart.title, rows: figure.rows, columns: figure.columns, cells: figure.cells)
    let text = description(of: table, chart.rows, chart.columns)
    var described = Chart(
      kind: chart.kind, title: chart.title, rows: chart.rows, columns: chart.columns,
      seriesInColumns: chart.seriesInColumns, alternativeText: "\(chart.title). \(text)")
    described.breaksBefore = chart.breaksBefore
    return described
  }

  private func description(of table: FigureTable, _ rows: [Int], _ columns: [Int]) -> String {
    rows.map { row in
      let values = columns.map { column in
        let cell = table.cells[row][column]
        let number = numbers.text(cell.value, style: cell.style)
        return columns.count == 1 ? number : "\(table.columns[column].label) \(number)"
      }
      return "\(table.rows[row].label): \(values.joined(separator: ", "))"
    }.joined(separator: "; ") + "."
  }
}
