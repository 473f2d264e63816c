internal import Findings
internal import Schemas

/// A dataset as far as it can be read without the others.
struct DatasetDraft {
  /// The name.
  let name: TextValue

  /// The dataset; nil when something is wrong with it.
  let schema: DatasetSchema?

  private let references: [(column: TextValue, dataset: TextValue, key: TextValue)]

  /// Puts a dataset together.
  init(
    name: TextValue, title: String, table: TableSchema?, dialect: Dialect?,
    delivery: DeliveryReader?, personNames: PersonNames, log: FindingCollector
  ) {
    self.name = name
    references = table?.references ?? []
    guard let table, let delivery else {
      schema = nil
      return
    }
    let columns = ColumnLookup(dataset: name.text, columns: table.columns, log: log)
    let naming = delivery.naming(columns)
    let event = delivery.event(columns)
    let rules = RecordRulesReader(delivery: delivery.mapping, columns: columns).rules(
      references: references.map { Reference(column: $0.column.text, dataset: $0.dataset.text) },
      personNames: personNames)
    guard let dialect, let naming, let event else {
      schema = nil
      return
    }
    DatasetDraft.check(naming, event: table.columns.first { $0.name == event }, delivery)
    schema = DatasetSchema(
      name: name.text, title: title, system: delivery.system,
      isKeptByHand: delivery.isKeptByHand, dialect: dialect, naming: naming,
      columns: table.columns, primaryKey: table.primaryKey, eventColumn: event, rules: rules,
      normalChange: delivery.normalChange, location: name.place.location)
  }

  private static func check(_ naming: DeliveryNaming, event: Column?, _ delivery: DeliveryReader) {
    guard naming == .perMonth, event?.type == .year, let node = delivery.mapping["files"] else {
      return
    }
    delivery.mapping.log.report(
      "wrong-column-type", at: node.place,
      "the files are monthly but the event is a year, expected a date", fix: "name a date column")
  }

  /// Checks that what the dataset refers to is the primary key of another.
  func checkReferences(among datasets: NameTable<DatasetSchema>, _ log: FindingCollector) {
    for reference in references {
      guard let other = datasets.resolve(reference.dataset, log: log),
        reference.key.text != other.primaryKey
      else { continue }
      log.report(
        "not-a-key", at: reference.key.place,
        "column '\(reference.key.text)' is not the primary key of dataset '\(other.name)', "
          + "expected '\(other.primaryKey ?? "a key, which it has not")'",
        fix: "refer to the primary key")
    }
  }
}
