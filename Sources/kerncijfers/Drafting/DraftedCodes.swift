/// Values of a column as codes; spellings that differ in case and blanks only are one code.
struct DraftedCodes {
  /// The codes: a slug, which no other has, and the label.
  let codes: [(slug: String, label: String)]

  init(_ values: [String]) {
    var seen: Set<String> = []
    var slugs: Set<String> = []
    codes = values.compactMap { value in
      let label = value.split { $0.isWhitespace }.joined(separator: " ")
      guard !label.isEmpty, seen.insert(label.lowercased()).inserted else { return nil }
      let name = PlainName.made(from: label, divider: "-") ?? "code"
      var slug = name
      while !slugs.insert(slug).inserted { slug = "\(name)-\(slugs.count)" }
      return (slug, label)
    }
  }
}

/// Names of lower-case letters, digits and a divider.
enum PlainName {
  /// A name made from a text; nil when the text has no letter or digit for one.
  static func made(from text: String, divider: Character) -> String? {
    var name = ""
    for character in text.lowercased() {
      if character.isASCII, character.isLetter || character.isNumber {
        name.append(character)
      } else if let last = name.last, last != divider {
        name.append(divider)
      }
    }
    if name.last == divider { name.removeLast() }
    return name.isEmpty ? nil : name
  }
}
