/// Tests (figures 30 and 31), advices (figure 32) and civil tests (figure 34): they follow a
/// conversation.
struct TestsAndAdvices {
  private static let tests = KBIExport(
    dataset: "testen_nt2", letters: "TN",
    columns: ["test_id", "persoon_id", "testdatum", "organisatie", "testtype"])

  private static let advices = KBIExport(
    dataset: "adviezen_nt2", letters: "AN",
    columns: ["advies_id", "persoon_id", "adviesdatum", "werkingsgebied", "advies"])

  private static let civilTests = KBIExport(
    dataset: "taaltesten", letters: "TT",
    columns: ["afname_id", "persoon_id", "afnamedatum", "organisatie", "taaltesttype"])

  let conversations: Conversations
  let year: SampleYear

  /// Writes `testen_nt2`.
  func deliverTests(to deliveries: inout Deliveries) throws(OutputError) {
    var generator = SeededGenerator(subject: "testen_nt2", year: year)
    var events: [Event<Organisation, String>] = []
    for organisation in Organisation.allCases {
      let labels = generator.shuffled(
        Apportionment.expanded(
          PrintedDutch.testLabels, counts: PrintedDutch.tests[year][organisation.rawValue]))
      let talks = generator.shuffled(conversations.events(of: organisation))
      for (index, label) in labels.enumerated() {
        let talk = talks[index % talks.count]
        let day = day(after: talk.day, within: 21, using: &generator)
        events.append(Event(day: day, place: organisation, person: talk.person, detail: label))
      }
    }
    try Self.tests.deliver(
      events, of: year, places: Organisation.allCases, to: &deliveries, record: Self.append)
  }

  /// Writes `adviezen_nt2`.
  func deliverAdvices(to deliveries: inout Deliveries) throws(OutputError) {
    var generator = SeededGenerator(subject: "adviezen_nt2", year: year)
    var events: [Event<WorkingArea, String>] = []
    for (position, area) in WorkingArea.five.enumerated() {
      let labels = generator.shuffled(
        Apportionment.expanded(
          PrintedDutch.adviceLabels, counts: PrintedDutch.advices[year][position]))
      let talks = generator.shuffled(
        conversations.events.filter { $0.place == area && $0.detail == 0 })
      for (label, talk) in zip(labels, talks) {
        let day = day(after: talk.day, within: 14, using: &generator)
        events.append(Event(day: day, place: area, person: talk.person, detail: label))
      }
    }
    try Self.advices.deliver(
      events, of: year, places: WorkingArea.five, to: &deliveries, record: Self.append)
  }

  /// Writes `taaltesten`.
  func deliverCivilTests(to deliveries: inout Deliveries) throws(OutputError) {
    var generator = SeededGenerator(subject: "taaltesten", year: year)
    let labels = generator.shuffled(
      Apportionment.expanded(
        PrintedDutch.civilTestLabels, counts: PrintedDutch.civilTests[year]))
    let counts = Apportionment.parts(of: labels.count, weights: PrintedDutch.civilTestShares)
    let organisations = Apportionment.expanded(Organisation.allCases, counts: counts)
    let talks = Organisation.allCases.map { conversations.events(of: $0) }
    let events = zip(labels, organisations).map { label, organisation in
      let talk = generator.element(of: talks[organisation.rawValue])
      return Event(
        day: day(after: talk.day, within: 150, using: &generator), place: organisation,
        person: talk.person, detail: label)
    }
    try Self.civilTests.deliver(
      events, of: year, places: Organisation.allCases, to: &deliveries, record: Self.append)
  }

  private func day(
    after day: CalendarDay, within days: Int, using generator: inout SeededGenerator
  ) -> CalendarDay {
    year.calendar.day(
      from: day, through: min(day.advanced(by: days), year.lastDay), using: &generator)
  }

  private static func append<Place>(
    _ event: Event<Place, String>, _ key: RecordKey, _ text: inout CSVText
  ) {
    text.field(event.person)
    text.field(event.day)
    text.field(event.place.label)
    text.field(event.detail)
  }
}
