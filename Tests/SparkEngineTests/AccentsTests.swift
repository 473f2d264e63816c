import Schemas
import Testing

import SparkEngine

@Suite struct AccentsTests {
  @Test func `each letter with a diacritic stands for the letter that the fold gives`() {
    let pairs = Dictionary(
      zip(Accents.letters.unicodeScalars, Accents.bases.unicodeScalars),
      uniquingKeysWith: { first, _ in first })
    #expect(pairs["ë"] == "e")
    #expect(pairs["Ş"] == "s")
    #expect(pairs["ế"] == "e")
    #expect(pairs["ß"] == nil, "no letter with a diacritic")
  }

  @Test func `an accent is found in both of its forms`() {
    #expect(
      Array(Accents.composed("Belgie\u{308}").unicodeScalars) == Array("Belgi\u{EB}".unicodeScalars)
    )
    #expect(
      Array(Accents.decomposed("Belgi\u{EB}").unicodeScalars)
        == Array("Belgie\u{308}".unicodeScalars))
  }
}
