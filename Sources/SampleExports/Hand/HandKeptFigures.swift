/// The figures that are kept by hand: every printed number that no other dataset can give.
///
/// Percentages that follow from two of them are not kept.
struct HandKeptFigures {
  /// One number: its indicator, parts separated by `/`, from the general to the special.
  struct Entry: Sendable {
    let indicator: String
    /// A plain decimal.
    let value: String
    let unit: String
    let source: String

    init(_ indicator: String, _ value: String, _ unit: String, _ source: String) {
      self.indicator = indicator
      self.value = value
      self.unit = unit
      self.source = source
    }
  }

  private static let columns = ["indicator", "jaar", "waarde", "eenheid", "bron"]

  /// 2018: what the report of 2019 says about it or compares with, and who was invited to the
  /// surveys of 2018, which is not printed.
  private static let entries2018 = [
    Entry(
      "certificering/certificeringsproef/slaagpercentage", "41", "%",
      "certificering sociaal tolken"),
    Entry("klachten/signalen-en-klachten/vorig-jaar", "96", "aantal", "klachtendienst"),
    Entry("publicaties/website/weergaven", "2705668", "aantal", "webstatistieken"),
    Entry("publicaties/website/gebruikers", "355738", "aantal", "webstatistieken"),
    Entry("tevredenheid/inburgeraars/bevraagd", "5800", "aantal", "tevredenheidsmeting"),
    Entry("tevredenheid/organisaties/bevraagd", "926", "aantal", "tevredenheidsmeting"),
    Entry(
      "publicaties/website/rechtspraak-eindtotaal", "2897", "aantal",
      "redactie vreemdelingenrecht"),
  ]

  let year: SampleYear

  /// Writes `handmatig`.
  func deliver(to deliveries: inout Deliveries) throws(OutputError) {
    var text = CSVText(dialect: .hand, header: Self.columns)
    let entries =
      year == .in2018 ? Self.entries2018 : Self.generalEntries2019 + Self.interpretingEntries2019
    for entry in entries {
      text.field(entry.indicator)
      text.field(year.rawValue)
      text.field(entry.value)
      text.field(entry.unit)
      text.field(entry.source)
      text.endRecord()
    }
    try deliveries.add(
      text, dataset: "handmatig", year: year, file: "handmatig", dialect: .hand)
  }
}
