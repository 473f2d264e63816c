import Schemas
import Testing

@Suite struct PersonNamesTests {
  private let names = PersonNames(words: ["mevr", "Jan", "José", "Fatima"])

  @Test(arguments: [
    "Jan Peeters", "vraag van jan Peeters over iets", "JAN PEETERS", "Mevr. Peeters",
    "mevr Van den Berg", "Fatima El Amrani", "Jan van der Meer", "José Garcia", "(Jan Peeters)",
  ])
  func `a given name or a title before a capitalised word is a name`(text: String) {
    #expect(names.occur(in: text))
  }

  @Test(arguments: [
    "", "Jan", "jan", "Januari Antwerpen", "Peeters Jan", "jan en alleman", "Jan, Antwerpen",
    "Sint-Jansplein Brussel", "Fatima A", "mevrouwen Peeters", "x Jan",
  ])
  func `other text is none`(text: String) {
    #expect(!names.occur(in: text))
  }

  @Test func `without words nothing is a name`() {
    #expect(!PersonNames().occur(in: "Jan Peeters"))
    #expect(PersonNames().isEmpty)
  }
}
