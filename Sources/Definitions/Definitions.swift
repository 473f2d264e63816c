public import Indicators
public import Reconciliation
public import Register
public import Reports
public import Schemas

/// All that a project folder declares about its agency.
public struct Definitions: Sendable {
  /// The datasets, in the order of the data package.
  public let datasets: [DatasetSchema]

  /// The dimensions beyond the columns themselves, in the order of the files.
  public let dimensions: [Dimension]

  /// The indicators, in the order of the files.
  public let indicators: [Indicator]

  /// The reports, in the order of the files.
  public let reports: [ReportDefinition]

  /// What must hold between the figures of printed reports, in the order of the files.
  public let reconciliations: [ReconciliationDefinition]

  /// Where series break, and why published cells were restated.
  public let history: SeriesHistory

  /// What was said about how far the deliveries reach.
  public let statements: [CoverageStatement]

  /// The files that were read, in order of path.
  public let files: [DefinitionFile]

  /// Reads a folder of definitions.
  ///
  /// - Parameters:
  ///   - folder: The folder's path.
  ///   - displayPath: The folder as findings name it, relative to the project folder.
  /// - Returns: What the files declare.
  /// - Throws: `DefinitionError.unreadable` when there is no such folder, and
  ///   `DefinitionError.findings` with everything that is wrong, when something is.
  public static func load(
    folder: String, displayPath: String = "inputs/definitions"
  ) throws(DefinitionError) -> Definitions {
    let log = FindingCollector()
    let files = try DefinitionFolder(folder, displayPath: displayPath, log: log)
    var codeLists = NameTable<CodeList>(kind: "code list")
    for root in files.roots(in: "codelists") {
      CodeListReader(log: log).read(root, into: &codeLists)
    }
    let (datasets, order) = DatasetReader(folder: files, codeLists: codeLists, log: log).read()
    let measured = IndicatorFiles(folder: files, log: log).read(datasets)
    let reports = ReportFiles(folder: files, log: log).read(measured)
    let reconciliations = ReconciliationFiles(folder: files, log: log).read(reports)
    let history = HistoryReader(
      folder: files, indicators: measured.indicators.map(\.id), reports: reports, log: log
    ).read()
    let statements = CoverageReader(folder: files, datasets: order, log: log).read()
    guard log.isEmpty else { throw .findings(log.findings) }
    return Definitions(
      datasets: order.compactMap { datasets[$0] }, dimensions: measured.dimensions,
      indicators: measured.indicators, reports: reports, reconciliations: reconciliations,
      history: history, statements: statements, files: files.files)
  }
}
