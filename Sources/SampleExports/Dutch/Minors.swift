/// Minors who arrive (figures 35 and 36), and who are led to a school (figure 37).
struct Minors {
  private static let inflow = KBIExport(
    dataset: "instroom_minderjarigen", letters: "IM",
    columns: ["instroom_id", "persoon_id", "instroomdatum", "werkingsgebied", "geboortedatum"])

  private static let referrals = KBIExport(
    dataset: "toeleidingen_onderwijs", letters: "TO",
    columns: ["toeleiding_id", "persoon_id", "toeleidingsdatum", "werkingsgebied"])

  /// How often an age occurs within its group (2 - 5, 6 - 11, 12 - 18); not printed. The age of
  /// two counts from two and a half years, and eighteen until the birthday's year is over.
  private static let ageWeights: [(first: Int, weights: [Int])] = [
    (2, [50, 100, 98, 96]), (6, [100, 97, 94, 91, 89, 87]), (12, [90, 92, 95, 98, 104, 108, 22]),
  ]

  private let year: SampleYear
  private var generator: SeededGenerator
  private var arrivals: [Event<WorkingArea, CalendarDay>] = []

  /// Makes the minors of a year.
  init(year: SampleYear, population: inout Population) {
    self.year = year
    generator = SeededGenerator(subject: "minors", year: year)
    for (position, area) in WorkingArea.five.enumerated() {
      for (group, count) in PrintedDutch.minors[year][position].enumerated() {
        let (firstAge, weights) = Self.ageWeights[group]
        for (offset, ofAge) in Apportionment.parts(of: count, weights: weights).enumerated() {
          for _ in 0..<ofAge { add(age: firstAge + offset, in: area, &population) }
        }
      }
    }
  }

  private mutating func add(age: Int, in area: WorkingArea, _ population: inout Population) {
    let day = year.calendar.day(using: &generator)
    // At two, the older half: the report speaks of two and a half to eighteen years.
    let offset = age == 2 ? generator.number(in: 183...363) : generator.number(in: 0...363)
    let birthday = day.yearsEarlier(age).advanced(by: -offset)
    arrivals.append(
      Event(day: day, place: area, person: population.add(in: area), detail: birthday))
  }

  /// Writes `instroom_minderjarigen`.
  func deliverInflow(to deliveries: inout Deliveries) throws(OutputError) {
    try Self.inflow.deliver(
      arrivals, of: year, places: WorkingArea.five, to: &deliveries
    ) { event, _, text in
      text.field(event.person)
      text.field(event.day)
      text.field(event.place.label)
      text.field(event.detail)
    }
  }

  /// Writes `toeleidingen_onderwijs`; some minors have two records in one area.
  mutating func deliverReferrals(
    _ population: inout Population, to deliveries: inout Deliveries
  ) throws(OutputError) {
    var own = WorkingArea.allCases.map { _ in [(person: PersonID, from: CalendarDay)]() }
    let shared = PrintedDutch.sharedReferrals[year]
    for area in WorkingArea.allCases {
      let incoming = shared.filter { $0.to == area }.reduce(0) { $0 + $1.count }
      let known = generator.shuffled(arrivals.filter { $0.place == area })
      for index in 0..<(PrintedDutch.schoolReferrals[year][area.rawValue] - incoming) {
        if index < known.count {
          own[area.rawValue].append((known[index].person, known[index].day))
        } else {
          own[area.rawValue].append((population.add(in: area), year.firstDay))
        }
      }
    }
    var members = own
    for visit in shared {
      let travellers = own[visit.from.rawValue].suffix(visit.count)
      members[visit.to.rawValue] += travellers
      own[visit.from.rawValue].removeLast(visit.count)
    }
    var events: [Event<WorkingArea, Void>] = []
    for area in WorkingArea.allCases {
      for (person, from) in members[area.rawValue] {
        for _ in 0..<(generator.happens(perMille: 30) ? 2 : 1) {
          let day = year.calendar.day(from: from, through: year.lastDay, using: &generator)
          events.append(Event(day: day, place: area, person: person, detail: ()))
        }
      }
    }
    try Self.referrals.deliver(
      events, of: year, places: WorkingArea.allCases, to: &deliveries
    ) { event, _, text in
      text.field(event.person)
      text.field(event.day)
      text.field(event.place.label)
    }
  }
}
