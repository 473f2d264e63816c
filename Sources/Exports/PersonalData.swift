import Schemas

/// Kinds of personal data that can be told by their form, in columns that should not hold them.
enum PersonalData {
  case registerNumber
  case address
  case telephone
  case name

  /// What it is called in a message.
  var name: String {
    switch self {
    case .registerNumber: "a national register number"
    case .address: "an e-mail address"
    case .telephone: "a telephone number"
    case .name: "the name of a person"
    }
  }

  /// The first kind that the bytes hold, or nil.
  static func kind(in bytes: UnsafePointer<UInt8>, _ length: Int) -> PersonalData? {
    var digits = 0
    var hasAt = false
    for index in 0..<length {
      digits &+= bytes[index] &- 48 <= 9 ? 1 : 0
      hasAt = hasAt || bytes[index] == UInt8(ascii: "@")
    }
    if hasAt, holdsAddress(bytes, length) { return .address }
    guard digits >= 9 else { return nil }
    if RegisterNumber.occurs(in: bytes, length) { return .registerNumber }
    return holdsTelephone(bytes, length) ? .telephone : nil
  }

  /// The first kind that a text holds, or nil.
  static func kind(in text: String, _ names: PersonNames) -> PersonalData? {
    let bytes = Array(text.utf8)
    let form = bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { kind(in: $0, buffer.count) }
    }
    return form ?? (names.occur(in: text) ? .name : nil)
  }

  // Something before the at-sign, and after it a name with a dot and at least two letters.
  private static func holdsAddress(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    for at in 1..<max(1, length) where bytes[at] == UInt8(ascii: "@") && isName(bytes[at - 1]) {
      var end = at + 1
      var dot = 0
      while end < length, isName(bytes[end]) {
        if bytes[end] == UInt8(ascii: "."), end > at + 1 { dot = end }
        end += 1
      }
      if dot > 0, end - dot > 2 { return true }
      // A full stop may follow the address.
      if dot == end - 1, dot > at + 4 { return true }
    }
    return false
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte &- 48 <= 9 || (byte | 0x20) &- 97 <= 25 || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+")
      || byte >= 0x80
  }

  // A plus and 9 to 14 digits, or a 0 and 8 or 9 more digits with something between them, which do
  // not begin with a date.
  private static func holdsTelephone(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    for start in 0..<length where bytes[start] &- 48 <= 9 {
      if start > 0,
        bytes[start - 1] &- 48 <= 9
          || isDivider(bytes[start - 1]) && start > 1
            && bytes[start - 2] &- 48 <= 9
      {
        continue
      }
      let isAbroad = start > 0 && bytes[start - 1] == UInt8(ascii: "+")
      guard isAbroad || bytes[start] == UInt8(ascii: "0") else { continue }
      let groups = digitGroups(bytes, from: start, length)
      let digits = groups.reduce(0, +)
      if isAbroad, (9...14).contains(digits) { return true }
      let isDate = groups.count >= 3 && groups[0] == 2 && groups[1] == 2 && groups[2] == 4
      if !isAbroad, groups.count > 1, !isDate, (9...10).contains(digits), groups[0] >= 2,
        groups[0] <= 4
      {
        return true
      }
    }
    return false
  }

  private static func digitGroups(
    _ bytes: UnsafePointer<UInt8>, from start: Int, _ length: Int
  ) -> [Int] {
    var groups = [0]
    var index = start
    while index < length {
      if bytes[index] &- 48 <= 9 {
        groups[groups.count - 1] += 1
      } else if isDivider(bytes[index]), index + 1 < length, bytes[index + 1] &- 48 <= 9 {
        groups.append(0)
      } else {
        break
      }
      index += 1
    }
    return groups
  }

  private static func isDivider(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: " ")
  }
}
