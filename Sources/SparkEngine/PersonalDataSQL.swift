/// What personal data look like, as expressions; the same forms as the reader's `PersonalData`.
enum PersonalDataSQL {
  /// Whether a text holds an address, a national register number or a telephone number.
  static func occurs(in text: String) -> String {
    let manyDigits = "\(text) RLIKE \(SQLText.literal("(?:[^0-9]*+[0-9]){9}"))"
    return "((contains(\(text), '@') AND \(address(text))) OR (\(manyDigits) AND "
      + "(\(registerNumber(in: text)) OR \(telephone(text)))))"
  }

  private static let name = "[0-9A-Za-z._+\\-\u{80}-\u{10FFFF}]"
  private static let nameWithoutDot = "[0-9A-Za-z_+\\-\u{80}-\u{10FFFF}]"

  private static func address(_ text: String) -> String {
    let domain = "\(name)+\\.(?:\(nameWithoutDot){2,}|[\u{80}-\u{10FFFF}])(?!\(name))"
    let stopped = "\(name){4,}\\.(?!\(name))"
    return "\(text) RLIKE \(SQLText.literal("\(name)@(?:\(domain)|\(stopped))"))"
  }

  /// Whether a text holds a national register number: eleven digits with the right check.
  static func registerNumber(in text: String) -> String {
    let form = "(?<![0-9])(?=((?:[0-9][./ \\-]?){10}[0-9])(?![0-9]))[0-9]"
    let month = "n DIV 10000000 % 100"
    let first = "n DIV 100"
    let check = "n % 100"
    let isValid = [
      "(\(month) <= 12 OR \(month) BETWEEN 21 AND 32 OR \(month) BETWEEN 41 AND 52)",
      "n DIV 100000 % 100 <= 31",
      "(\(check) = 97 - (\(first)) % 97 OR \(check) = 97 - (2000000000 + (\(first))) % 97)",
    ].joined(separator: " AND ")
    let numbers =
      "transform(regexp_extract_all(\(text), \(SQLText.literal(form)), 1), "
      + "m -> CAST(regexp_replace(m, '[^0-9]', '') AS BIGINT))"
    return "exists(\(numbers), n -> \(isValid))"
  }

  private static func telephone(_ text: String) -> String {
    let groups = "(?:[./ \\-][0-9]+)*+"
    let before = "(?<![0-9])(?<![0-9][./ \\-])"
    let abroad = "\\+([0-9]++\(groups))"
    let home = "\(before)(?<!\\+)(0[0-9]*+\(groups))"
    let digits = "length(regexp_replace(m, '[^0-9]', ''))"
    let first = "length(regexp_extract(m, '^[0-9]+', 0))"
    let isDate = "m RLIKE \(SQLText.literal("^[0-9]{2}[./ \\-][0-9]{2}[./ \\-][0-9]{4}(?![0-9])"))"
    let isHome =
      "\(digits) BETWEEN 9 AND 10 AND \(first) BETWEEN 2 AND 4 AND \(first) < length(m) "
      + "AND NOT (\(isDate))"
    return "(exists(regexp_extract_all(\(text), \(SQLText.literal(abroad)), 1), "
      + "m -> \(digits) BETWEEN 9 AND 14) OR exists(regexp_extract_all(\(text), "
      + "\(SQLText.literal(home)), 1), m -> \(isHome)))"
  }
}
