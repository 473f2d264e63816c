internal import Schemas

/// What the fields of one column of a delivery have in common.
struct ColumnProfile {
  /// The name in the header.
  let name: String

  /// How many fields are filled, and how many are empty.
  private(set) var filled = 0
  private(set) var empty = 0

  /// The forms that every filled field has.
  private(set) var forms = Set(FieldForm.allCases)

  /// How often each value occurs; nil when there are more different ones than are kept.
  private(set) var counts: [String: Int]? = [:]

  /// The capital letters before the digits, and the number of digits, of every field; nil when they
  /// have no such form in common.
  private(set) var identifier: (letters: Set<String>, digits: Int)?

  private static let kept = 2_000_000

  init(name: String) {
    self.name = name
  }

  /// Whether no two filled fields are the same; false where it is not known.
  var isUnique: Bool { counts.map { $0.count == filled } ?? false }

  /// How many different values there are; nil when there are more than are kept.
  var distinct: Int? { counts?.count }

  /// Whether a number below zero is among them.
  private(set) var hasNegative = false

  /// Takes the next field.
  mutating func add(_ field: String) {
    guard !field.isEmpty else {
      empty += 1
      return
    }
    let bytes = Array(field.utf8)
    forms = forms.filter { $0.fits(bytes) }
    addIdentifier(bytes)
    if bytes.first == UInt8(ascii: "-") { hasNegative = true }
    filled += 1
    counts?[field, default: 0] += 1
    if let count = counts?.count, count > ColumnProfile.kept { counts = nil }
  }

  private mutating func addIdentifier(_ bytes: [UInt8]) {
    let letters = bytes.prefix { (65...90).contains($0) }
    let digits = bytes.dropFirst(letters.count)
    guard letters.count <= 4, (1...16).contains(digits.count),
      digits.allSatisfy({ (48...57).contains($0) }),
      filled == 0 || identifier?.digits == digits.count
    else {
      identifier = nil
      return
    }
    let prefix = String(decoding: letters, as: UTF8.self)
    identifier = ((identifier?.letters ?? []).union([prefix]), digits.count)
  }
}

/// A form that a field can have.
enum FieldForm: CaseIterable {
  case isoDate, dayMonthYear, year, integer, groupedByPoint, groupedByComma
  case decimalPoint, decimalComma

  /// Whether a field has it.
  func fits(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .isoDate: CalendarDate(iso: String(decoding: bytes, as: UTF8.self)) != nil
    case .dayMonthYear: FieldForm.isDayMonthYear(bytes)
    case .year:
      bytes.count == 4 && FieldForm.number(bytes).map { (1900...2100).contains($0) } ?? false
    case .integer: FieldForm.isInteger(bytes)
    case .groupedByPoint: FieldForm.isGrouped(bytes, by: UInt8(ascii: "."))
    case .groupedByComma: FieldForm.isGrouped(bytes, by: UInt8(ascii: ","))
    case .decimalPoint: FieldForm.isDecimal(bytes, UInt8(ascii: "."))
    case .decimalComma: FieldForm.isDecimal(bytes, UInt8(ascii: ","))
    }
  }

  private static func number(_ bytes: some Collection<UInt8>) -> Int? {
    guard (1...9).contains(bytes.count), bytes.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  private static func isDayMonthYear(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 10, bytes[2] == 47, bytes[5] == 47, let day = number(bytes[0..<2]),
      let month = number(bytes[3..<5]), let year = number(bytes[6...])
    else { return false }
    return CalendarDate(year: year, month: month, day: day) != nil
  }

  private static func unsigned(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
  }

  // A number that begins with a zero is a code or an identifier.
  private static func isInteger(_ bytes: [UInt8]) -> Bool {
    let digits = unsigned(bytes)
    return number(digits) != nil && (digits.count == 1 || digits.first != 48)
  }

  private static func isGrouped(_ bytes: [UInt8], by group: UInt8) -> Bool {
    let parts = unsigned(bytes).split(separator: group, omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 4, number(first) != nil,
      first.first != 48 || first.count == 1
    else { return false }
    return parts.count == 1
      || first.count <= 3 && parts.dropFirst().allSatisfy { $0.count == 3 && number($0) != nil }
  }

  private static func isDecimal(_ bytes: [UInt8], _ separator: UInt8) -> Bool {
    let parts = unsigned(bytes).split(separator: separator, omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = parts.first, number(whole) != nil,
      whole.first != 48 || whole.count == 1
    else { return false }
    return parts.count == 1 || parts[1].count <= 6 && number(parts[1]) != nil
  }
}
