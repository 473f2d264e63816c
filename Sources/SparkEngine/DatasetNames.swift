package import Indicators
package import Schemas

/// The columns and dimensions of a dataset's records, as expressions over their table.
package struct DatasetNames {
  /// The number by which statements know the dataset.
  let number: Int

  /// What the names of its views begin with.
  var prefix: String { "k\(number)" }

  /// The dataset.
  let schema: DatasetSchema

  private let dimensions: [Dimension]

  /// Creates the names of a dataset.
  package init(number: Int, schema: DatasetSchema, dimensions: [Dimension]) {
    self.number = number
    self.schema = schema
    self.dimensions = dimensions.filter { $0.dataset == schema.name }
  }

  /// The view of the records that count.
  var counted: String { "\(prefix)_counted" }

  /// The value of the primary key.
  var keyValue: String? { schema.primaryKey.flatMap { index($0) }.map { "v\($0)" } }

  /// The value of a column.
  func value(_ column: String) throws(SparkError) -> String {
    "v\(try position(column))"
  }

  /// The start of a row of results about the dataset.
  func row(_ kind: String) -> String { "concat_ws('|', 'kc', '\(kind)', \(number)" }

  /// The index of a column by name.
  func index(_ column: String) -> Int? {
    schema.columns.firstIndex { $0.name == column }
  }

  private func position(_ column: String) throws(SparkError) -> Int {
    guard let index = index(column) else {
      throw .badPlan("dataset '\(schema.name)' has no '\(column)'")
    }
    return index
  }

  /// The array of members of a dimension with several values; nil when it has one.
  func several(_ dimension: String) -> String? {
    guard let index = index(dimension), case .codes = schema.columns[index].type else { return nil }
    return "v\(index)"
  }

  /// The member of a dimension, empty when there is none.
  func member(_ dimension: String) throws(SparkError) -> String {
    if let index = index(dimension) { return "v\(index)" }
    guard let derived = dimensions.first(where: { $0.name == dimension }) else {
      throw .badPlan("dataset '\(schema.name)' has no '\(dimension)'")
    }
    let (birth, day) = (try value(derived.birthColumn), try value(derived.referenceColumn))
    // Who is born on 29 February is older from 1 March.
    let isBefore =
      "month(\(day)) * 100 + dayofmonth(\(day)) < month(\(birth)) * 100 + dayofmonth(\(birth))"
    let age = "year(\(day)) - year(\(birth)) - CASE WHEN \(isBefore) THEN 1 ELSE 0 END"
    let bands = derived.bands.map { band in
      "WHEN \(age) BETWEEN \(band.ages.lowerBound) AND \(band.ages.upperBound) "
        + "THEN \(SQLText.literal(band.slug))"
    }
    return "CASE \(bands.joined(separator: " ")) ELSE '' END"
  }

  /// Whether a record satisfies a selection; never NULL.
  func condition(_ selection: Selection) throws(SparkError) -> String {
    var tests: [String] = []
    for condition in selection.conditions { tests.append(try test(condition)) }
    return "coalesce(\(SQLText.all(tests)), false)"
  }

  private func test(_ condition: Condition) throws(SparkError) -> String {
    switch condition {
    case .member(let dimension, let members):
      guard let several = several(dimension) else {
        return "\(try member(dimension)) IN (\(SQLText.list(members)))"
      }
      let filled = members.filter { !$0.isEmpty }
      let empty = members.contains("") ? "size(\(several)) = 0" : "false"
      return filled.isEmpty
        ? empty : "arrays_overlap(\(several), array(\(SQLText.list(filled)))) OR \(empty)"
    case .filled(let column):
      let index = try position(column)
      return ColumnSQL(
        column: schema.columns[index], isRequired: false, text: "f\(index)", value: "v\(index)"
      ).isFilled
    case .running(let from, let until, let day):
      let (start, end) = (try value(from), try value(until))
      return "\(start) <= DATE'\(day)' AND (\(end) IS NULL OR \(end) > DATE'\(day)')"
    case .event(let from, let through):
      return "event BETWEEN DATE'\(from)' AND DATE'\(through)'"
    }
  }
}
