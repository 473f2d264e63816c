package import Indicators

/// Makes tables of the rows of an `AggregateSQL`.
package struct ResultTables {
  private let parts: [AggregateSQL.Part]
  private let dataset: String

  /// Creates the tables of a query's parts.
  package init(_ parts: [AggregateSQL.Part], dataset: String) {
    self.parts = parts
    self.dataset = dataset
  }

  /// The tables; combinations without records are not in them.
  package func tables(_ rows: [ResultRow]) throws(SparkError) -> [Aggregate: AggregateTable] {
    var cells: [Aggregate: [[String]: AggregateValue]] = [:]
    for part in parts {
      for aggregate in part.aggregates { cells[aggregate] = [:] }
    }
    for row in rows where row.kind == "cells" {
      let number = try row.integer(0)
      guard parts.indices.contains(number) else {
        throw .unexpectedAnswer("a row of part \(number) of \(parts.count)")
      }
      let aggregates = parts[number].aggregates
      let first = 1 + aggregates.count * 3
      let key = (aggregates.first?.groups ?? []).indices.map { row.decoded(first + $0) }
      for (index, aggregate) in aggregates.enumerated() where try row.integer(1 + index * 3) > 0 {
        guard let amount = Int(row.text(2 + index * 3)) else {
          throw .sumTooLarge(dataset: dataset)
        }
        cells[aggregate]?[key] = AggregateValue(
          amount: amount, contributors: try row.integer(3 + index * 3))
      }
    }
    return cells.mapValues { AggregateTable(rows: $0) }
  }
}
