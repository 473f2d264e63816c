import CStructuralScan
import Schemas

/// Decodes the fields of one column to integers.
///
/// Codes: index plus 1, or a bit per code; open lists: a number; identifiers: `IdentifierForm`;
/// dates: days since 1970; years and numbers: themselves, decimals in millionths; text: 1 when it
/// is filled. An empty field is `emptyValue`.
struct ColumnDecoder {
  private enum Form {
    case text
    case mustBeEmpty
    case identifier(IdentifierForm)
    case spelling
    case date(DateForm)
    case year
    case number(NumberForm)
  }

  let column: Column
  private let isRequired: Bool
  private let looksForPersonalData: Bool
  private let personNames: PersonNames
  private let form: Form
  private let text: FieldText
  private let openLists: OpenLists
  private(set) var spellings = SpellingTable()

  /// Creates the decoder of a column.
  init(
    _ column: Column, isRequired: Bool, encoding: TextEncoding, openLists: OpenLists,
    looksForPersonalData: Bool = true, personNames: PersonNames = PersonNames()
  ) {
    self.personNames = personNames
    self.looksForPersonalData = looksForPersonalData
    self.column = column
    self.isRequired = isRequired
    self.openLists = openLists
    text = FieldText(encoding: encoding)
    switch column.type {
    case .text: form = .text
    case .identifier(let pattern):
      form = IdentifierForm(pattern).map(Form.identifier) ?? .mustBeEmpty
    case .code, .codes, .openCode: form = .spelling
    case .date(let notation): form = .date(DateForm(notation: notation))
    case .year: form = .year
    case .integer(let notation): form = .number(NumberForm(notation))
    case .decimal(let notation): form = .number(NumberForm(notation))
    }
  }

  /// The value of an empty field: 0 where it cannot be a value, else the smallest integer.
  var emptyValue: Int64 { column.type.emptyValue }

  /// Decodes the column at a position of the header; marks records that must be looked at.
  mutating func decode(_ rows: FieldRows, at position: Int, into values: inout [Int64]) {
    switch form {
    case .text: decodeText(rows, at: position, into: &values)
    case .mustBeEmpty: decode(rows, at: position, into: &values) { _, _ in nil }
    case .identifier(let form) where form.isFixed:
      decode(rows, at: position, into: &values) { form.fixedNumber($0, $1) }
    case .identifier(let form):
      decode(rows, at: position, into: &values) { form.number($0, $1) }
    case .spelling:
      let (text, openLists, type, names) = (text, openLists, column.type, personNames)
      spellings.decode(rows, at: position, isRequired: isRequired, into: &values) { raw in
        SpellingMeaning(of: text.content(raw), in: type, openLists: openLists, names)
      }
    case .date(let form): decodeDates(rows, at: position, form, into: &values)
    case .year: decode(rows, at: position, into: &values) { ColumnDecoder.year($0, $1) }
    case .number(let form):
      decode(rows, at: position, into: &values) { bytes, length in
        guard let number = form.number(bytes, length), form.range.contains(number) else {
          return nil
        }
        return number
      }
      guard let probable = form.probableRange else { return }
      for row in 0..<rows.count where values[row] != emptyValue && !probable.contains(values[row]) {
        rows.suspicions[row] = 1
      }
    }
  }

  /// The spellings of the column since the last time; only those that are not labels, if wanted.
  mutating func takeUses(variantsOnly: Bool) -> [SpellingTable.Use] {
    spellings.takeUses(variantsOnly: variantsOnly)
  }

  @inline(__always)
  private func decode(
    _ rows: FieldRows, at position: Int, into values: inout [Int64],
    value: (UnsafePointer<UInt8>, Int) -> Int64?
  ) {
    let empty = emptyValue
    values.withUnsafeMutableBufferPointer { values in
      for row in 0..<min(rows.count, values.count) {
        let (start, length) = rows.content(row, position)
        if let number = value(start, length) {
          values[row] = number
        } else {
          values[row] = empty
          if length > 0 || isRequired { rows.suspicions[row] = 1 }
        }
      }
    }
  }

  // Exports are mostly in the order of their dates: a field is first held against the one above it.
  private func decodeDates(
    _ rows: FieldRows, at position: Int, _ form: DateForm, into values: inout [Int64]
  ) {
    CalendarTable.shared.firstDays.withUnsafeBufferPointer { firstDays in
      var (head, tail, last) = (UInt64(0), UInt16(0), Int64?.none)
      decode(rows, at: position, into: &values) { bytes, length in
        guard length == DateForm.length else { return nil }
        let (first, rest) = (word(bytes), twoBytes(bytes + 8))
        if first == head, rest == tail { return last }
        (head, tail, last) = (first, rest, form.day(bytes, firstDays))
        return last
      }
    }
  }

  private func decodeText(_ rows: FieldRows, at position: Int, into values: inout [Int64]) {
    for row in 0..<rows.count {
      let (start, length) = rows.content(row, position)
      values[row] = length > 0 ? 1 : 0
      if length == 0 ? isRequired : holdsPersonalData(start, length) {
        rows.suspicions[row] = 1
      }
    }
  }

  // Nearly all text has none of the signs, and is looked at no further.
  @inline(__always)
  private func holdsPersonalData(_ start: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    guard looksForPersonalData else { return false }
    let signs = text_signs_of(start, length)
    return signs != 0 && holdsPersonalData(start, length, signs: signs)
  }

  @inline(never)
  private func holdsPersonalData(
    _ start: UnsafePointer<UInt8>, _ length: Int, signs: UInt32
  ) -> Bool {
    let capital = text_has_capital_after_blank.rawValue
    if signs != capital, PersonalData.kind(in: start, length) != nil { return true }
    return signs & capital != 0 && personNames.occur(in: start, length)
  }

  /// The year in four digits, or nil.
  static func year(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Int64? {
    guard length == 4 else { return nil }
    var year: Int64 = 0
    for index in 0..<4 {
      let digit = bytes[index] &- 48
      guard digit <= 9 else { return nil }
      year = year * 10 + Int64(digit)
    }
    return CalendarTable.years.contains(Int(year)) ? year : nil
  }
}

extension ColumnType {
  /// The integer that stands for an empty field.
  package var emptyValue: Int64 {
    switch self {
    case .text, .identifier, .code, .codes, .openCode: 0
    case .date, .year, .integer, .decimal: Int64.min
    }
  }
}

extension FieldText {
  /// The text of a raw field, with or without quotes around it.
  func content(_ raw: UnsafeBufferPointer<UInt8>) -> String {
    guard let base = raw.baseAddress else { return "" }
    guard raw.count >= 2, raw.first == quote else { return decoded(raw) }
    let field = ParsedRecord.Field(
      start: 1, end: raw.count - 1, isQuoted: true, hasDoubledQuotes: true)
    return text(of: field, in: base)
  }
}
