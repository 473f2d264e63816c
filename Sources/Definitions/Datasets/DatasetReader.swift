internal import Findings
internal import Schemas

/// Reads `datapackage.yaml` and the schemas that it names.
struct DatasetReader {
  /// The folder.
  let folder: DefinitionFolder

  /// The declared code lists.
  let codeLists: NameTable<CodeList>

  /// Where findings go.
  let log: FindingCollector

  /// The datasets, and their names in package order.
  func read() -> (table: NameTable<DatasetSchema>, order: [String]) {
    var table = NameTable<DatasetSchema>(kind: "dataset")
    var order: [String] = []
    guard let root = folder.roots[DefinitionFolder.package] else {
      table.isIncomplete = true
      reportMissingPackage()
      return (table, order)
    }
    guard
      let package = MappingReader(
        root, "a data package", required: ["name", "resources"],
        optional: [
          "title", "description", "profile", "$schema", "id", "version", "homepage", "created",
          "licenses", "sources", "contributors", "keywords", "personNames",
        ], log: log)
    else {
      table.isIncomplete = true
      return (table, order)
    }
    let names = PersonNames(words: package.values("personNames").map(\.text))
    var drafts: [DatasetDraft] = []
    for node in package.list("resources") ?? [] {
      guard let draft = draft(node, names) else {
        table.isIncomplete = true
        continue
      }
      if !table.contains(draft.name.text) {
        order.append(draft.name.text)
        drafts.append(draft)
      }
      table.declare(draft.name, draft.schema, log: log)
    }
    reportUnusedSchemas(package.list("resources") ?? [])
    for draft in drafts { draft.checkReferences(among: table, log) }
    return (table, order)
  }

  private func draft(_ node: DefinitionNode, _ names: PersonNames) -> DatasetDraft? {
    guard
      let resource = MappingReader(
        node, "a resource", required: ["name", "path", "schema", "delivery"],
        optional: [
          "title", "description", "format", "mediatype", "encoding", "dialect", "profile",
          "licenses", "sources", "type",
        ], log: log)
    else { return nil }
    checkFormat(resource)
    _ = resource.values("path")
    let path = schemaPath(resource)
    guard let name = resource.name("name", .dataset) else { return nil }
    let delivery = resource["delivery"].flatMap { DeliveryReader($0, log: log) }
    let dialect = DialectReader(resource: resource)
      .dialect(hasByteOrderMark: delivery?.hasByteOrderMark ?? false)
    let schema = path.flatMap { folder.roots[$0] }
      .flatMap(TableSchemaReader(codeLists: codeLists, log: log).read)
    return DatasetDraft(
      name: name, title: resource.text("title", else: name.text), table: schema, dialect: dialect,
      delivery: delivery, personNames: names, log: log)
  }

  private func checkFormat(_ resource: MappingReader) {
    guard let format = resource.value("format"), format.text != "csv" else { return }
    log.report(
      "not-supported", at: format.place,
      "format is '\(format.text.shortened)', expected 'csv'", fix: "write 'csv'")
  }

  private func schemaPath(_ resource: MappingReader) -> String? {
    guard let path = resource.value("schema") else { return nil }
    let known = folder.paths(in: "schemas")
    guard known.contains(path.text) else {
      log.reportUnknown("schema", path.text, at: path.place, among: known)
      return nil
    }
    return path.text
  }

  private func reportMissingPackage() {
    guard !folder.files.contains(where: { $0.path == DefinitionFolder.package }) else { return }
    log.report(
      "missing-file", in: folder.displayed(DefinitionFolder.package),
      "the file with the datasets is missing, expected a data package",
      fix: "write \(DefinitionFolder.package)")
  }

  private func reportUnusedSchemas(_ resources: [DefinitionNode]) {
    let used = resources.map { $0.entry("schema") ?? "" }
    let known = folder.paths(in: "schemas")
    // A schema that a slip in a name leaves over is not reported beside the slip.
    guard used.allSatisfy(known.contains) else { return }
    for path in known where !used.contains(path) {
      log.report(
        "unused-schema", in: folder.displayed(path),
        "no dataset has this schema, expected one in \(DefinitionFolder.package)",
        fix: "add the dataset, or remove the file")
    }
  }
}
