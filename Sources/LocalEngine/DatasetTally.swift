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

  /// For each mark of the schema the persons who have it, and those who have it again.
  private(set) var marked: [IdentifierSet]
  private(set) var markedAgain: [Set<Int64>]

  private let program: DatasetProgram

  // What is filled anew for each batch.
  private var bands: [[Int64]]
  private var rows: [Int]
  private var expandedRows: [Int] = []
  private var combinations: [Int]
  private var selected = 0

  /// Creates an empty tally.
  init(_ program: DatasetProgram) {
    self.program = program
    groups = program.groupings.map { GroupTally($0) }
    referred = program.references.map { _ in IdentifierSet() }
    marked = program.marks.map { _ in IdentifierSet() }
    markedAgain = program.marks.map { _ in [] }
    bands = program.bands.map { _ in Array(repeating: 0, count: DatasetTally.capacity) }
    rows = Array(repeating: 0, count: DatasetTally.capacity)
    combinations = rows
  }

  private static let capacity = 512

  /// Adds the records of a batch.
  mutating func add(_ batch: borrowing RecordBatch) {
    addIdentities(batch)
    for index in program.bands.indices { program.bands[index].fill(&bands[index], from: batch) }
    for filter in program.filters.indices {
      selected = program.filters[filter].select(batch, bands: bands, into: &rows)
      guard selected > 0 else { continue }
      for index in program.groupings.indices where program.groupings[index].filter == filter {
        addGrouping(index, batch)
      }
    }
  }

  /// Adds the key of a record that was set apart: others may have it, or refer to it.
  mutating func addApart(column: Int, value: Int64) {
    guard column == program.keyColumn else { return }
    if !keys.insert(value) { repeatedKeys.insert(value) }
  }

  /// Adds what another worker has accumulated, and empties it.
  mutating func merge(_ other: inout DatasetTally) {
    for index in groups.indices { groups[index].merge(&other.groups[index]) }
    var again: Set<Int64> = []
    keys.formUnion(other.keys) { again.insert($0) }
    repeatedKeys.formUnion(other.repeatedKeys.union(again))
    for index in referred.indices { referred[index].formUnion(other.referred[index]) }
    for index in marked.indices {
      var again: Set<Int64> = []
      marked[index].formUnion(other.marked[index]) { again.insert($0) }
      markedAgain[index].formUnion(other.markedAgain[index].union(again))
    }
  }

  private mutating func addIdentities(_ batch: borrowing RecordBatch) {
    if let column = program.keyColumn {
      let values = batch.values[column]
      for row in 0..<batch.count where !keys.insert(values[row]) {
        repeatedKeys.insert(values[row])
      }
    }
    for (index, reference) in program.references.enumerated() {
      let values = batch.values[reference.column]
      for row in 0..<batch.count where values[row] > 0 {
        _ = referred[index].insert(values[row])
      }
    }
    for (index, mark) in program.marks.enumerated() {
      let values = batch.values[mark.column]
      let persons = batch.values[mark.person]
      for row in 0..<batch.count where values[row] == mark.value && persons[row] > 0 {
        if !marked[index].insert(persons[row]) { markedAgain[index].insert(persons[row]) }
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
  }

  private mutating func addAxis(_ axis: Axis, _ stride: Int, _ batch: borrowing RecordBatch) {
    let offset = Int(axis.offset)
    switch axis.source {
    case .column(let column): addValues(batch.values[column], stride)
    case .bands(let band): addValues(bands[band], stride)
    case .eventMonth:
      let months = batch.eventMonths
      for position in 0..<selected {
        combinations[position] += (Int(months[rows[position]]) - offset) * stride
      }
    case .eventYear:
      let months = batch.eventMonths
      for position in 0..<selected {
        combinations[position] += (Int(months[rows[position]]) / 12 - offset) * stride
      }
    }
  }

  private mutating func addValues(_ values: [Int64], _ stride: Int) {
    for position in 0..<selected {
      combinations[position] += Int(values[rows[position]]) * stride
    }
  }

  /// As above, where records belong to several groups: each pair of record and group is a row.
  private mutating func addExpanded(
    _ grouping: Grouping, _ index: Int, _ batch: borrowing RecordBatch
  ) {
    var pairs = (0..<selected).map { (row: rows[$0], combination: 0) }
    for (axis, stride) in zip(grouping.axes, grouping.strides) {
      pairs = pairs.flatMap { pair in
        members(of: axis, pair.row, batch).map {
          (row: pair.row, combination: pair.combination + $0 * stride)
        }
      }
    }
    var expanded = pairs.map(\.combination)
    groups[index].add(
      batch, rows: pairs.map(\.row), combinations: &expanded, count: pairs.count)
  }

  private func members(of axis: Axis, _ row: Int, _ batch: borrowing RecordBatch) -> [Int] {
    switch axis.source {
    case .column(let column):
      let value = batch.values[column][row]
      guard axis.isMask else { return [Int(value)] }
      let mask = UInt64(bitPattern: value)
      if mask == 0 { return [0] }
      return (0..<64).filter { mask & (1 << UInt64($0)) != 0 }.map { $0 + 1 }
    case .bands(let band): return [Int(bands[band][row])]
    case .eventMonth: return [Int(batch.eventMonths[row] - axis.offset)]
    case .eventYear: return [Int(batch.eventMonths[row] / 12 - axis.offset)]
    }
  }
}
