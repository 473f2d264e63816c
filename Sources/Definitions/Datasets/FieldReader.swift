internal import Schemas

/// Reads one field of a Table Schema as a column.
struct FieldReader {
  /// The declared code lists.
  let codeLists: NameTable<CodeList>

  /// Where findings go.
  let log: FindingCollector

  private static let optionalKeys = [
    "title", "description", "format", "constraints", "codes", "separator", "openList", "probable",
    "public", "trueValues", "falseValues", "groupChar", "decimalChar", "example", "scheme",
  ]

  /// The column; nil when something is wrong with it.
  func column(_ node: DefinitionNode, key: String?) -> Column? {
    guard
      let field = MappingReader(
        node, "a field", required: ["name", "type"], optional: FieldReader.optionalKeys, log: log)
    else { return nil }
    let constraints = field["constraints"].flatMap {
      MappingReader(
        $0, "the constraints of a field", required: [],
        optional: ["required", "unique", "pattern", "minimum", "maximum"], log: log)
    }
    guard let name = field.value("name"), let kind = field.choice("type", of: FieldKind.self)
    else { return nil }
    checkUnique(constraints, isKey: name.text == key)
    refuseKeysOfOtherKinds(field, constraints, kind)
    guard let type = type(of: field, constraints, kind) else { return nil }
    let isRequired = constraints?.flag("required") ?? false
    return Column(
      name: name.text, title: field.text("title", else: ""), type: type,
      isRequired: isRequired || name.text == key, isPublic: isPublic(field, type),
      scheme: scheme(of: field, type))
  }

  /// The types of Table Schema that columns may have.
  enum FieldKind: String, CaseIterable {
    case string, boolean, date, year, integer, number

    /// The keys and constraints that mean something for the type.
    var ownKeys: [String] {
      switch self {
      case .string: ["pattern", "codes", "scheme", "separator", "openList"]
      case .boolean: ["trueValues", "falseValues"]
      case .date: ["format"]
      case .year: []
      case .integer: ["groupChar", "minimum", "maximum", "probable"]
      case .number: ["decimalChar", "groupChar"]
      }
    }
  }

  private func type(
    of field: MappingReader, _ constraints: MappingReader?, _ kind: FieldKind
  ) -> ColumnType? {
    switch kind {
    case .string: stringType(field, constraints)
    case .boolean: booleanType(field)
    case .date:
      field["format"] == nil
        ? .date(.iso) : field.choice("format", of: DateNotation.self).map { .date($0) }
    case .year: .year
    case .integer: integerType(field, constraints)
    case .number: decimalType(field)
    }
  }

  /// The whole of its code list that a column is about: named where the list has several.
  private func scheme(of field: MappingReader, _ type: ColumnType) -> CodeScheme? {
    let list: CodeList
    switch type {
    case .code(let codes), .codes(let codes, _): list = codes
    default: return nil
    }
    let known = list.schemes.map(\.id)
    if let id = field.value("scheme") {
      if let scheme = list.scheme(id.text) { return scheme }
      log.reportUnknown(
        "scheme", id.text, at: id.place, among: known, in: "code list '\(list.name)'")
    } else if !known.isEmpty, field["scheme"] == nil, let codes = field["codes"] {
      log.report(
        "missing-key", at: codes.place,
        "code list '\(list.name)' has schemes and the column names none, expected "
          + Wording.listed(known),
        fix: "add 'scheme:' with the one whose codes are delivered")
    }
    return nil
  }

  private func checkUnique(_ constraints: MappingReader?, isKey: Bool) {
    guard let constraints, constraints.flag("unique"), !isKey, let node = constraints["unique"]
    else { return }
    log.report(
      "not-supported", at: node.place,
      "'unique' stands at a column that is not the primary key, "
        + "expected it at the key only",
      fix: "make the column the 'primaryKey' of the schema, or remove 'unique'")
  }

  private func refuseKeysOfOtherKinds(
    _ field: MappingReader, _ constraints: MappingReader?, _ kind: FieldKind
  ) {
    for key in Set(FieldKind.allCases.flatMap(\.ownKeys)).subtracting(kind.ownKeys).sorted() {
      guard let node = field[key] ?? constraints?[key] else { continue }
      log.report(
        "not-supported", at: node.place,
        "'\(key)' means nothing for a field of type \(kind.rawValue), expected "
          + (kind.ownKeys.isEmpty ? "no such key" : Wording.listed(kind.ownKeys)),
        fix: "remove the key, or correct the type")
    }
  }

  /// Codes, dates and numbers may be shown; identifiers and text never; open lists where declared.
  private func isPublic(_ field: MappingReader, _ type: ColumnType) -> Bool {
    switch type {
    case .text, .identifier:
      if field.flag("public"), let node = field["public"] {
        log.report(
          "not-supported", at: node.place,
          "'public' is true for a column of text or identifiers, expected false",
          fix: "remove 'public': messages never show such values")
      }
      return false
    case .openCode: return field.flag("public")
    case .code, .codes, .date, .year, .integer, .decimal: return field.flag("public", else: true)
    }
  }
}
