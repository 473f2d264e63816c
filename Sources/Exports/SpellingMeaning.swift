import Schemas

/// What a spelling in a column of codes means.
struct SpellingMeaning {
  /// The value, 0 when there is none: for one code its index plus 1, for several a bit per code,
  /// for an open list the number of the value.
  var value: Int64 = 0

  /// Whether something is wrong in the field, so that its record must be looked at.
  var isSuspicious = false

  /// Whether a code is spelled in another way than its label.
  var isVariant = false

  /// The meaning of an empty field, in a column that must be filled or not.
  init(ofNone isRequired: Bool) { isSuspicious = isRequired }

  /// The meaning of a field's text in a column.
  init(
    of text: String, in type: ColumnType, openLists: OpenLists, _ names: PersonNames
  ) {
    switch type {
    case .code(let list):
      guard let index = list.index(matching: text) else {
        isSuspicious = true
        return
      }
      value = Int64(index + 1)
      isVariant = list.codes[index].label != text || !text.hasSameBytes(as: list.codes[index].label)
    case .codes(let list, let separator): readSeveral(text, in: list, separator: separator)
    case .openCode(let list):
      guard OpenSpelling.problem(in: text, names) == nil else {
        isSuspicious = true
        return
      }
      value = openLists.number(of: text, in: list)
    case .text, .identifier, .date, .year, .integer, .decimal: isSuspicious = true
    }
  }

  private mutating func readSeveral(_ text: String, in list: CodeList, separator: UInt8) {
    let parts = text.utf8.split(separator: separator, omittingEmptySubsequences: false)
    var mask: UInt64 = 0
    for part in parts {
      let spelling = String(Substring(part))
      guard let index = list.index(matching: spelling), index < 64 else {
        isSuspicious = true
        continue
      }
      mask |= 1 << UInt64(index)
      if !spelling.hasSameBytes(as: list.codes[index].label) { isVariant = true }
    }
    if mask.nonzeroBitCount != parts.count { isSuspicious = true }
    value = Int64(bitPattern: mask)
  }
}

/// What a value of an open list must not hold.
enum OpenSpelling {
  /// Why a spelling is no value.
  enum Problem {
    case blank
    case personal(PersonalData)
    case hidden(Unicode.Scalar)
    case misread(as: String)
  }

  static func problem(in text: String, _ names: PersonNames) -> Problem? {
    if let hidden = text.unicodeScalars.first(where: Printable.isHidden) { return .hidden(hidden) }
    if text.unicodeScalars.allSatisfy(\.properties.isWhitespace) { return .blank }
    if let kind = PersonalData.kind(in: text, names) { return .personal(kind) }
    return Windows1252.repaired(text).map { .misread(as: $0) }
  }
}

extension String {
  /// Whether two strings are written with the same code points; `==` also accepts other forms of
  /// the same accents.
  func hasSameBytes(as other: String) -> Bool {
    utf8.elementsEqual(other.utf8)
  }
}
