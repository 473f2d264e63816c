internal import Schemas

/// Reads the rules that the records of a dataset must follow.
struct RecordRulesReader {
  /// The `delivery` of the dataset.
  let delivery: MappingReader

  /// Its columns.
  let columns: ColumnLookup

  /// The rules; nil when a required part of one is missing.
  func rules(references: [Reference], personNames: PersonNames) -> RecordRules {
    RecordRules(
      references: references, marks: marks, orders: orders,
      emptyRecordColumns: delivery.values("emptyRecord").compactMap {
        columns.column($0, expected: "values")?.name
      },
      onlyWith: onlyWith, personNames: personNames)
  }

  private var log: FindingCollector { delivery.log }

  private var marks: [UniqueMark] {
    (delivery.list("marks") ?? []).compactMap { node in
      guard
        let mapping = MappingReader(
          node, "a mark", required: ["column", "code", "person"], log: log)
      else { return nil }
      let column = mapping.value("column").flatMap(columns.codeColumn)
      let person = mapping.value("person").flatMap(columns.identifierColumn)
      let code = mapping.value("code")
      if let column, let code { columns.check([code], of: column) }
      guard let column, let person, let code else { return nil }
      return UniqueMark(column: column.name, code: code.text, person: person.name)
    }
  }

  private var orders: [DateOrder] {
    (delivery.list("orders") ?? []).compactMap { node in
      guard
        let mapping = MappingReader(node, "an order", required: ["earlier", "later"], log: log)
      else { return nil }
      let earlier = mapping.value("earlier").flatMap(columns.dateColumn)
      let later = mapping.value("later").flatMap(columns.dateColumn)
      guard let earlier, let later else { return nil }
      return DateOrder(earlier: earlier.name, later: later.name)
    }
  }

  private var onlyWith: [FilledOnlyWith] {
    (delivery.list("onlyWith") ?? []).compactMap { node in
      guard
        let mapping = MappingReader(
          node, "a rule", required: ["column", "other", "codes"], log: log)
      else { return nil }
      let column = mapping.value("column").flatMap { columns.column($0, expected: "values") }
      let other = mapping.value("other").flatMap(columns.codeColumn)
      let codes = mapping.values("codes")
      if let other { columns.check(codes, of: other) }
      guard let column, let other else { return nil }
      return FilledOnlyWith(column: column.name, other: other.name, codes: codes.map(\.text))
    }
  }
}
