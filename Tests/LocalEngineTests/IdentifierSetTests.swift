import Testing

import LocalEngine

@Suite struct IdentifierSetTests {
  /// Values that lie close together, far apart, and in clusters.
  private static let spreads: [@Sendable (Int) -> Int64] = [
    { Int64($0 / 2 + 1) }, { _ in Int64.random(in: 1...(1 << 60)) },
    { Int64($0 % 7) << 50 | Int64($0 / 14 + 1) }, { _ in Int64.random(in: 1...300_000) },
    { $0 < 3000 ? Int64($0 + 1) : Int64.random(in: 1...(1 << 50)) },
    { $0 < 3000 ? Int64.random(in: 1...(1 << 50)) : Int64($0 + 1) },
  ]

  @Test(arguments: 0..<6) func `it holds what a plain set holds`(_ spread: Int) {
    var set = IdentifierSet()
    var plain: Set<Int64> = []
    for index in 0..<30_000 {
      let value = Self.spreads[spread](index)
      #expect(set.insert(value) == plain.insert(value).inserted)
    }
    #expect(set.count == plain.count)
    var values: Set<Int64> = []
    set.forEach { values.insert($0) }
    #expect(values == plain)
    for index in 0..<1000 {
      let value = Self.spreads[(spread + 1) % 6](index)
      #expect(set.contains(value) == plain.contains(value))
    }
  }

  @Test(arguments: 0..<6) func `values added together tell which were known`(_ spread: Int) {
    var set = IdentifierSet()
    var plain: Set<Int64> = []
    for batch in 0..<40 {
      let values = (0..<700).map { Self.spreads[spread](batch * 500 + $0) }
      var known: [Int64] = []
      values.withUnsafeBufferPointer { set.insert($0) { known.append($0) } }
      #expect(known == values.filter { !plain.insert($0).inserted })
    }
    #expect(set.count == plain.count)
  }

  @Test(arguments: 0..<6) func `a union tells what was in both`(_ spread: Int) {
    var left = IdentifierSet()
    var right = IdentifierSet()
    var (plainLeft, plainRight): (Set<Int64>, Set<Int64>) = ([], [])
    for index in 0..<5000 {
      let value = Self.spreads[spread](index)
      if index % 3 != 0 { _ = (left.insert(value), plainLeft.insert(value)) }
      if index % 3 != 1 { _ = (right.insert(value), plainRight.insert(value)) }
    }
    var known: Set<Int64> = []
    left.formUnion(right) { known.insert($0) }
    #expect(known == plainLeft.intersection(plainRight))
    #expect(left.count == plainLeft.union(plainRight).count)
  }
}
