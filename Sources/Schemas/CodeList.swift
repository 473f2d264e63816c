/// One permitted value of a code list.
public struct Code: Sendable, Hashable {
  /// The stable short name, of the form `[a-z0-9-]+`, used in definitions and file names.
  public let slug: String

  /// The value as the exports write it and the report prints it.
  public let label: String

  /// Other spellings that must be read as this code.
  public let variants: [String]

  /// The first day on which it may be used; nil when it always could.
  public let validFrom: CalendarDate?

  /// The last day on which it may be used; nil when it still can.
  public let validUntil: CalendarDate?

  /// Creates a code.
  public init(
    slug: String, label: String, variants: [String] = [], validFrom: CalendarDate? = nil,
    validUntil: CalendarDate? = nil
  ) {
    self.slug = slug
    self.label = label
    self.variants = variants
    self.validFrom = validFrom
    self.validUntil = validUntil
  }

  /// The days on which it may be used, since 1970; nil when it always may.
  public var validDays: ClosedRange<Int64>? {
    guard validFrom != nil || validUntil != nil else { return nil }
    let first = validFrom.map { Int64($0.daysSince1970) } ?? Int64.min
    let last = validUntil.map { Int64($0.daysSince1970) } ?? Int64.max
    return first...max(first, last)
  }
}

/// The permitted values of a column, in the order in which reports print them.
///
/// A spelling matches a code when it is the label, the slug or a declared variant, whatever its
/// case (without regard to the locale), with blanks and no-break spaces around it ignored and runs
/// of them read as one. Nothing else matches: a code list is never fuzzy.
public struct CodeList: Sendable, Hashable {
  /// The name by which columns refer to it.
  public let name: String

  /// The name that people read.
  public let title: String

  /// The codes, in the order of printing.
  public let codes: [Code]

  /// The wholes that its codes make together; empty when all of them are the one whole.
  public let schemes: [CodeScheme]

  private let indexBySpelling: [String: Int]

  /// Creates a code list.
  ///
  /// - Throws: `CodeListError.spellingTwice` when two codes share a slug or a spelling.
  public init(
    name: String, title: String, codes: [Code], schemes: [CodeScheme] = []
  ) throws(CodeListError) {
    self.name = name
    self.title = title
    self.codes = codes
    self.schemes = schemes
    var indexBySpelling: [String: Int] = [:]
    for (index, code) in codes.enumerated() {
      for spelling in [code.slug, code.label] + code.variants {
        let key = CodeList.matchingKey(spelling)
        if let other = indexBySpelling[key], other != index {
          throw .spellingTwice(spelling, codes[other].slug, code.slug)
        }
        indexBySpelling[key] = index
      }
    }
    self.indexBySpelling = indexBySpelling
  }

  /// The index of the code that `spelling` stands for, or nil when there is none.
  public func index(matching spelling: String) -> Int? {
    indexBySpelling[CodeList.matchingKey(spelling)]
  }

  /// The code with this slug.
  public func code(slug: String) -> Code? {
    codes.first { $0.slug == slug }
  }

  /// What two spellings of one code have in common: case folded, blanks trimmed and collapsed.
  ///
  /// Swift compares strings by canonical equivalence, so composed and decomposed accents match.
  package static func matchingKey(_ spelling: String) -> String {
    spelling.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" })
      .joined(separator: " ").lowercased()
  }
}

/// Why a code list cannot be made.
public enum CodeListError: Error, Sendable, Hashable {
  /// A spelling stands for two codes, whose slugs are given.
  case spellingTwice(String, String, String)
}
