/// The conversations, figures 28 and 29.
struct Conversations {
  private static let export = KBIExport(
    dataset: "gesprekken", letters: "GE",
    columns: ["gesprek_id", "persoon_id", "gesprekdatum", "werkingsgebied", "gesprektype"])

  /// The persons of the year.
  let persons: ConversationPersons
  /// The conversations: the place in `PrintedDutch.conversationLabels` is the detail.
  private(set) var events: [Event<WorkingArea, Int>] = []
  private let year: SampleYear

  /// Makes the conversations of a year: everybody has one, some have more.
  init(year: SampleYear, previous: Conversations?, population: inout Population) {
    self.year = year
    var generator = SeededGenerator(subject: "gesprekken", year: year)
    persons = ConversationPersons(
      year: year, previous: previous?.persons, population: &population, using: &generator)
    for area in WorkingArea.allCases {
      let members = persons.members[area.rawValue]
      for (type, count) in PrintedDutch.conversations[year][area.rawValue].enumerated() {
        for index in 0..<count {
          let isOnlyOne = type == 0 && index < members.count
          let person = isOnlyOne ? members[index] : generator.element(of: members)
          let day = day(of: person, population: population, using: &generator)
          events.append(Event(day: day, place: area, person: person, detail: type))
        }
      }
    }
  }

  /// After the registration, when that is known: most within two months.
  private func day(
    of person: PersonID, population: Population, using generator: inout SeededGenerator
  ) -> CalendarDay {
    guard let registered = population[person].registration, registered.year == year.rawValue
    else { return year.calendar.day(using: &generator) }
    let isSoon = generator.happens(perMille: 800)
    let latest = isSoon ? min(registered.advanced(by: 60), year.lastDay) : year.lastDay
    return year.calendar.day(from: registered, through: latest, using: &generator)
  }

  /// The conversations in the areas of an organisation.
  func events(of organisation: Organisation) -> [Event<WorkingArea, Int>] {
    events.filter { organisation.areas.contains($0.place) }
  }

  /// Writes `gesprekken`.
  func deliver(to deliveries: inout Deliveries) throws(OutputError) {
    var spelling = AreaSpelling(dataset: "gesprekken", year: year)
    try Self.export.deliver(
      events, of: year, places: WorkingArea.allCases, to: &deliveries
    ) { event, _, text in
      text.field(event.person)
      text.field(event.day)
      text.field(spelling.next(of: event.place))
      text.field(PrintedDutch.conversationLabels[event.detail])
    }
  }
}
