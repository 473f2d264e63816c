import Testing

/// What is wrong with a code list.
@Suite struct CodeListReaderTests {
  @Test func `a spelling that stands for two codes is reported at the second`() {
    let project = SmallProject([
      "codelists/more.yaml": """
      - name: town
        codes:
          - {label: Ghent, variants: [Gent]}
          - {label: Antwerp, variants: ["  GENT "]}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/codelists/more.yaml:4:7: error: spelling '  GENT ' stands for 'ghent' and for \
        'antwerp', expected one code [duplicate-spelling]
              - {label: Antwerp, variants: ["  GENT "]}
                ^
          fix: remove it from one of the two codes
        """
      ])
  }

  @Test func `a slug of another form is reported`() {
    let project = SmallProject([
      "codelists/more.yaml": """
      - name: town
        codes:
          - {slug: Ghent!, label: Ghent}
          - {label: "???"}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/codelists/more.yaml:3:14: error: slug is 'Ghent!', expected lower-case \
        letters, digits and hyphens [name-form]
              - {slug: Ghent!, label: Ghent}
                       ^
          fix: write the slug in lower-case letters, digits and hyphens
        """,
        """
        definitions/codelists/more.yaml:4:15: error: the label has no letter of which a slug can \
        be made, expected a slug [missing-key]
              - {label: "???"}
                        ^
          fix: add 'slug:' with lower-case letters, digits and hyphens
        """,
      ])
  }

  @Test func `a list without codes, and a list that stands twice, are reported`() {
    let project = SmallProject([
      "codelists/more.yaml": """
      - {name: town, codes: []}
      - {name: branch, codes: [{label: Ghent}]}
      """
    ])
    #expect(
      project.findings == [
        """
        definitions/codelists/more.yaml:1:10: error: code list 'town' has no codes, expected at \
        least one [empty-list]
          - {name: town, codes: []}
                   ^
          fix: add a code
        """,
        """
        definitions/codelists/more.yaml:2:10: error: code list 'branch' is also declared at \
        definitions/codelists/lists.yaml:1:9, expected a name used once [duplicate-name]
          - {name: branch, codes: [{label: Ghent}]}
                   ^
          fix: remove or rename one of the two
        """,
      ])
  }
}
