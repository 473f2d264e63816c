import Exports
import Indicators

/// A dimension of ages in whole years.
struct AgeBands: Sendable, Hashable {
  private let birth: Int
  private let reference: Int
  private let bands: [AgeBand]

  /// Creates the bands over two columns of dates.
  init(birth: Int, reference: Int, bands: [AgeBand]) {
    self.birth = birth
    self.reference = reference
    self.bands = bands
  }

  /// Fills in the number of each record's band plus 1; 0 for an age in none, or no date.
  func fill(_ values: inout [Int64], from batch: borrowing RecordBatch) {
    let table = CalendarTable.shared
    for row in 0..<batch.count {
      let born = batch.values[birth][row]
      let day = batch.values[reference][row]
      guard born != Int64.min, day != Int64.min else {
        values[row] = 0
        continue
      }
      let age = AgeBands.age(born, on: day, table)
      values[row] = Int64((bands.firstIndex { $0.ages.contains(age) } ?? -1) + 1)
    }
  }

  /// The age in whole years: who is born on 29 February is older from 1 March.
  private static func age(_ born: Int64, on day: Int64, _ table: CalendarTable) -> Int {
    let (birthMonth, month) = (table.month(of: born), table.month(of: day))
    let years = month / 12 - birthMonth / 12
    let (from, to) = (birthMonth % 12, month % 12)
    let isBefore =
      to < from || (to == from && table.dayOfMonth(of: day) < table.dayOfMonth(of: born))
    return isBefore ? years - 1 : years
  }
}
