import Exports

/// What a worker accumulates over the records of one dataset.
struct DatasetTally: Sendable {
  /// The tally of each grouping.
  private(set) var groups: [GroupTally]

  /// The keys of all records that were read, and those that occurred again.
  private(set) var keys = IdentifierSet()
  private(set) var repeatedKeys: Set<Int64> = []

  /// For each reference of the schema the keys that are referred to.
  private(set) var referred: [IdentifierSet]

  /// For each mark of the schema the persons who have it more than once.
  private(set) var markedAgain: [Set<Int64>]

  /// The groups of the identifiers of each column whose values are counted; all workers have the same.
  let identifiers: [IdentifierGroups]

  private let program: DatasetProgram
  private let writers: [IdentifierWriter]

  /// For each grouping the writers that count over it, and as which member of their columns.
  private let counting: [[(writer: Int, member: Int)]]

  // What is filled anew for each batch.
  private var bands: [[Int64]]
  private var rows: [Int]
  private var combinations: [Int]
  private var expanded = ExpandedRows()
  private var selected = 0

  /// Creates an empty tally.
  ///
  /// `identifiers` are those that the workers share.
  init(_ program: DatasetProgram, _ identifiers: [IdentifierGroups]) {
    self.program = program
    self.identifiers = identifiers
    writers = identifiers.map { IdentifierWriter($0) }
    counting = program.groupings.indices.map { grouping in
      identifiers.enumerated().flatMap { writer, groups in
        groups.column.members.indices.filter { groups.column.members[$0].grouping == grouping }
          .map { (writer: writer, member: $0) }
      }
    }
    groups = program.groupings.map { GroupTally($0) }
    referred = program.references.map { _ in IdentifierSet() }
    markedAgain = program.marks.map { _ in [] }
    bands = program.bands.map { _ in Array(repeating: 0, count: DatasetTally.capacity) }
    rows = Array(repeating: 0, count: DatasetTally.capacity)
    combinations = rows
  }

  private static let capacity = RecordBatch.capacity

  /// Adds the records of a batch.
  mutating func add(_ batch: borrowing RecordBatch) {
    addIdentities(batch)
    for index in program.bands.indices { program.bands[index].fill(&bands[index], from: batch) }
    for writer in writers { writer.begin(batch, program) }
    for filter in program.filters.indices {
      selected = program.filters[filter].select(batch, bands: bands, into: &rows)
      guard selected > 0 else { continue }
      for index in program.groupings.indices where program.groupings[index].filter == filter {
        addGrouping(index, batch)
      }
    }
    for writer in writers { writer.end(batch) }
  }

  /// Ends the adding of records, before anything is read.
  mutating func finish() {
    for writer in writers {
      writer.flush()
      for (mark, repeated) in writer.repeatedByMark { markedAgain[mark].formUnion(repeated) }
    }
  }

  /// Adds the key of a record that was set apart: others may have it, or refer to it.
  mutating func addApart(column: Int, value: Int64) {
    guard column == program.keyColumn else { return }
    if !keys.insert(value) { repeatedKeys.insert(value) }
  }

  /// Adds what another worker has accumulated.
  mutating func merge(_ other: DatasetTally) {
    for index in groups.indices { groups[index].merge(other.groups[index]) }
    var again: Set<Int64> = []
    keys.formUnion(other.keys) { again.insert($0) }
    repeatedKeys.formUnion(other.repeatedKeys.union(again))
    for index in referred.indices { referred[index].formUnion(other.referred[index]) }
    for index in markedAgain.indices { markedAgain[index].formUnion(other.markedAgain[index]) }
  }

  private mutating func addIdentities(_ batch: borrowing RecordBatch) {
    if let column = program.keyColumn {
      batch.values[column].withUnsafeBufferPointer { values in
        keys.insert(UnsafeBufferPointer(rebasing: values[..<batch.count])) {
          repeatedKeys.insert($0)
        }
      }
    }
    for (index, reference) in program.references.enumerated() {
      let values = batch.values[reference.column]
      for row in 0..<batch.count where values[row] > 0 {
        _ = referred[index].insert(values[row])
      }
    }
  }

  private mutating func addGrouping(_ index: Int, _ batch: borrowing RecordBatch) {
    let grouping = program.groupings[index]
    for position in 0..<selected { combinations[position] = 0 }
    if grouping.axes.contains(where: \.isMask) {
      return addExpanded(grouping, index, batch)
    }
    for (axis, stride) in zip(grouping.axes, grouping.strides) {
      addAxis(axis, stride, batch)
    }
    groups[index].add(batch, rows: rows, combinations: &combinations, count: selected)
    addIdentifiers(index, rows, combinations, selected)
  }

  private func addIdentifiers(_ grouping: Int, _ rows: [Int], _ numbers: [Int], _ count: Int) {
    let group = groups[grouping]
    for (writer, member) in counting[grouping] {
      writers[writer].add(
        member: member, rows: rows, groups: numbers, count: count,
        groupCount: group.combinations.count
      ) { group.combinations[$0] }
    }
  }

  private mutating func addAxis(_ axis: Axis, _ stride: Int, _ batch: borrowing RecordBatch) {
    let offset = Int(axis.offset)
    switch axis.source {
    case .column(let column): addValues(batch.values[column], stride)
    case .bands(let band): addValues(bands[band], stride)
    case .eventMonth: addValues(batch.eventMonths, stride) { $0 &- offset }
    case .eventYear: addValues(batch.eventMonths, stride) { $0 / 12 &- offset }
    }
  }

  // Without checks of bounds and overflow: rows lie in the batch, and a grouping's combinations can be
  // numbered (`Grouping.init`).
  @inline(__always)
  private mutating func addValues(
    _ values: [Int64], _ stride: Int, _ number: (Int) -> Int = { $0 }
  ) {
    let (rows, selected) = (rows, selected)
    combinations.withUnsafeMutableBufferPointer { combinations in
      rows.withUnsafeBufferPointer { rows in
        values.withUnsafeBufferPointer { values in
          for position in 0..<selected {
            combinations[position] &+= number(Int(values[rows[position]])) &* stride
          }
        }
      }
    }
  }

  /// As above, where records belong to several groups: each pair of record and group is a row.
  private mutating func addExpanded(
    _ grouping: Grouping, _ index: Int, _ batch: borrowing RecordBatch
  ) {
    expanded.begin(rows, selected)
    for (axis, stride) in zip(grouping.axes, grouping.strides) {
      if axis.isMask, case .column(let column) = axis.source {
        expanded.multiply(by: batch.values[column], stride)
      } else {
        expanded.add(values(of: axis, batch), minus: axis, stride)
      }
    }
    groups[index].add(
      batch, rows: expanded.rows, combinations: &expanded.combinations, count: expanded.rows.count)
    addIdentifiers(index, expanded.rows, expanded.combinations, expanded.rows.count)
  }

  private func values(of axis: Axis, _ batch: borrowing RecordBatch) -> [Int64] {
    switch axis.source {
    case .column(let column): batch.values[column]
    case .bands(let band): bands[band]
    case .eventMonth, .eventYear: batch.eventMonths
    }
  }
}
