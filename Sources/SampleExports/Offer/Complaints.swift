/// Signals and complaints (JR 4.1.2 A.2).
///
/// 2019: 64 signals and complaints, 43 of them complaints. The print judges 38 of the 43: five
/// have no judgement here. 2018: ten more signals and complaints; the rest is not printed.
struct Complaints {
  private static let columns = ["klacht_id", "datum", "kanaal", "formeel", "oordeel"]
  private static let channels = ["website", "mail", "telefoon", "brief"]

  private static let complaintsByChannel = Yearly(in2018: [39, 5, 3, 2], in2019: [35, 4, 2, 2])
  private static let signalsByChannel = Yearly(in2018: [14, 6, 4, 1], in2019: [11, 6, 3, 1])

  /// The judgements: 20 complaints (deels) gegrond, 4 ongegrond, 14 onontvankelijk.
  private static let judgements: [String?] = [
    "gegrond", "deels gegrond", "ongegrond", "onontvankelijk", nil,
  ]
  private static let complaintsByJudgement = Yearly(
    in2018: [10, 13, 6, 17, 3], in2019: [9, 11, 4, 14, 5])

  let year: SampleYear

  /// Writes `klachten`.
  func deliver(to deliveries: inout Deliveries) throws(OutputError) {
    var generator = SeededGenerator(subject: "klachten", year: year)
    let judgements = generator.shuffled(
      Apportionment.expanded(Self.judgements, counts: Self.complaintsByJudgement[year]))
    let complaints = zip(
      Apportionment.expanded(Self.channels, counts: Self.complaintsByChannel[year]), judgements)
    var records: [(day: CalendarDay, channel: String, isFormal: Bool, judgement: String?)] =
      complaints.map { (year.calendar.day(using: &generator), $0, true, $1) }
    for channel in Apportionment.expanded(Self.channels, counts: Self.signalsByChannel[year]) {
      records.append((year.calendar.day(using: &generator), channel, false, nil))
    }
    var text = CSVText(dialect: .leeraanbod, header: Self.columns)
    for (index, record) in inOrderOfDays(records, day: { $0.day }).enumerated() {
      text.field(RecordKey(letters: "KL", year: year, sequence: index + 1))
      text.field(record.day)
      text.field(record.channel)
      text.field(record.isFormal)
      text.field(record.judgement)
      text.endRecord()
    }
    try deliveries.add(
      text, dataset: "klachten", year: year, file: "leeraanbod", dialect: .leeraanbod)
  }
}
