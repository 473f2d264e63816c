internal import Schemas

/// What a Table Schema says about a dataset.
struct TableSchema {
  /// The columns, in the order of the file.
  let columns: [Column]

  /// The column that is the primary key.
  let primaryKey: String?

  /// The references to other datasets, to be checked when all are known.
  let references: [(column: TextValue, dataset: TextValue, key: TextValue)]
}

/// Reads `schemas/*.yaml`.
struct TableSchemaReader {
  /// The declared code lists.
  let codeLists: NameTable<CodeList>

  /// Where findings go.
  let log: FindingCollector

  /// The schema; nil when something is wrong with its columns.
  func read(_ root: DefinitionNode) -> TableSchema? {
    guard
      let schema = MappingReader(
        root, "a schema", required: ["fields"],
        optional: [
          "primaryKey", "missingValues", "foreignKeys", "title", "description", "$schema",
        ], log: log), let fields = schema.list("fields")
    else { return nil }
    checkMissingValues(schema)
    let key = singleName("primaryKey", in: schema)
    let reader = FieldReader(codeLists: codeLists, log: log)
    let columns = fields.map { reader.column($0, key: key?.text) }
    checkNames(fields)
    let names = fields.compactMap { $0.entry("name") }
    if let key, !names.contains(key.text) {
      log.reportUnknown("column", key.text, at: key.place, among: names, in: "this schema")
    }
    let references = references(schema, names)
    guard columns.allSatisfy({ $0 != nil }) else { return nil }
    return TableSchema(
      columns: columns.compactMap { $0 }, primaryKey: key?.text, references: references)
  }

  private func checkMissingValues(_ schema: MappingReader) {
    guard let node = schema["missingValues"], let values = node.texts("missingValues", log) else {
      return
    }
    for value in values where !value.text.isEmpty {
      log.report(
        "not-supported", at: value.place,
        "missing value '\(value.text.shortened)' is declared, expected the empty text only",
        fix: "write missingValues: [\"\"]")
    }
  }

  /// A column name that the standard lets stand alone or in a list.
  private func singleName(_ key: String, in mapping: MappingReader) -> TextValue? {
    let names = mapping.values(key)
    if names.count > 1 {
      log.report(
        "not-supported", at: names[1].place,
        "\(key) names \(names.count) columns, expected one", fix: "name the one column")
    }
    return names.first
  }

  private func checkNames(_ fields: [DefinitionNode]) {
    var names = NameTable<Bool>(kind: "column")
    for field in fields {
      guard case .mapping(let entries) = field.content,
        let node = entries.first(where: { $0.key == "name" })?.value,
        case .text(let text) = node.content
      else { continue }
      names.declare(TextValue(text: text, node: node), true, log: log)
    }
  }

  private func references(
    _ schema: MappingReader, _ names: [String]
  ) -> [(column: TextValue, dataset: TextValue, key: TextValue)] {
    (schema.list("foreignKeys") ?? []).compactMap { node in
      guard
        let foreign = MappingReader(
          node, "a foreign key", required: ["fields", "reference"], log: log),
        let column = singleName("fields", in: foreign), let target = foreign["reference"],
        let reference = MappingReader(
          target, "a reference", required: ["resource", "fields"], log: log),
        let dataset = reference.value("resource"), let key = singleName("fields", in: reference)
      else { return nil }
      guard names.contains(column.text) else {
        log.reportUnknown(
          "column", column.text, at: column.place, among: names, in: "this schema")
        return nil
      }
      return (column, dataset, key)
    }
  }
}

extension DefinitionNode {
  /// The text under a key of a mapping, without findings.
  func entry(_ key: String) -> String? {
    guard case .mapping(let entries) = content,
      case .text(let text)? = entries.first(where: { $0.key == key })?.value.content
    else { return nil }
    return text
  }
}
