import Schemas
import Testing

@Suite struct CodeListTests {
  private func regions() throws -> CodeList {
    try CodeList(
      name: "region", title: "Region",
      codes: [
        Code(slug: "north", label: "Région Nord", variants: ["N. Region"]),
        Code(slug: "south", label: "South"),
      ])
  }

  @Test(arguments: [
    "Région Nord", "RÉGION NORD", "  région nord ", "Région\u{A0}Nord", "north",
    "n. region", "Re\u{301}gion Nord", "Région  Nord",
  ])
  func `label, slug and variants match in any case, composition and with any blanks`(
    spelling: String
  ) throws {
    #expect(try regions().index(matching: spelling) == 0)
  }

  @Test(arguments: ["Region Nord", "Région-Nord", "Norht", "", "Nord", "Région Nord\u{200B}"])
  func `nothing else matches`(spelling: String) throws {
    #expect(try regions().index(matching: spelling) == nil)
  }

  @Test func `two codes cannot share a spelling`() {
    #expect(throws: CodeListError.spellingTwice("NORTH", "north", "other")) {
      try CodeList(
        name: "region", title: "Region",
        codes: [
          Code(slug: "north", label: "North"), Code(slug: "other", label: "O", variants: ["NORTH"]),
        ])
    }
  }
}

@Suite struct SpellingFoldTests {
  @Test(arguments: ["Syrië", "SYRIË", "Syrie", " syri\u{EB} ", "Syrie\u{308}", "Sy rië"])
  func `spellings that differ in case, blanks or diacritics have one key`(spelling: String) {
    #expect(SpellingFold.key(spelling) == "syrie")
  }

  @Test func `other letters keep apart what is different`() {
    #expect(SpellingFold.key("Iran") != SpellingFold.key("Irak"))
    #expect(SpellingFold.key("Дари") != SpellingFold.key("Dari"))
  }
}

@Suite struct IdentifierPatternTests {
  @Test func `fixed and open letters with a number of digits are understood`() throws {
    let person = try #require(IdentifierPattern("P[0-9]{8}"))
    #expect(person.prefix == "P")
    #expect(person.digitCount == 8)
    let key = try #require(IdentifierPattern("[A-Z]{1,2}[0-9]{9}"))
    #expect(key.prefix.isEmpty)
    #expect(key.letterCount == 1...2)
    #expect(key.digitCount == 9)
  }

  @Test(arguments: ["(a+)+$", "[A-Z]{2,1}[0-9]{9}", "P[0-9]{0}", "P[0-9]{17}", "[0-9]+", "P*"])
  func `other regular expressions are refused`(pattern: String) {
    #expect(IdentifierPattern(pattern) == nil)
  }
}
