internal import Reports
import Testing

/// What is wrong with a report as a whole.
@Suite struct ReportReaderTests {
  @Test func `missing words are all named in one finding`() {
    let report = """
      id: review
      periods: [year]
      firstYear: 2015
      title: Review
      language: en
      numbers: {decimal: ".", group: ","}
      chapters: []
      words:
      """
    let project = SmallProject([
      "reports/review.yaml": report + "\n"
        + SmallProject.words(besides: ["rise-verb", "banner", "fall-noun"])
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:9:3: error: words 'rise-verb', 'fall-noun' and 'banner' \
        are missing, expected all \(ReportWord.allCases.count - ReportWord.ofPartsOfYears.count) words [missing-word]
            contents: w
            ^
          fix: add each with its text in the language of the report
        """
      ])
  }

  @Test func `an unknown word and an unknown placeholder in a word are reported`() {
    let report = """
      id: review
      periods: [year]
      firstYear: 2015
      title: Review
      language: en
      numbers: {decimal: ".", group: ","}
      chapters: []
      words:
        rise-vreb: rose
        by-hand: "Kept by hand: {sets}."
      """
    let project = SmallProject([
      "reports/review.yaml": report + "\n" + SmallProject.words(besides: ["by-hand"])
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:9:3: error: word 'rise-vreb' is unknown, expected one of \
        the \(ReportWord.allCases.count) words (nearest: 'rise-verb') [unknown-word]
            rise-vreb: rose
            ^
          fix: write 'rise-verb'
        """,
        """
        definitions/reports/review.yaml:10:27: error: placeholder 'sets' is unknown, expected \
        datasets [unknown-placeholder]
            by-hand: "Kept by hand: {sets}."
                                    ^
          fix: write the name of a known placeholder
        """,
      ])
  }

  @Test func `unknown kinds of period, years and marks are reported`() {
    let report = """
      id: Review
      periods: [year, weeks]
      firstYear: 15
      title: Review of {yaer} in {years}
      language: en
      numbers: {decimal: ",", group: ","}
      chapters: []
      keyFigure: "1"
      words:
      """
    let project = SmallProject([
      "reports/review.yaml": report + "\n" + SmallProject.words()
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:1:5: error: id is 'Review', expected lower-case letters, \
        digits and hyphens [name-form]
          id: Review
              ^
          fix: write the id in lower-case letters, digits and hyphens
        """,
        """
        definitions/reports/review.yaml:2:17: error: period 'weeks' is unknown, expected year, \
        quarter or month [unknown-period]
          periods: [year, weeks]
                          ^
          fix: write the name of a known period
        """,
        """
        definitions/reports/review.yaml:3:12: error: firstYear is 15, expected 1000 to 9999 \
        [out-of-range]
          firstYear: 15
                     ^
          fix: write a number in that range
        """,
        """
        definitions/reports/review.yaml:4:18: error: placeholder 'yaer' is unknown, expected year, \
        year-1, period, period-1, before, month or day [unknown-placeholder]
          title: Review of {yaer} in {years}
                           ^
          fix: write 'year'
        """,
        """
        definitions/reports/review.yaml:4:28: error: placeholder 'years' is unknown, expected \
        year, year-1, period, period-1, before, month or day [unknown-placeholder]
          title: Review of {yaer} in {years}
                                     ^
          fix: write 'year'
        """,
        """
        definitions/reports/review.yaml:6:20: error: decimal is ',' and group ',', expected two \
        different marks [conflicting-keys]
          numbers: {decimal: ",", group: ","}
                             ^
          fix: write for example decimal: "," and group: "."
        """,
        """
        definitions/reports/review.yaml:8:12: error: figure '1' is unknown, there is no figure \
        [unknown-figure]
          keyFigure: "1"
                     ^
          fix: declare a figure first
        """,
      ])
  }

  @Test func `two reports for the same kind of period cannot both be the default`() {
    let report = """
      id: a
      default: true
      periods: [year, month]
      firstYear: 2015
      title: A
      language: en
      numbers: {decimal: ".", group: ","}
      chapters: []
      words:
      """
    let other = """
      id: b
      default: true
      periods: [month]
      firstYear: 2015
      title: B
      language: en
      numbers: {decimal: ".", group: ","}
      chapters: []
      words:
      """
    let project = SmallProject([
      "reports/a.yaml": report + "\n" + SmallProject.words() + SmallProject.calendar,
      "reports/b.yaml": other + "\n" + SmallProject.words() + SmallProject.calendar,
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/b.yaml:1:5: error: report 'b' is the default for a month and so is \
        the one at definitions/reports/a.yaml:1:5, expected one [two-defaults]
          id: b
              ^
          fix: remove 'default: true' from one of them
        """
      ])
  }

  @Test func `a part of a chapter is one thing, and chapters have ids of their own`() {
    let project = SmallProject([
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: lending
            title: Lending
            items:
              - {text: Words, figure: {}}
              - {}
              - image: x.png
              - chapter: {id: lending, title: More}
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:5:31: error: keys 'text' and 'figure' stand together, \
        expected one of them [conflicting-keys]
                - {text: Words, figure: {}}
                                        ^
          fix: remove 'text' or 'figure'
        """,
        """
        definitions/reports/review.yaml:6:9: error: a part of a chapter has no key that says what \
        it is, expected text, chapter, sentences or figure [missing-key]
                - {}
                  ^
          fix: write one of the keys, with what stands there under it
        """,
        """
        definitions/reports/review.yaml:7:9: error: key 'image' is unknown in a part of a \
        chapter, expected text, chapter, sentences or figure [unknown-key]
                - image: x.png
                  ^
          fix: remove the key
        """,
        """
        definitions/reports/review.yaml:8:23: error: chapter 'lending' is also declared at \
        definitions/reports/review.yaml:2:9, expected a name used once [duplicate-name]
                - chapter: {id: lending, title: More}
                                ^
          fix: remove or rename one of the two
        """,
      ])
  }

  @Test func `a number in a fixed text is refused, a name with a digit is not`() {
    let project = SmallProject([
      "reports/review.yaml": SmallProject.report(
        """
        chapters:
          - id: lending
            title: Lending in 2 parts
            items:
              - text: Readers of level B1 may borrow MP3 players.
              - text: >-
                  Readers may borrow up to
                  15 books at a time.
        """)
    ])
    #expect(
      project.findings == [
        """
        definitions/reports/review.yaml:8:11: error: a number is written out, expected numbers \
        from cells only [literal-digit]
                    15 books at a time.
                    ^
          fix: bind the number to a cell, or write {year} for the year
        """
      ])
  }
}
