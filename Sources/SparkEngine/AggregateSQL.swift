package import Indicators
internal import Schemas

/// The aggregates of a plan over one dataset, as one query.
///
/// Counts, sums and days with the same groups share a grouping, each with its own filter. Different
/// values are made different first and counted then, so that each shuffles one row a value and group.
package struct AggregateSQL {
  /// A part of the query: the aggregates whose numbers its rows hold.
  package struct Part {
    package let aggregates: [Aggregate]
    package let query: String
  }

  private let names: DatasetNames
  private let others: [String: DatasetNames]

  /// Creates the queries over a dataset; the others are those that have records.
  package init(_ names: DatasetNames, others: [String: DatasetNames]) {
    self.names = names
    self.others = others
  }

  /// The parts of the query, numbered as their rows say.
  package func parts(_ aggregates: [Aggregate]) throws(SparkError) -> [Part] {
    var parts: [Part] = []
    var additive: [[Group]: [Aggregate]] = [:]
    var order: [[Group]] = []
    for aggregate in aggregates {
      switch aggregate.accumulator {
      case .count, .sum, .days:
        if additive[aggregate.groups] == nil { order.append(aggregate.groups) }
        additive[aggregate.groups, default: []].append(aggregate)
      default:
        parts.append(
          Part(aggregates: [aggregate], query: try single(aggregate, number: parts.count)))
      }
    }
    for groups in order {
      let shared = additive[groups] ?? []
      parts.append(
        Part(aggregates: shared, query: try together(shared, by: groups, number: parts.count)))
    }
    return parts
  }

  // MARK: - Counts, sums and days

  private func together(
    _ aggregates: [Aggregate], by groups: [Group], number: Int
  ) throws(SparkError) -> String {
    var numbers: [String] = []
    var inputs: [String] = []
    for (index, aggregate) in aggregates.enumerated() {
      inputs.append("\(try names.condition(aggregate.source.selection)) AS c\(index)")
      numbers.append("count_if(c\(index))")
      switch aggregate.accumulator {
      case .sum(let column):
        inputs.append("\(try names.value(column)) AS x\(index)")
        numbers += sums("x\(index)", "c\(index)")
      case .days(let from, let to):
        inputs.append("datediff(\(try names.value(to)), \(try names.value(from))) AS x\(index)")
        numbers += sums("x\(index)", "c\(index)")
      default: numbers += ["count_if(c\(index))", "count_if(c\(index))"]
      }
    }
    let grouping = try GroupingSQL(names, groups)
    return "SELECT \(row(number, grouping, numbers)) AS row FROM ("
      + "SELECT \((grouping.columns + inputs).joined(separator: ", ")) "
      + "FROM \(names.counted)\(grouping.explosions)) \(grouping.groupBy)"
  }

  private func sums(_ value: String, _ condition: String) -> [String] {
    let filter = "FILTER (WHERE \(condition))"
    return [
      "coalesce(sum(CAST(\(value) AS DECIMAL(38,0))) \(filter), 0)", "count(\(value)) \(filter)",
    ]
  }

  /// A row: the part's number, three numbers for each aggregate, and the keys.
  private func row(_ number: Int, _ grouping: GroupingSQL, _ numbers: [String]) -> String {
    let keys = grouping.keys.map { "hex(coalesce(\($0), ''))" }
    let fields = (["\(number)"] + numbers + keys).joined(separator: ", ")
    return "\(names.row("cells")), \(fields))"
  }

  // MARK: - Different values

  private func single(_ aggregate: Aggregate, number: Int) throws(SparkError) -> String {
    let grouping = try GroupingSQL(names, aggregate.groups)
    switch aggregate.accumulator {
    case .distinctInSeveral(let column, let dimension, let members):
      return try inSeveral(aggregate, grouping, column, dimension, members, number)
    case .distinctAlso(let column, let other, let otherColumn, let sameYear):
      return try also(aggregate, grouping, column, other, otherColumn, sameYear, number)
    case .daysToFirst(let column, let other, let otherColumn):
      return try daysToFirst(aggregate, grouping, column, other, otherColumn, number)
    case .distinct(let column):
      let values = try selected(aggregate.source, grouping, ["\(try names.value(column)) AS x"])
      let once =
        "SELECT DISTINCT \((grouping.keys + ["x"]).joined(separator: ", ")) FROM (\(values))"
      return closing(grouping, "count_if(x <> '')", of: once, number)
    case .count, .sum, .days: return try together([aggregate], by: aggregate.groups, number: number)
    }
  }

  private func closing(
    _ grouping: GroupingSQL, _ amount: String, of query: String, _ number: Int
  ) -> String {
    "SELECT \(row(number, grouping, ["count(*)", amount, amount])) AS row FROM (\(query)) "
      + grouping.groupBy
  }

  private func selected(
    _ source: RecordSource, _ grouping: GroupingSQL, _ columns: [String]
  ) throws(SparkError) -> String {
    "SELECT \((grouping.columns + columns).joined(separator: ", ")) "
      + "FROM \(names.counted)\(grouping.explosions) "
      + "WHERE \(try names.condition(source.selection))"
  }

  private func inSeveral(
    _ aggregate: Aggregate, _ grouping: GroupingSQL, _ column: String, _ dimension: String,
    _ members: [String], _ number: Int
  ) throws(SparkError) -> String {
    let values = try selected(
      aggregate.source, grouping,
      ["\(try names.value(column)) AS x", "\(try names.member(dimension)) AS m"])
    let keys = (grouping.keys + ["x"]).joined(separator: ", ")
    let counted =
      "SELECT \(keys), count(DISTINCT m) AS n FROM (\(values)) "
      + "WHERE m IN (\(SQLText.list(members))) GROUP BY \(keys)"
    return closing(grouping, "count_if(n > 1 AND x <> '')", of: counted, number)
  }

  private func also(
    _ aggregate: Aggregate, _ grouping: GroupingSQL, _ column: String, _ other: RecordSource,
    _ otherColumn: String, _ sameYear: Bool, _ number: Int
  ) throws(SparkError) -> String {
    let values = try selected(
      aggregate.source, grouping,
      ["\(try names.value(column)) AS x"] + (sameYear ? ["year(event) AS y"] : []))
    let own = (grouping.keys + ["x"] + (sameYear ? ["y"] : [])).joined(separator: ", ")
    let year = sameYear ? ", year(event) AS y" : ""
    guard let names = others[other.dataset] else {
      return closing(grouping, "0", of: "SELECT DISTINCT \(own) FROM (\(values))", number)
    }
    let others =
      "SELECT DISTINCT \(try names.value(otherColumn)) AS x\(year), true AS found "
      + "FROM \(names.counted) WHERE \(try names.condition(other.selection))"
    let on = "a.x = b.x AND a.x <> ''" + (sameYear ? " AND a.y = b.y" : "")
    let joined =
      "SELECT a.*, b.found FROM (SELECT DISTINCT \(own) FROM (\(values))) a "
      + "LEFT JOIN (\(others)) b ON \(on)"
    return closing(grouping, "count(DISTINCT CASE WHEN found THEN x END)", of: joined, number)
  }

  private func daysToFirst(
    _ aggregate: Aggregate, _ grouping: GroupingSQL, _ column: String, _ other: RecordSource,
    _ otherColumn: String, _ number: Int
  ) throws(SparkError) -> String {
    let key = names.keyValue ?? "''"
    let values = try selected(
      aggregate.source, grouping,
      ["\(try names.value(column)) AS x", "event AS day", "\(key) AS k"])
    let ranked =
      "SELECT *, rank() OVER (PARTITION BY x ORDER BY day, length(k), k) AS place "
      + "FROM (\(values)) WHERE x <> ''"
    let keys = (grouping.keys + ["x", "day"]).joined(separator: ", ")
    let firsts = "SELECT DISTINCT \(keys) FROM (\(ranked)) WHERE place = 1"
    guard let names = others[other.dataset] else {
      return closing(grouping, "0", of: firsts, number)
    }
    let later =
      "SELECT \(try names.value(otherColumn)) AS x, event AS later FROM \(names.counted) "
      + "WHERE \(try names.condition(other.selection))"
    let selfKeys = (grouping.keys + ["x", "day"]).map { "a.\($0)" }.joined(separator: ", ")
    let joined =
      "SELECT \(selfKeys), min(later) AS later FROM (\(firsts)) a LEFT JOIN (\(later)) b "
      + "ON a.x = b.x AND b.later >= a.day GROUP BY \(selfKeys)"
    let numbers = ["count(*)", "coalesce(sum(datediff(later, day)), 0)", "count(later)"]
    return "SELECT \(row(number, grouping, numbers)) AS row FROM (\(joined)) \(grouping.groupBy)"
  }
}

/// The groups of a table, as expressions.
struct GroupingSQL {
  /// The names of the keys.
  let keys: [String]

  /// The keys as they are selected.
  let columns: [String]

  /// What makes a row for each of several values.
  let explosions: String

  init(_ names: DatasetNames, _ groups: [Group]) throws(SparkError) {
    keys = groups.indices.map { "g\($0)" }
    var columns: [String] = []
    var explosions = ""
    for (index, group) in groups.enumerated() {
      switch group {
      case .eventYear: columns.append("lpad(CAST(year(event) AS STRING), 4, '0') AS g\(index)")
      case .eventMonth: columns.append("substr(CAST(event AS STRING), 1, 7) AS g\(index)")
      case .dimension(let name):
        if let several = names.several(name) {
          explosions +=
            " LATERAL VIEW explode(CASE WHEN size(\(several)) = 0 THEN array('') "
            + "ELSE \(several) END) e\(index) AS m\(index)"
          columns.append("m\(index) AS g\(index)")
        } else {
          columns.append("\(try names.member(name)) AS g\(index)")
        }
      }
    }
    self.columns = columns
    self.explosions = explosions
  }

  /// The clause that groups; without groups there is one row, or none where there are no records.
  var groupBy: String {
    keys.isEmpty ? "" : "GROUP BY \(keys.joined(separator: ", "))"
  }
}
