import Reports

/// The sheets of a report's workbook and their names, in order.
struct WorkbookContent {
  let report: Report
  let profile: WorkbookProfile

  /// The figures in the order of their sheets: the key figures first.
  let figures: [Figure]

  /// The names of the figures' sheets and tables, in the same order.
  let sheetNames: [String]
  let tableNames: [String]

  /// The names of the sheets of charts, for profiles that have them.
  let chartNames: [String]

  /// The names of the figures' cells, in the same order.
  let cellNames: [String]

  let cover: String
  let contents: String
  let notes: String
  let quality: String
  let leftOut: String
  let restatements: String
  let matrix: String
  let origin: String
  let coverTable: String
  let contentsTable: String
  let notesTable: String
  let deliveriesTable: String
  let leftOutTable: String
  let restatementsTable: String
  let matrixTable: String
  let originTable: String

  init(report: Report, profile: WorkbookProfile) {
    self.report = report
    self.profile = profile
    let all = report.figures
    figures = all.filter { $0.id == report.keyFigure } + all.filter { $0.id != report.keyFigure }
    var names = WorkbookNames()
    cover = names.sheet(report.words(.cover))
    contents = names.sheet(report.words(.contents))
    notes = names.sheet(report.words(.notes))
    quality = names.sheet(report.words(.quality))
    coverTable = names.table(report.words(.cover))
    contentsTable = names.table(report.words(.contents))
    notesTable = names.table(report.words(.notes))
    deliveriesTable = names.table(report.words(.quality))
    leftOutTable = names.table(report.words(.leftOut))
    leftOut = names.sheet(report.words(.leftOut))
    restatements = names.sheet(report.words(.restatements))
    restatementsTable = names.table(report.words(.restatements))
    matrix = names.sheet(report.words(.deliveryMatrix))
    origin = names.sheet(report.words(.origin))
    matrixTable = names.table(report.words(.deliveryMatrix))
    originTable = names.table(report.words(.origin))
    sheetNames = figures.map { names.sheet($0.name) }
    tableNames = figures.map { names.table($0.name) }
    cellNames = figures.map { names.table("\($0.name) \(report.words(.cells))") }
    chartNames = figures.map { names.sheet("\($0.name) \(report.words(.chart))") }
  }

  /// Writes all sheets.
  func write(to file: WorkbookFile) throws(WorkbookError) {
    try CoverSheet(content: self).write(to: file.addSheet(cover))
    try ContentsSheet(content: self).write(to: file.addSheet(contents))
    for index in figures.indices {
      switch profile {
      case .directors: try FigureSheet(index: index, content: self).write(to: file)
      case .publication: try PublishedFigureSheets(index: index, content: self).write(to: file)
      }
    }
    if figures.contains(where: { !$0.notes.isEmpty }) {
      try NotesSheet(content: self).write(to: file.addSheet(notes))
    }
    try RestatementsSheet(content: self).write(to: file)
    try QualitySheet(content: self).write(to: file)
    if !report.quality.parts.isEmpty {
      try MatrixSheet(content: self).write(to: file.addSheet(matrix))
    }
    if let files = report.origin {
      try OriginSheet(content: self, origin: files).write(to: file.addSheet(origin))
    }
  }

  /// The sheets behind the figures, in order, as the contents and the first sheet list them.
  var sheetsBehind: [String] {
    let hasNotes = figures.contains { !$0.notes.isEmpty }
    return (hasNotes ? [notes] : []) + (report.restatements.isEmpty ? [] : [restatements])
      + [quality]
      + (report.quality.parts.isEmpty ? [] : [matrix]) + (report.origin == nil ? [] : [origin])
  }

  /// Names the cells of a figure, whose table has its header in `headerRow` of `sheet`.
  func defineCells(
    of index: Int, on sheet: Sheet, headerRow: Int
  ) throws(WorkbookError) {
    let figure = figures[index]
    guard !figure.rows.isEmpty, !figure.columns.isEmpty else { return }
    sheet.file.ranges.append(
      CellRange(
        sheet: sheet.name, figure: figure.id, firstRow: headerRow + 1, rows: figure.rows.count,
        columns: Dictionary(uniqueKeysWithValues: figure.columns.indices.map { ($0 + 1, $0) })))
    let first = Sheet.reference(row: headerRow + 1, column: 1)
    let last = Sheet.reference(row: headerRow + figure.rows.count, column: figure.columns.count)
    try sheet.file.define(
      cellNames[index], as: "=\(Sheet.quoted(sheet.name))!\(first):\(last)")
  }

  /// Sets up the page of a sheet; only directors get a footer, which readers of the screen miss.
  func setUpPage(of sheet: Sheet) throws(WorkbookError) {
    try sheet.setUpPage(footer: profile == .directors ? report.title : "")
  }
}

extension Figure {
  /// What the figure is called in names.
  var name: String { label.isEmpty ? id : label }
}
