/// The code page of the helpdesk's registration tool.
enum Windows1252 {
  /// The characters that the code page puts where Latin-1 has control codes.
  private static let special: [(Unicode.Scalar, UInt8)] = [
    ("€", 0x80), ("‚", 0x82), ("„", 0x84), ("…", 0x85), ("‘", 0x91), ("’", 0x92), ("“", 0x93),
    ("”", 0x94), ("•", 0x95), ("–", 0x96), ("—", 0x97), ("œ", 0x9c),
  ]

  /// The byte of a character.
  ///
  /// A character that the code page lacks is a mistake in our own texts.
  static func byte(of scalar: Unicode.Scalar) -> UInt8 {
    if scalar.isASCII || (0xa0...0xff).contains(scalar.value) {
      return UInt8(scalar.value)
    }
    let found = special.first { $0.0 == scalar }
    precondition(found != nil, "Windows-1252 has no character \(scalar)")
    return found?.1 ?? UInt8(ascii: "?")
  }
}

extension Windows1252 {
  /// The text of bytes in this code page.
  static func text(of bytes: some Sequence<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let found = special.first { $0.1 == byte }
      text.append(found?.0 ?? Unicode.Scalar(byte))
    }
    return String(text)
  }
}
