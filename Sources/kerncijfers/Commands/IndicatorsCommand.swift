internal import ArgumentParser
internal import Definitions
internal import Findings
internal import Indicators

/// Lists the indicators.
struct IndicatorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators", abstract: "List the indicators that are defined.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let definitions = try common.folder.loadDefinitions()
    let catalog = definitions.catalog
    TextTable(
      header: [
        "indicator", "title", "measure", "datasets", "adds up over", "unit", "status", "validated",
        "definition",
        "defined at",
      ],
      rows: definitions.indicators.map { indicator in
        [
          indicator.id, indicator.title, indicator.measure.name,
          catalog.datasets(of: indicator.id).joined(separator: ", "),
          catalog.additiveDimensions(of: indicator.id).joined(separator: ", "), indicator.unit,
          catalog.status(of: indicator.id).rawValue,
          indicator.validation?.inWords ?? "",
          String(catalog.definitionDigest(of: indicator.id).prefix(16)),
          indicator.location.description,
        ]
      }
    ).print(asJSON: common.json)
  }
}
