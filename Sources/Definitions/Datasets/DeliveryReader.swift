internal import Schemas

/// Reads what the standard does not know of a resource: its `delivery`.
struct DeliveryReader {
  /// The keys.
  let mapping: MappingReader

  /// Whether the system promises a byte-order mark.
  let hasByteOrderMark: Bool

  /// Whether its values were kept by hand.
  let isKeptByHand: Bool

  /// The system of record.
  let system: String

  /// Reads what does not need the columns; nil when it is no mapping.
  init?(_ node: DefinitionNode, log: FindingCollector) {
    guard
      let mapping = MappingReader(
        node, "a delivery", required: ["system", "files", "event"],
        optional: [
          "byHand", "byteOrderMark", "emptyRecord", "marks", "orders", "onlyWith", "normalChange",
        ],
        log: log)
    else { return nil }
    self.mapping = mapping
    hasByteOrderMark = mapping.flag("byteOrderMark")
    isKeptByHand = mapping.flag("byHand")
    system = mapping.text("system") ?? ""
  }

  /// By how many percent the number of records may change from year to year.
  var normalChange: Int? { mapping.integer("normalChange", in: 1...1_000_000) }

  /// The column that decides the year.
  func event(_ columns: ColumnLookup) -> String? {
    guard let value = mapping.value("event"),
      let column = columns.column(
        value, expected: "a date or a year",
        { type in
          switch type {
          case .date, .year: true
          default: false
          }
        })
    else { return nil }
    if !column.isRequired {
      mapping.log.report(
        "event-not-required", at: value.place,
        "column '\(column.name)' decides the year but may be empty, expected a required column",
        fix: "add 'constraints: {required: true}' to the column")
    }
    return column.name
  }

  /// How the files are named.
  func naming(_ columns: ColumnLookup) -> DeliveryNaming? {
    guard let node = mapping["files"] else { return nil }
    if case .text(let text) = node.content {
      if text == "month" { return .perMonth }
      mapping.log.report(
        "unknown-value", at: node.place,
        "files is '\(text.shortened)', expected month, {name: ...} or {each: ..., members: [...]}",
        fix: "write 'month', or how the files are called")
      return nil
    }
    guard
      let files = MappingReader(
        node, "the files of a delivery", required: [], optional: ["name", "each", "members"],
        log: mapping.log), files.allowsOne(of: ["name", "each"])
    else { return nil }
    if let name = files.name("name", .name) { return .single(name: name.text) }
    guard let each = files.value("each") else {
      if files["name"] == nil {
        mapping.log.report(
          "missing-key", at: node.place,
          "neither 'name' nor 'each' stands in the files of a delivery, expected one",
          fix: "add 'name:' with the name of the file, or 'each:' with a column of codes")
      }
      return nil
    }
    return naming(each: each, files.values("members"), columns)
  }

  private func naming(
    each: TextValue, _ members: [TextValue], _ columns: ColumnLookup
  ) -> DeliveryNaming? {
    guard let column = columns.codeColumn(each), let list = column.type.codeList else { return nil }
    let slugs = column.codes?.map(\.slug) ?? []
    for member in members where !slugs.contains(member.text) {
      mapping.log.reportUnknown(
        "code", member.text, at: member.place, among: slugs, in: "code list '\(list.name)'")
    }
    if Set(members.map(\.text)).count < members.count {
      mapping.log.report(
        "duplicate-name", at: each.place, "a member is listed twice, expected each once",
        fix: "remove it from 'members'")
    }
    return .perMember(column: column.name, members: members.isEmpty ? slugs : members.map(\.text))
  }
}
