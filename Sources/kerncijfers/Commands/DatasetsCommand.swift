internal import ArgumentParser
internal import Definitions
internal import Exports
internal import Schemas

/// Lists the datasets and what was delivered for them.
struct DatasetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "datasets",
    abstract: "List the datasets that are defined, with the years that were delivered.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let definitions = try common.folder.loadDefinitions()
    let deliveries = (try? common.folder.findDeliveries(definitions).deliveries) ?? []
    TextTable(
      header: ["dataset", "title", "system", "encoding", "columns", "key", "years", "files"],
      rows: definitions.datasets.map { dataset in
        let files = deliveries.filter { $0.dataset == dataset.name }
        let years = Set(files.map(\.year)).sorted().map(String.init).joined(separator: ", ")
        return [
          dataset.name, dataset.title, dataset.system, dataset.dialect.encoding.rawValue,
          String(dataset.columns.count), dataset.primaryKey ?? "", years, String(files.count),
        ]
      }
    ).print(asJSON: common.json)
  }
}
