extension ReportDefinition {
  /// The indicators that a figure's cells come from, those of cells that it repeats included, sorted.
  public func indicators(of figure: FigureDefinition) -> [String] {
    let repeated = Set(figure.namedItems.compactMap { $0.cell?.figure })
    let others = repeated.isEmpty ? [] : figures.filter { repeated.contains($0.id) }
    return Set(([figure] + others).flatMap(\.namedIndicators)).sorted()
  }
}
