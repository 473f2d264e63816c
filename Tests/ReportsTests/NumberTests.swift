import Reports
import Testing

/// Rounding, and numbers as a reader sees them.
@Suite struct NumberTests {
  @Test(arguments: [
    (61, 4, 1, 153), (1, 2, 0, 1), (-1, 2, 0, -1), (5, 2, 0, 3), (-5, 2, 0, -3), (3, 2, 0, 2),
    (57, 4, 1, 143), (49, 100, 0, 0), (-49, 100, 0, 0), (1, 3, 2, 33), (2, 3, 2, 67), (0, 7, 3, 0),
  ])
  func `ties are rounded away from zero`(
    numerator: Int, denominator: Int, places: Int, expected: Int
  ) {
    #expect(Decimals.rounded(numerator, over: denominator, places: places) == Int128(expected))
  }

  @Test func `the largest counts are rounded exactly`() {
    #expect(
      Decimals.rounded(.max, over: 1, places: 12)
        == Int128(Int.max) * 1_000_000_000_000)
    #expect(Decimals.rounded(.min, over: 1, places: 0) == Int128(Int.min))
    #expect(Decimals.rounded(.max, over: .max, places: 12) == 1_000_000_000_000)
  }

  @Test(arguments: [
    (18_402, 1, "18402"), (61, 4, "15.25"), (1, 3, "0.333333333333"), (2, 3, "0.666666666667"),
    (-1, 3, "-0.333333333333"), (20, 100, "0.2"), (0, 5, "0"), (1, 10_000_000_000_000, "0"),
    (-1, 10_000_000_000_000, "0"), (-5, 10_000_000_000_000, "-0.000000000001"),
    (.max, 1, "9223372036854775807"),
  ])
  func `a plain decimal has at most 12 decimals, no trailing zeros and no minus zero`(
    numerator: Int, denominator: Int, expected: String
  ) {
    #expect(Decimals.plain(numerator, over: denominator) == expected)
  }

  private let dutch = NumberFormat(decimalSeparator: ",", groupSeparator: ".")

  @Test(arguments: [
    (CellValue.count(18_402), NumberStyle.count, "18.402"),
    (.count(402), .count, "402"), (.count(0), .count, "0"), (.count(-1_000), .count, "-1.000"),
    (.count(1_234_567), .count, "1.234.567"),
    (.count(.max), .count, "9.223.372.036.854.775.807"),
    (.average(total: 29, divisor: 2), .average, "14,5"),
    (.average(total: 61, divisor: 4), .average, "15,3"),
    (.average(total: -1, divisor: 100), .average, "0,0"),
    (.share(part: 1, whole: 5), .percent, "20%"), (.share(part: 1, whole: 200), .percent, "1%"),
    (.share(part: 0, whole: 5), .percent, "0%"),
    (.change(from: 10, to: 11), .change, "+10%"), (.change(from: 100, to: 77), .change, "-23%"),
    (.change(from: 7, to: 7), .change, "0%"), (.change(from: 1000, to: 999), .change, "0%"),
    (.change(from: 1000, to: 1001), .change, "0%"),
    (.millionths(12_500_000), NumberStyle(decimals: 1), "12,5"),
  ])
  func `a number is printed in the format of the language`(
    value: CellValue, style: NumberStyle, expected: String
  ) {
    #expect(dutch.text(value, style: style) == expected)
  }

  @Test(arguments: [
    (CellValue.notAvailable, "-", "-"), (.notApplicable, "-", "z"), (.suppressed, "c", "c"),
    (.withheld, "w", "w"),
  ])
  func `what is no number has its own sign and marker`(
    value: CellValue, text: String, marker: String
  ) {
    #expect(dutch.text(value, style: .percent) == text)
    #expect(value.marker == marker)
    #expect(value.plainDecimal == "")
  }

  @Test(arguments: [
    CellValue.share(part: 1, whole: 0), .average(total: 1, divisor: 0), .change(from: 0, to: 3),
    .share(part: 0, whole: 0), .change(from: 1, to: .max), .share(part: .max, whole: 1),
  ])
  func `what cannot be divided or does not fit is a dash, not a crash`(value: CellValue) {
    #expect(value.fraction == nil)
    #expect(dutch.text(value, style: .percent) == "-")
    #expect(value.marker == "-")
    #expect(value.plainDecimal == "")
  }

  @Test func `shares are in percent in figures too, not rounded for reading`() {
    #expect(CellValue.share(part: 1, whole: 3).plainDecimal == "33.333333333333")
    #expect(CellValue.change(from: 3, to: 2).plainDecimal == "-33.333333333333")
  }

  @Test func `a decimal mark and group mark of another language are used`() {
    let english = NumberFormat(decimalSeparator: ".", groupSeparator: ",", dash: "n/a")
    #expect(english.text(.average(total: 12_345, divisor: 10), style: .average) == "1,234.5")
    #expect(english.text(.notAvailable, style: .count) == "n/a")
  }
}
