internal import Schemas

/// What becomes of a record, as expressions: the same rules in the same order as the reader's.
struct VerdictSQL {
  /// The rule of records of a year that was not delivered, which count nowhere.
  static let outside = "outside-file-period"

  let schema: DatasetSchema
  let columns: [ColumnSQL]
  let deliveredYears: Set<Int>
  let hasUnnamed: Bool

  /// The event date; of a year its first day.
  var event: String {
    guard let column = column(schema.eventColumn) else { return "CAST(NULL AS DATE)" }
    return schema.hasYearEvents
      ? "make_date(CAST(\(column.value) AS INT), 1, 1)" : column.value
  }

  /// The rule that keeps a record from being counted, NULL when it counts.
  var rule: String {
    let fields = columns.map(\.problem) + [carriageReturn] + (hasUnnamed ? [unnamed] : [])
    let rules = fields + orders + onlyWith + datedCodes + [outsideYears]
    return "CASE WHEN shape IS NOT NULL THEN shape \(wholeRecord) "
      + "ELSE coalesce(\(rules.joined(separator: ",\n"))) END"
  }

  /// What is remarkable about a record, NULL when there is nothing.
  var remark: String {
    var remarks = columns.compactMap(\.remark)
    remarks.append(
      "CASE WHEN event NOT BETWEEN firstDay AND lastDay THEN 'outside-file-period' END")
    if case .perMember(let name, _) = schema.naming, let column = column(name),
      case .code = column.column.type
    {
      remarks.append("CASE WHEN \(column.value) <> member THEN 'wrong-member' END")
    }
    let trailing =
      "CASE WHEN shape = 'field-count' AND size(fs) = fieldCount + 1 "
      + "AND element_at(fs, -1) = '' THEN 'trailing-delimiter' END"
    return "CASE WHEN rule IS NULL THEN coalesce(\(remarks.joined(separator: ", "))) "
      + "ELSE \(trailing) END"
  }

  private func column(_ name: String) -> ColumnSQL? {
    columns.first { $0.column.name == name }
  }

  private var wholeRecord: String {
    let delimiter = SQLText.literal(String(Unicode.Scalar(schema.dialect.delimiter)) + "\"")
    let mark = SQLText.literal("\u{FEFF}")
    let joined = "array_join(fs, \(SQLText.literal("\u{1F}")))"
    let isHeader =
      "startswith(names, get(fs, 0)) AND \(joined) = names "
      + "OR startswith(value, \(mark)) AND \(joined) = concat(\(mark), names)"
    var cases =
      "WHEN translate(value, \(delimiter), '') = '' AND array_join(fs, '') = '' THEN 'blank-record' "
      + "WHEN \(isHeader) THEN 'repeated-header' "
    let own = Set(schema.rules.emptyRecordColumns)
    if !own.isEmpty {
      let conditions = columns.map { column in
        own.contains(column.column.name) ? "\(column.text) <> ''" : "\(column.text) = ''"
      }
      cases += "WHEN \(SQLText.all(conditions)) THEN 'empty-record' "
    }
    return cases
  }

  private var carriageReturn: String {
    let end = SQLText.pattern(ofByte: schema.dialect.delimiter)
    let quoted = SQLText.literal("(^|\(end))\"[^\"]*+(?:\"\"[^\"]*+)*+\"")
    let mark = SQLText.literal("\r")
    return "CASE WHEN contains(value, \(mark)) AND "
      + "contains(regexp_replace(value, \(quoted), ''), \(mark)) THEN 'carriage-return' END"
  }

  private var unnamed: String {
    "CASE WHEN exists(unnamed, p -> get(fs, p - 1) <> '') THEN 'unnamed-column' END"
  }

  private var orders: [String] {
    schema.rules.orders.compactMap { order in
      guard let earlier = column(order.earlier), let later = column(order.later) else { return nil }
      return "CASE WHEN \(later.value) < \(earlier.value) THEN 'date-order' END"
    }
  }

  private var onlyWith: [String] {
    schema.rules.onlyWith.compactMap { rule in
      guard let filled = column(rule.column), let other = column(named: rule.other) else {
        return nil
      }
      return "CASE WHEN \(filled.isFilled) AND \(other.value) NOT IN (\(SQLText.list(rule.codes))) "
        + "THEN 'filled-only-with' END"
    }
  }

  private func column(named name: String) -> ColumnSQL? {
    guard let column = column(name), case .code = column.column.type else { return nil }
    return column
  }

  private var datedCodes: [String] {
    guard !schema.hasYearEvents else { return [] }
    return columns.flatMap { column -> [String] in
      guard case .code(let list) = column.column.type else { return [] }
      return list.codes.filter { $0.validDays != nil }.map { code in
        let from = code.validFrom.map { "event < DATE'\($0)'" }
        let until = code.validUntil.map { "event > DATE'\($0)'" }
        let outside = [from, until].compactMap { $0 }.joined(separator: " OR ")
        return "CASE WHEN \(column.value) = \(SQLText.literal(code.slug)) AND (\(outside)) "
          + "THEN 'code-not-valid' END"
      }
    }
  }

  private var outsideYears: String {
    let years = deliveredYears.sorted().map(String.init).joined(separator: ", ")
    return "CASE WHEN event IS NOT NULL AND year(event) NOT IN (\(years)) "
      + "THEN '\(VerdictSQL.outside)' END"
  }
}
