internal import Schemas

/// What the field of a column means, as expressions over its text.
struct ColumnSQL {
  /// The column.
  let column: Column

  /// Whether an empty field is an error.
  let isRequired: Bool

  /// The name of the text in the stage below.
  let text: String

  /// The name of the decoded value.
  let value: String

  /// The decoded value: a slug, an array of slugs, a folded spelling, an identifier, a day or a
  /// number (decimals in millionths); of text whether it is filled. Empty or NULL where there is none.
  var decoded: String {
    switch column.type {
    case .text: "\(text) <> ''"
    case .identifier(let pattern): "CASE WHEN \(isIdentifier(pattern)) THEN \(text) ELSE '' END"
    case .code(let list): "coalesce(\(SpellingSQL.slug(text, in: list)), '')"
    case .codes(let list, let separator): decodedCodes(list, separator)
    case .openCode:
      "CASE WHEN \(text) = '' THEN '' WHEN \(openProblem) IS NULL THEN \(SpellingSQL.fold(text)) "
        + "ELSE '' END"
    case .date(let notation): day(notation)
    case .year: year
    case .integer(let notation): NumberSQL(text: text, notation).inRange
    case .decimal(let notation): NumberSQL(text: text, notation).inRange
    }
  }

  /// The rule that sets a record with this field apart, NULL when there is none.
  var problem: String {
    let empty = isRequired ? "'missing-value'" : "NULL"
    return "CASE WHEN \(text) = '' THEN \(empty) \(problemCases) END"
  }

  /// What is remarkable about the field, NULL when there is nothing; the record counts.
  var remark: String? {
    switch column.type {
    case .text:
      let hidden = SpellingSQL.isHidden(text, besides: "\u{09}\u{0A}\u{0D}")
      return "CASE WHEN \(value) AND \(hidden) THEN 'hidden-character' END"
    case .codes(_, let separator):
      let parts = "split(\(text), \(SQLText.literal(SQLText.pattern(ofByte: separator))), -1)"
      return "CASE WHEN \(text) <> '' AND array_contains(\(parts), '') THEN 'empty-part' "
        + "WHEN \(text) <> '' AND size(\(parts)) <> size(\(value)) THEN 'repeated-part' END"
    case .integer(let notation):
      return notation.probableRange.map { range in
        "CASE WHEN \(value) NOT BETWEEN \(range.lowerBound) AND \(range.upperBound) "
          + "THEN 'improbable-value' END"
      }
    case .identifier, .code, .openCode, .date, .year, .decimal: return nil
    }
  }

  /// The spelling of a code that is not its label, NULL when it is, or is none.
  var variant: String? {
    switch column.type {
    case .code(let list):
      return "CASE WHEN \(value) <> '' AND \(SpellingSQL.slugOfLabel(text, in: list)) IS NULL "
        + "THEN \(text) END"
    case .codes(let list, let separator):
      let parts = "split(\(text), \(SQLText.literal(SQLText.pattern(ofByte: separator))), -1)"
      return "CASE WHEN size(\(value)) > 0 AND exists(\(parts), p -> p <> '' AND "
        + "\(SpellingSQL.slug("p", in: list)) IS NOT NULL AND "
        + "\(SpellingSQL.slugOfLabel("p", in: list)) IS NULL) THEN \(text) END"
    default: return nil
    }
  }

  /// Whether the field is filled and has a value.
  var isFilled: String {
    switch column.type {
    case .text: value
    case .identifier, .code, .openCode: "\(value) <> ''"
    case .codes: "size(\(value)) > 0"
    case .date, .year, .integer, .decimal: "\(value) IS NOT NULL"
    }
  }
}

extension ColumnSQL {
  private var problemCases: String {
    let personal = "WHEN \(PersonalDataSQL.occurs(in: text)) THEN 'personal-data'"
    let blank = "WHEN \(SpellingSQL.isBlank(text)) THEN 'missing-value'"
    let hidden = "WHEN \(SpellingSQL.isHidden(text)) THEN 'hidden-character'"
    let register =
      "WHEN octet_length(\(text)) > 10 AND \(PersonalDataSQL.registerNumber(in: text)) "
      + "THEN 'personal-data'"
    switch column.type {
    case .text:
      return "\(personal) WHEN contains(\(text), \(SQLText.literal("\0"))) THEN 'hidden-character'"
    case .identifier: return "WHEN \(value) <> '' THEN NULL \(blank) ELSE 'bad-identifier'"
    case .code:
      return "WHEN \(value) <> '' THEN NULL \(personal) \(hidden) \(blank) ELSE 'unknown-code'"
    case .codes(let list, let separator): return codesCases(list, separator, personal)
    case .openCode: return "WHEN \(value) <> '' THEN NULL ELSE \(openProblem)"
    case .date: return "WHEN \(value) IS NOT NULL THEN NULL \(register) \(blank) ELSE 'bad-date'"
    case .year: return "WHEN \(value) IS NOT NULL THEN NULL \(register) ELSE 'bad-year'"
    case .integer(let notation):
      return "WHEN \(value) IS NOT NULL THEN NULL \(register) "
        + "WHEN \(NumberSQL(text: text, notation).number) IS NULL THEN 'bad-number' "
        + "ELSE 'out-of-range'"
    case .decimal: return "WHEN \(value) IS NOT NULL THEN NULL \(register) ELSE 'bad-number'"
    }
  }

  private func isIdentifier(_ pattern: IdentifierPattern) -> String {
    "\(text) RLIKE \(SQLText.literal("^\(pattern.pattern)\\z"))"
  }

  private func decodedCodes(_ list: CodeList, _ separator: UInt8) -> String {
    let parts = "split(\(text), \(SQLText.literal(SQLText.pattern(ofByte: separator))), -1)"
    return "CASE WHEN \(text) = '' THEN CAST(array() AS ARRAY<STRING>) ELSE "
      + "array_distinct(filter(transform(\(parts), p -> \(SpellingSQL.slug("p", in: list))), "
      + "s -> s IS NOT NULL)) END"
  }

  private func codesCases(_ list: CodeList, _ separator: UInt8, _ personal: String) -> String {
    let parts = "split(\(text), \(SQLText.literal(SQLText.pattern(ofByte: separator))), -1)"
    let bad = "filter(\(parts), p -> p <> '' AND \(SpellingSQL.slug("p", in: list)) IS NULL)"
    let first = "element_at(\(bad), 1)"
    return "WHEN size(\(bad)) = 0 THEN NULL \(personal) "
      + "WHEN \(SpellingSQL.isHidden(first)) THEN 'hidden-character' "
      + "WHEN \(SpellingSQL.isBlank(first)) THEN 'missing-value' ELSE 'unknown-code'"
  }

  /// The rule that a spelling of an open list breaks; most spellings are letters and nothing else.
  private var openProblem: String {
    "CASE WHEN \(text) RLIKE \(SQLText.literal("^[A-Za-z][A-Za-z '().,/-]*\\z")) THEN NULL "
      + "WHEN \(PersonalDataSQL.occurs(in: text)) THEN 'personal-data' "
      + "WHEN \(SpellingSQL.isHidden(text)) THEN 'hidden-character' "
      + "WHEN \(SpellingSQL.isBlank(text)) THEN 'missing-value' "
      + "WHEN \(SpellingSQL.isMisread(text)) THEN 'mojibake' END"
  }

  private func day(_ notation: DateNotation) -> String {
    let form: String
    let day: String
    switch notation {
    case .iso:
      form = "^[0-9]{4}-[0-9]{2}-[0-9]{2}\\z"
      day = "CAST(\(text) AS DATE)"
    case .dayMonthYear:
      form = "^[0-9]{2}/[0-9]{2}/[0-9]{4}\\z"
      day =
        "CAST(concat(substr(\(text), 7, 4), '-', substr(\(text), 4, 2), '-', "
        + "substr(\(text), 1, 2)) AS DATE)"
    }
    let year = notation == .iso ? "substr(\(text), 1, 4)" : "substr(\(text), 7, 4)"
    return "CASE WHEN \(text) RLIKE \(SQLText.literal(form)) AND \(year) BETWEEN '1901' AND '2199' "
      + "THEN \(day) END"
  }

  private var year: String {
    "CASE WHEN \(text) RLIKE \(SQLText.literal("^[0-9]{4}\\z")) AND \(text) BETWEEN '1901' AND '2199' "
      + "THEN CAST(\(text) AS BIGINT) END"
  }
}
