/// The exemption tests, figures 19 to 21, and who passed them.
struct ExemptionTests {
  private static let export = KBIExport(
    dataset: "vrijstellingstoetsen", letters: "VT",
    columns: ["toets_id", "persoon_id", "toetsdatum", "werkingsgebied", "resultaat"])

  private static let passed = PrintedCertificates.testResultLabels[1]

  private let year: SampleYear
  private var events: [Event<WorkingArea, String>] = []

  /// Makes the tests of a year: by those who registered in it, some of them twice.
  init(year: SampleYear, population: inout Population) {
    self.year = year
    var generator = SeededGenerator(subject: "vrijstellingstoetsen", year: year)
    var registered = WorkingArea.six.map { _ in [PersonID]() }
    for id in population.ids where population[id].registration?.year == year.rawValue {
      registered[population[id].area.rawValue].append(id)
    }
    for area in WorkingArea.six {
      addTests(
        area: area, registered: generator.shuffled(registered[area.rawValue]),
        population: population, using: &generator)
    }
  }

  private mutating func addTests(
    area: WorkingArea, registered: [PersonID], population: Population,
    using generator: inout SeededGenerator
  ) {
    let counts = PrintedCertificates.testResults[year][area.rawValue]
    let results = generator.shuffled(
      Apportionment.expanded(PrintedCertificates.testResultLabels, counts: counts))
    let firstTests = results.count * 93 / 100
    var again: [(person: PersonID, day: CalendarDay)] = []
    for (index, result) in results.enumerated() {
      var person = registered[index]
      var earliest = (population[person].registration ?? year.firstDay).advanced(by: 3)
      if index >= firstTests, let earlier = again.popLast() {
        person = earlier.person
        earliest = earlier.day.advanced(by: 20)
      }
      let day = year.calendar.day(from: earliest, through: year.lastDay, using: &generator)
      events.append(Event(day: day, place: area, person: person, detail: result))
      if index < firstTests, result != Self.passed, day < year.lastDay.advanced(by: -40) {
        again.append((person, day))
      }
    }
  }

  /// Who passed, in each of the six areas, with the day.
  var passed: [[(person: PersonID, day: CalendarDay)]] {
    WorkingArea.six.map { area in
      events.filter { $0.place == area && $0.detail == Self.passed }.map { ($0.person, $0.day) }
    }
  }

  /// Writes `vrijstellingstoetsen`.
  func deliver(to deliveries: inout Deliveries) throws(OutputError) {
    try Self.export.deliver(
      events, of: year, places: WorkingArea.six, to: &deliveries
    ) { event, _, text in
      text.field(event.person)
      text.field(event.day)
      text.field(event.place.label)
      text.field(event.detail)
    }
  }
}
