internal import Schemas

/// Whole and decimal numbers, as expressions.
struct NumberSQL {
  private let text: String
  private let groupSeparator: UInt8?
  private let decimalSeparator: UInt8?
  private let range: ClosedRange<Int64>

  init(text: String, _ notation: IntegerNotation) {
    self.text = text
    groupSeparator = notation.groupSeparator
    decimalSeparator = nil
    range = notation.range
  }

  init(text: String, _ notation: DecimalNotation) {
    self.text = text
    groupSeparator = notation.groupSeparator
    decimalSeparator = notation.decimalSeparator
    range = (Int64.min + 1)...Int64.max
  }

  /// The number, NULL where the text is none.
  ///
  /// Computed in 38 decimal digits, of which 64 bits hold nineteen: nothing wraps around.
  var number: String {
    let scaled = decimalSeparator == nil ? digits : "\(digits) * 1000000"
    let limits = "BETWEEN \(Int64.min + 1) AND \(Int64.max)"
    let isNumber =
      "\(text) RLIKE \(SQLText.literal(form)) AND NOT (startswith(\(text), '-') AND \(digits) = 0) "
      + "AND \(digits) IS NOT NULL AND \(scaled) \(limits)"
    return "CASE WHEN \(isNumber) THEN CAST(\(scaled) AS BIGINT) END"
  }

  /// The number where it lies in the declared range.
  var inRange: String {
    if decimalSeparator != nil { return number }
    return "CASE WHEN \(number) BETWEEN \(range.lowerBound) AND \(range.upperBound) "
      + "THEN \(number) END"
  }

  private var digits: String {
    var plain = text
    if let groupSeparator {
      plain = "replace(\(plain), \(SQLText.literal(String(Unicode.Scalar(groupSeparator)))), '')"
    }
    guard let decimalSeparator else { return "CAST(\(plain) AS DECIMAL(38,0))" }
    plain = "replace(\(plain), \(SQLText.literal(String(Unicode.Scalar(decimalSeparator)))), '.')"
    return "CAST(\(plain) AS DECIMAL(30,6))"
  }

  private var form: String {
    var whole = "[0-9]+"
    if let groupSeparator {
      whole = "(?:[0-9]+|[0-9]{1,3}(?:\(SQLText.pattern(ofByte: groupSeparator))[0-9]{3})+)"
    }
    guard let decimalSeparator else { return "^-?\(whole)\\z" }
    return "^-?\(whole)(?:\(SQLText.pattern(ofByte: decimalSeparator))[0-9]{1,6})?\\z"
  }
}
