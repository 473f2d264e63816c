/// The certificates, figures 14 to 17.
///
/// Who has a contract that ended gets one; the numbers need more persons than that, whose
/// contracts were signed and ended before the files begin.
struct Certificates {
  private static let export = KBIExport(
    dataset: "attesten", letters: "AT",
    columns: ["attest_id", "persoon_id", "uitreikingsdatum", "werkingsgebied", "attesttype"])

  private let year: SampleYear
  private var generator: SeededGenerator
  private var events: [Event<WorkingArea, String>] = []

  /// Makes the certificates of a year.
  init(
    year: SampleYear, followUps: [FollowUpContract],
    passed: [[(person: PersonID, day: CalendarDay)]], population: inout Population
  ) {
    self.year = year
    generator = SeededGenerator(subject: "attesten", year: year)
    let ended = endedContracts(followUps, population)
    let running = runningContracts(population)
    for area in WorkingArea.six {
      let index = area.rawValue
      var candidates = generator.shuffled(ended[index])
      let integrated = candidates.suffix(candidates.count * 4 / 5)
      candidates.removeLast(integrated.count)
      add(
        "inburgeringsattest", PrintedCertificates.integration, Array(integrated), area,
        &population)
      add(
        "bewijs van regelmatige deelname", PrintedCertificates.regularParticipation, candidates,
        area, &population)
      add(
        "attest van opschorting", PrintedCertificates.suspension,
        generator.shuffled(running[index]), area, &population)
      add("vrijstellingsattest", PrintedCertificates.exemption, passed[index], area, &population)
    }
  }

  /// Persons whose contract ended in the year, with that day.
  private func endedContracts(
    _ followUps: [FollowUpContract], _ population: Population
  ) -> [[(person: PersonID, day: CalendarDay)]] {
    var ended = WorkingArea.six.map { _ in [(person: PersonID, day: CalendarDay)]() }
    for id in population.ids {
      let person = population[id]
      guard let end = person.contractEnd, end.year == year.rawValue else { continue }
      ended[person.area.rawValue].append((id, end))
    }
    // A person with a follow-up contract has not finished with the first one.
    let unfinished = Set(followUps.map(\.person))
    return ended.map { $0.filter { !unfinished.contains($0.person) } }
  }

  /// Persons whose first contract runs through the year's end, with the first day for a
  /// suspension.
  private func runningContracts(
    _ population: Population
  ) -> [[(person: PersonID, day: CalendarDay)]] {
    var running = WorkingArea.six.map { _ in [(person: PersonID, day: CalendarDay)]() }
    for id in population.ids {
      let person = population[id]
      guard let signed = person.contract, signed < year.lastDay.advanced(by: -120),
        (person.contractEnd ?? year.lastDay.advanced(by: 1)) > year.lastDay
      else { continue }
      running[person.area.rawValue].append((id, signed.advanced(by: 60)))
    }
    return running
  }

  private mutating func add(
    _ type: String, _ printed: Yearly<[Int]>,
    _ candidates: [(person: PersonID, day: CalendarDay)], _ area: WorkingArea,
    _ population: inout Population
  ) {
    for index in 0..<printed[year][area.rawValue] {
      let day: CalendarDay
      let person: PersonID
      if index < candidates.count {
        person = candidates[index].person
        day = year.calendar.day(
          from: max(candidates[index].day, year.firstDay),
          through: min(candidates[index].day.advanced(by: 21), year.lastDay), using: &generator)
      } else {
        person = population.add(in: area)
        day = year.calendar.day(using: &generator)
      }
      events.append(Event(day: day, place: area, person: person, detail: type))
    }
  }

  /// Writes `attesten`.
  func deliver(to deliveries: inout Deliveries) throws(OutputError) {
    var spelling = AreaSpelling(dataset: "attesten", year: year)
    try Self.export.deliver(
      events, of: year, places: WorkingArea.six, to: &deliveries
    ) { event, _, text in
      text.field(event.person)
      text.field(event.day)
      text.field(spelling.next(of: event.place))
      text.field(event.detail)
    }
  }
}
