import Exports
import Indicators
import Schemas

/// What has to be accumulated over the records of one dataset, with columns as indices.
///
/// Aggregates that select and group alike share the work of it.
struct DatasetProgram: Sendable {
  /// Where an aggregate's numbers are: a grouping, and an accumulator of it.
  struct Place: Sendable, Hashable {
    let grouping: Int
    /// Nil for the number of records, which every grouping has.
    let accumulator: Int?
  }

  /// A mark that a person may have once.
  struct Mark: Sendable {
    let column: Int
    let value: Int64
    let person: Int
  }

  private(set) var context: DatasetContext
  let years: ClosedRange<Int>
  let keyColumn: Int?
  let references: [(column: Int, dataset: String)]
  let marks: [Mark]
  private(set) var filters: [Filter] = []
  private(set) var groupings: [Grouping] = []
  private(set) var bands: [AgeBands] = []

  private let dimensions: [Dimension]

  var schema: DatasetSchema { context.schema }

  /// Creates a program without aggregates; the checks of identity are in it.
  init(context: DatasetContext, dimensions: [Dimension]) {
    self.context = context
    self.dimensions = dimensions.filter { $0.dataset == context.schema.name }
    let schema = context.schema
    years = (context.deliveredYears.min() ?? 0)...(context.deliveredYears.max() ?? 0)
    let index: (String) -> Int? = { name in schema.columns.firstIndex { $0.name == name } }
    keyColumn = schema.primaryKey.flatMap(index)
    references = schema.rules.references.compactMap { reference in
      index(reference.column).map { ($0, reference.dataset) }
    }
    marks = schema.rules.marks.compactMap { mark in
      guard let column = index(mark.column), let person = index(mark.person),
        case .code(let list) = schema.columns[column].type,
        let code = list.codes.firstIndex(where: { $0.slug == mark.code })
      else { return nil }
      return Mark(column: column, value: Int64(code + 1), person: person)
    }
  }

  /// Adds an accumulation, unless it is there already, and says where it is.
  mutating func add(
    _ selection: Selection, by groups: [Group], _ accumulation: Accumulation?
  ) throws(EngineError) -> Place {
    let filter = try filterIndex(selection)
    let axes = try axes(of: groups)
    let grouping = try groupingIndex(filter: filter, axes: axes)
    guard let accumulation else { return Place(grouping: grouping, accumulator: nil) }
    let accumulator = groupings[grouping].add(accumulation)
    return Place(grouping: grouping, accumulator: accumulator)
  }

  /// The index of a column whose type is right for its use.
  func column(
    _ name: String, where isSuitable: (ColumnType) -> Bool
  ) throws(EngineError) -> Int {
    guard let index = schema.columns.firstIndex(where: { $0.name == name }) else {
      throw .unknownName(dataset: schema.name, name: name)
    }
    guard isSuitable(schema.columns[index].type) else {
      throw .unsuitableColumn(dataset: schema.name, column: name)
    }
    return index
  }

  /// Leaves out records with these values.
  mutating func exclude(_ exclusions: [Int: [Int64: Exclusion]]) {
    context.exclusions = exclusions
    context.store = nil
  }

  private mutating func filterIndex(_ selection: Selection) throws(EngineError) -> Int {
    var tests: [Filter.Test] = []
    for condition in selection.conditions { tests.append(try test(condition)) }
    let filter = Filter(tests: tests)
    if let index = filters.firstIndex(of: filter) { return index }
    filters.append(filter)
    return filters.count - 1
  }

  private mutating func test(_ condition: Condition) throws(EngineError) -> Filter.Test {
    switch condition {
    case .member(let dimension, let members): return try memberTest(dimension, members)
    case .filled(let name):
      let column = try column(name) { _ in true }
      return .filled(column: column, empty: schema.columns[column].type.emptyValue)
    case .running(let from, let until, let day):
      return .running(
        from: try column(from, where: \.isDate), until: try column(until, where: \.isDate),
        day: Int64(day.daysSince1970))
    case .event(let from, let through):
      return .event(from: Int64(from.daysSince1970), through: Int64(through.daysSince1970))
    }
  }

  private mutating func memberTest(
    _ dimension: String, _ members: [String]
  ) throws(EngineError) -> Filter.Test {
    let axis = try axis(of: .dimension(dimension))
    var values: [Int64] = []
    for member in members {
      guard let value = axis.value(ofKey: member, context.openLists) else {
        throw .unknownName(dataset: schema.name, name: "\(dimension) = \(member)")
      }
      values.append(value)
    }
    return .member(axis.source, values: values.sorted(), isMask: axis.isMask)
  }

  private mutating func axes(of groups: [Group]) throws(EngineError) -> [Axis] {
    var axes: [Axis] = []
    for group in groups { axes.append(try axis(of: group)) }
    return axes
  }

  private mutating func axis(of group: Group) throws(EngineError) -> Axis {
    switch group {
    case .eventYear: return Axis(years: years)
    case .eventMonth: return Axis(monthsOf: years)
    case .dimension(let name):
      if let column = schema.columns.firstIndex(where: { $0.name == name }) {
        guard let axis = Axis(column: column, type: schema.columns[column].type) else {
          throw .unsuitableColumn(dataset: schema.name, column: name)
        }
        return axis
      }
      return try ageAxis(name)
    }
  }

  private mutating func ageAxis(_ name: String) throws(EngineError) -> Axis {
    guard let dimension = dimensions.first(where: { $0.name == name }) else {
      throw .unknownName(dataset: schema.name, name: name)
    }
    let ages = AgeBands(
      birth: try column(dimension.birthColumn, where: \.isDate),
      reference: try column(dimension.referenceColumn, where: \.isDate), bands: dimension.bands)
    let index = bands.firstIndex(of: ages) ?? bands.count
    if index == bands.count { bands.append(ages) }
    return Axis(bands: index, slugs: dimension.bands.map(\.slug))
  }

  private mutating func groupingIndex(filter: Int, axes: [Axis]) throws(EngineError) -> Int {
    if let index = groupings.firstIndex(where: { $0.filter == filter && $0.axes == axes }) {
      return index
    }
    guard let grouping = Grouping(filter: filter, axes: axes) else {
      throw .tooManyGroups(dataset: schema.name)
    }
    groupings.append(grouping)
    return groupings.count - 1
  }
}

extension ColumnType {
  /// Whether the column holds days.
  var isDate: Bool {
    if case .date = self { return true }
    return false
  }

  /// Whether the column holds numbers that can be added up.
  var isNumber: Bool {
    switch self {
    case .integer, .decimal, .year: true
    case .text, .identifier, .code, .codes, .openCode, .date: false
    }
  }

  /// Whether different values of the column can be counted.
  var isCountable: Bool {
    switch self {
    case .identifier, .code, .openCode: true
    case .text, .codes, .date, .year, .integer, .decimal: false
    }
  }
}
