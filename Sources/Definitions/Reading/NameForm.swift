/// The form of a name, where it is more than text: because files are called after it.
struct NameForm {
  /// What messages say is expected.
  let expectation: String

  private let permits: @Sendable (UInt8) -> Bool

  /// Codes, chapters and reports.
  static let slug = NameForm(expectation: "lower-case letters, digits and hyphens") {
    isLetterOrDigit($0) || $0 == UInt8(ascii: "-")
  }

  /// Datasets, dimensions and indicators.
  static let name = NameForm(expectation: "lower-case letters, digits, hyphens and underscores") {
    isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
  }

  /// Datasets, which are folders and tables of a query.
  static let dataset = NameForm(expectation: "lower-case letters, digits and underscores") {
    isLetterOrDigit($0) || $0 == UInt8(ascii: "_")
  }

  /// Figures and sentences, as a print numbers them.
  static let figure = NameForm(expectation: "letters, digits, hyphens and periods") {
    isLetterOrDigit($0 | 0x20) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
  }

  /// Whether a name is of the form. No name begins with a period.
  func fits(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.first != UInt8(ascii: ".") && name.utf8.allSatisfy(permits)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

extension MappingReader {
  /// A name of a given form.
  func name(_ key: String, _ form: NameForm) -> TextValue? {
    guard let value = value(key) else { return nil }
    guard form.fits(value.text) else {
      log.report(
        "name-form", at: value.place,
        "\(key) is '\(value.text.shortened)', expected \(form.expectation)",
        fix: "write the \(key) in \(form.expectation)")
      return nil
    }
    return value
  }
}
