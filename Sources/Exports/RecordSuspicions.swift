import Schemas

/// Marks records that break a rule about several fields, or that are not in their file's place.
struct RecordSuspicions {
  let context: DatasetContext
  let delivery: Delivery
  let binding: HeaderBinding

  /// Marks records of a batch that still has all rows.
  func mark(_ rows: FieldRows, _ batch: borrowing RecordBatch) {
    if context.checksPlace { markPeriods(rows, batch) }
    if let member = context.member(of: delivery), binding.positions[member.column] != nil {
      batch.values[member.column].withUnsafeBufferPointer { values in
        for row in 0..<rows.count { rows.suspicions[row] |= values[row] != member.value ? 1 : 0 }
      }
    }
    for order in context.orders {
      let earlier = batch.values[order.earlier]
      let later = batch.values[order.later]
      for row in 0..<rows.count where later[row] < earlier[row] && later[row] != Int64.min {
        rows.suspicions[row] = 1
      }
    }
    for rule in context.onlyWith {
      for row in 0..<rows.count where rule.isBroken({ batch.values[$0][row] }) {
        rows.suspicions[row] = 1
      }
    }
    for dated in context.datedColumns { markDated(dated.column, dated.days, rows, batch) }
    if !context.emptyRecordColumns.isEmpty { markEmptyRecords(rows) }
    for position in binding.unnamed {
      for row in 0..<rows.count where rows.field(row, position).length > 0 {
        rows.suspicions[row] = 1
      }
    }
  }

  private func markPeriods(_ rows: FieldRows, _ batch: borrowing RecordBatch) {
    let first: Int64
    let last: Int64
    if case .perMonth = context.schema.naming, !context.schema.hasYearEvents,
      let month = Int64(delivery.part)
    {
      first = Int64(delivery.year) * 12 + month - 1
      last = first
    } else {
      first = Int64(delivery.year) * 12
      last = first + 11
    }
    batch.eventMonths.withUnsafeBufferPointer { months in
      for row in 0..<rows.count {
        rows.suspicions[row] |= months[row] < first || months[row] > last ? 1 : 0
      }
    }
  }

  private func markDated(
    _ column: Int, _ days: [ClosedRange<Int64>?], _ rows: FieldRows, _ batch: borrowing RecordBatch
  ) {
    let values = batch.values[column]
    for row in 0..<rows.count where values[row] > 0 {
      if let valid = days[Int(values[row]) - 1], !valid.contains(batch.eventDays[row]) {
        rows.suspicions[row] = 1
      }
    }
  }

  private func markEmptyRecords(_ rows: FieldRows) {
    let others = binding.positions.enumerated().compactMap { column, position in
      context.emptyRecordColumns.contains(column) ? nil : position
    }
    for row in 0..<rows.count
    where others.allSatisfy({ rows.field(row, $0).length == 0 }) {
      rows.suspicions[row] = 1
    }
  }
}
