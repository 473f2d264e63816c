import Exports
import Indicators
import Schemas

/// A column whose different values are counted: for which groupings, and for which marks.
struct CountedColumn: Sendable {
  /// Where the counts of a grouping are asked for.
  struct Member: Sendable, Hashable {
    let grouping: Int
    let accumulator: Int
  }

  /// The column.
  let column: Int

  /// The accumulations over it.
  let members: [Member]

  /// The marks of the schema that its values may have once, by index.
  let marks: [Int]

  /// The columns of a program, in order.
  static func all(of program: DatasetProgram) -> [CountedColumn] {
    var members: [Int: [Member]] = [:]
    var marks: [Int: [Int]] = [:]
    for (index, grouping) in program.groupings.enumerated() {
      for (accumulator, accumulation) in grouping.accumulations.enumerated() {
        guard case .distinct(let column) = accumulation else { continue }
        members[column, default: []].append(Member(grouping: index, accumulator: accumulator))
      }
    }
    for (index, mark) in program.marks.enumerated() {
      marks[mark.person, default: []].append(index)
    }
    return Set(members.keys).union(marks.keys).sorted().map { column in
      CountedColumn(column: column, members: members[column] ?? [], marks: marks[column] ?? [])
    }
  }
}
