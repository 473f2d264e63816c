/// The decisions on social orientation, figure 27.
struct Decisions {
  private static let export = KBIExport(
    dataset: "besluiten_mo", letters: "BM",
    columns: ["besluit_id", "persoon_id", "besluitdatum", "organisatie", "besluit"])

  private static let organisations: [Organisation] = [.agii, .atlas, .inGent]

  private let year: SampleYear
  private var generator: SeededGenerator
  private var events: [Event<Organisation, String>] = []

  /// Makes the decisions of a year.
  ///
  /// Those of AgII follow the courses of `enrolments`, those of the cities are about persons who
  /// came to them for a conversation (`cityPersons`, of Atlas and of In-Gent).
  init(
    year: SampleYear, enrolments: [Event<WorkingArea, Participants.Enrolment>],
    cityPersons: [[PersonID]], population: inout Population
  ) {
    self.year = year
    generator = SeededGenerator(subject: "besluiten_mo", year: year)
    let counts = PrintedCourses.decisions[year]
    var labels = generator.shuffled(
      Apportionment.expanded(PrintedCourses.decisionLabels, counts: counts))
    let perOrganisation = Apportionment.parts(
      of: labels.count, weights: PrintedCourses.decisionShares)
    for (index, organisation) in Self.organisations.enumerated() {
      let ownLabels = Array(labels.suffix(perOrganisation[index]))
      labels.removeLast(ownLabels.count)
      if organisation == .agii {
        addAfterCourses(ownLabels, enrolments, &population)
      } else {
        addInCity(ownLabels, organisation, generator.shuffled(cityPersons[index - 1]), &population)
      }
    }
  }

  private mutating func addAfterCourses(
    _ labels: [String], _ enrolments: [Event<WorkingArea, Participants.Enrolment>],
    _ population: inout Population
  ) {
    let ended = enrolments.filter { event in
      let end = event.day.advanced(by: 50)
      return end >= year.firstDay && end <= year.lastDay
    }
    for (index, label) in labels.enumerated() {
      if index < ended.count {
        add(label, .agii, ended[index].person, from: ended[index].day.advanced(by: 50))
      } else {
        add(label, .agii, population.add(in: .antwerpen), from: year.firstDay)
      }
    }
  }

  private mutating func addInCity(
    _ labels: [String], _ organisation: Organisation, _ persons: [PersonID],
    _ population: inout Population
  ) {
    for (index, label) in labels.enumerated() {
      let person =
        index < persons.count ? persons[index] : population.add(in: organisation.areas[0])
      add(label, organisation, person, from: year.firstDay)
    }
  }

  private mutating func add(
    _ label: String, _ organisation: Organisation, _ person: PersonID, from day: CalendarDay
  ) {
    let isOpen = day == year.firstDay
    let latest = isOpen ? year.lastDay : min(day.advanced(by: 45), year.lastDay)
    let decided = year.calendar.day(from: day, through: latest, using: &generator)
    events.append(Event(day: decided, place: organisation, person: person, detail: label))
  }

  /// Writes `besluiten_mo`.
  func deliver(to deliveries: inout Deliveries) throws(OutputError) {
    try Self.export.deliver(
      events, of: year, places: Self.organisations, to: &deliveries
    ) { event, _, text in
      text.field(event.person)
      text.field(event.day)
      text.field(event.place.label)
      text.field(event.detail)
    }
  }
}
