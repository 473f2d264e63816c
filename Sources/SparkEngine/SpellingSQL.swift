internal import Schemas

/// Spellings of codes and of open lists, as expressions.
enum SpellingSQL {
  /// Every character that Unicode calls white space, as the inside of a character class.
  static let blanks =
    "\u{09}-\u{0D} \u{85}\u{A0}\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}"

  /// Whether a text has nothing but blanks.
  static func isBlank(_ text: String) -> String {
    "\(text) RLIKE \(SQLText.literal("^[\(blanks)]+\\z"))"
  }

  /// Whether a text holds a character that cannot be seen, but for those of a class.
  static func isHidden(_ text: String, besides allowed: String = "") -> String {
    let kinds = "\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cn}\\p{Cs}"
    let pattern = allowed.isEmpty ? "[\(kinds)]" : "[\(kinds)&&[^\(allowed)]]"
    return "\(text) RLIKE \(SQLText.literal(pattern))"
  }

  /// The slug of the code that a text stands for; NULL when it is none.
  static func slug(_ text: String, in list: CodeList) -> String {
    "coalesce(\(slugOfLabel(text, in: list)), element_at(\(SQLText.map(spellings(of: list))), "
      + "\(matchingKey(text))))"
  }

  /// The slug of the code that a text is the label of; NULL when it is none.
  static func slugOfLabel(_ text: String, in list: CodeList) -> String {
    "element_at(\(SQLText.map(list.codes.map { ($0.label, $0.slug) })), \(text))"
  }

  /// The slug for each spelling. The cluster compares code points, so both forms of an accent are
  /// listed: in one character, and as a letter with a mark.
  private static func spellings(of list: CodeList) -> [(String, String)] {
    var seen: Set<[UInt8]> = []
    var pairs: [(String, String)] = []
    for code in list.codes {
      for spelling in [code.slug, code.label] + code.variants {
        let key = CodeList.matchingKey(spelling)
        for form in [key, Accents.composed(key), Accents.decomposed(key)]
        where seen.insert(Array(form.utf8)).inserted {
          pairs.append((form, code.slug))
        }
      }
    }
    return pairs
  }

  /// As `CodeList.matchingKey`: blanks around it are ignored, runs of them read as one, no case.
  private static func matchingKey(_ text: String) -> String {
    let blank = "[ \u{A0}\u{202F}]+"
    return "lower(trim(regexp_replace(\(text), \(SQLText.literal(blank)), ' ')))"
  }

  /// As `SpellingFold.key`: without case, blanks and diacritics.
  static func fold(_ text: String) -> String {
    let ignored = SQLText.literal("[\(blanks)\\p{Mn}]")
    let folded =
      "lower(translate(regexp_replace(\(text), \(ignored), ''), "
      + "\(SQLText.literal(Accents.letters)), \(SQLText.literal(Accents.bases))))"
    let plain = SQLText.literal("^[a-z]+\\z")
    return "CASE WHEN \(text) RLIKE \(plain) THEN \(text) ELSE \(folded) END"
  }

  /// Whether a text looks like UTF-8 that was read as Windows-1252.
  static func isMisread(_ text: String) -> String {
    let next = "[\(Accents.upperCodePage)\u{A0}-\u{BF}]"
    let pattern =
      "^(?:[\u{00}-\u{7F}]|[\u{C2}-\u{DF}]\(next)|[\u{E0}-\u{EF}]\(next){2}|[\u{F0}-\u{F4}]"
      + "\(next){3})*+\\z"
    let plain = SQLText.literal("[^\u{00}-\u{7F}]")
    return "(\(text) RLIKE \(plain) AND \(text) RLIKE \(SQLText.literal(pattern)))"
  }
}
