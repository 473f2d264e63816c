internal import Disclosure
internal import Findings
internal import Indicators
internal import Register

extension ReportBuilder {
  /// The members about which there is an edition that readers can hold beside this one: all areas, and
  /// all that are of one dimension with the member that this one is about, where cells are left blank,
  /// so that every edition leaves the same numbers blank.
  var editionFocuses: [FigureFocus] {
    guard suppression != nil else { return focus.map { [$0] } ?? [] }
    let own = focus.map(\.focus)
    var dimensions = [definition.areaDimension].compactMap { $0 }
    if let own, !dimensions.contains(own.dimension) { dimensions.append(own.dimension) }
    let members = dimensions.flatMap { dimension in
      catalog.members(of: dimension).map { ReportFocus(dimension: dimension, member: $0) }
    }
    return (members + (own.map { members.contains($0) ? [] : [$0] } ?? [])).map {
      FigureFocus(focus: $0, catalog: catalog, words: definition.words)
    }
  }

  /// The figures of the whole and of the member that the report is about, with cells left blank.
  func suppressed(
    _ whole: [String: Figure], _ values: IndicatorValues, by rule: SuppressionRule
  ) -> (whole: [String: Figure], focused: [String: Figure]?, summary: SuppressionSummary) {
    let focuses = editionFocuses
    let editions = [whole] + focuses.map { figures(values, $0, whole: whole) }
    let contents = zip(editions, [nil] + focuses.map(Optional.some)).map { figures, focus in
      definition.figures.reduce(into: ToldByCells.Edition()) { contents, figure in
        contents[figure.id] = self.contents(of: figure, figures, whole: whole, values, focus)
      }
    }
    let result = SuppressedEditions(
      editions, contents, beside: publishedEditions(values), rule, values, definition.numbers)
    let own = focus.flatMap { own in focuses.firstIndex { $0.focus == own.focus } }.map { $0 + 1 }
    return (result.figures[0], own.map { result.figures[$0] }, result.summaries[own ?? 0])
  }

  /// The cells of a figure with how each came about.
  func contents(
    of figure: FigureDefinition, _ figures: [String: Figure], whole: [String: Figure],
    _ values: IndicatorValues, _ focus: FigureFocus?
  ) -> FigureOfCells {
    let layout = FigureLayout(
      figure, of: definition, period: period, catalog: catalog,
      results: LayoutResults(values: values, register: register), focus: focus)
    var evaluator = CellEvaluator(layout: layout, values: values, register: register) {
      [words = definition.words] reference, member in
      guard let member else { return whole[reference.figure]?.cell(reference) }
      return figures[reference.figure]?.cell(reference, about: member, words)
    }
    var (cells, origins): ([[Cell]], [[CellOrigin]]) = ([], [])
    for row in layout.rows.indices {
      var (ownCells, ownOrigins): ([Cell], [CellOrigin]) = ([], [])
      for column in layout.columns.indices {
        ownCells.append(evaluator.cell(row, column))
        ownOrigins.append(
          narrowed(evaluator.origin(row, column), to: layout.columns[column].focus, figures))
      }
      cells.append(ownCells)
      origins.append(ownOrigins)
    }
    let builder = FigureBuilder(
      report: definition, period: period, values: values, register: register, focus: focus)
    return FigureOfCells(
      layout: layout, cells: cells, origins: origins, shownRows: builder.shown(layout.rows),
      shownColumns: builder.shown(layout.columns))
  }

  /// That small counts can still be worked out, or looked up in what was published; none where all
  /// are safe.
  func suppressionFindings(
    _ summary: SuppressionSummary?, _ figures: [String: Figure]
  ) -> [Finding] {
    guard let summary else { return [] }
    let published =
      PublishedBlanks(report: definition, period: period, register: register).findings(figures)
      + knownFindings(summary.known)
    guard summary.unsafe > 0 else { return published }
    return published + [
      Finding(
        .error, rule: "small-count-not-hidden", at: definition.location,
        "\(summary.unsafe) small counts can be worked out from the report, whatever is left blank",
        fix: "leave out the figures that show them, or parts of their tables")
    ]
  }

  /// That small counts follow from this report and from what the register has of earlier ones.
  private func knownFindings(_ count: Int) -> [Finding] {
    guard count > 0 else { return [] }
    return [
      Finding(
        .error, rule: "small-count-published", at: definition.location,
        "\(count) small counts can be worked out by readers who have the earlier reports in the "
          + "register, whatever is left blank",
        fix: "leave out the figures that show them; if those reports had other readers, accept it")
    ]
  }
}
