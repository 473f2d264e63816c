/// Diploma files (figure 13) and breaches (figure 18): both about persons with a contract.
struct FilesAndBreaches {
  private static let diplomaFiles = KBIExport(
    dataset: "diplomagelijkschakelingen", letters: "DG",
    columns: ["dossier_id", "persoon_id", "toeleidingsdatum", "werkingsgebied"])

  private static let breaches = KBIExport(
    dataset: "inbreuken", letters: "IB",
    columns: ["inbreuk_id", "persoon_id", "vaststellingsdatum", "werkingsgebied", "doorgestuurd"])

  let year: SampleYear

  /// Writes `diplomagelijkschakelingen`.
  func deliverDiplomaFiles(
    _ population: inout Population, to deliveries: inout Deliveries
  ) throws(OutputError) {
    var generator = SeededGenerator(subject: "diplomagelijkschakelingen", year: year)
    let signed = signedBefore(population) { $0 != .geen }
    var events: [Event<WorkingArea, Void>] = []
    for area in WorkingArea.six {
      let known = generator.shuffled(signed[area.rawValue])
      let count = PrintedCertificates.diplomaFiles[year][area.rawValue]
      for index in 0..<count {
        let isKnown = index < min(known.count, count * 7 / 10)
        let person = isKnown ? known[index] : population.add(in: area)
        let earliest = max(population[person].contract ?? year.firstDay, year.firstDay)
        let day = year.calendar.day(from: earliest, through: year.lastDay, using: &generator)
        events.append(Event(day: day, place: area, person: person, detail: ()))
      }
    }
    try Self.diplomaFiles.deliver(
      events, of: year, places: WorkingArea.six, to: &deliveries
    ) { event, _, text in
      text.field(event.person)
      text.field(event.day)
      text.field(event.place.label)
    }
  }

  /// Writes `inbreuken`: besides those that were sent on, one in eight that was not.
  func deliverBreaches(
    _ population: inout Population, to deliveries: inout Deliveries
  ) throws(OutputError) {
    var generator = SeededGenerator(subject: "inbreuken", year: year)
    let signed = signedBefore(population) { $0 == .plicht }
    var events: [Event<WorkingArea, Bool>] = []
    for area in WorkingArea.five {
      let known = generator.shuffled(signed[area.rawValue])
      let sentOn = PrintedCertificates.breaches[year][area.rawValue]
      for index in 0..<(sentOn + sentOn / 8) {
        let person = index < known.count ? known[index] : population.add(in: area, group: .plicht)
        let earliest = max(population[person].contract ?? year.firstDay, year.firstDay)
        let day = year.calendar.day(from: earliest, through: year.lastDay, using: &generator)
        events.append(Event(day: day, place: area, person: person, detail: index < sentOn))
      }
    }
    try Self.breaches.deliver(
      events, of: year, places: WorkingArea.five, to: &deliveries
    ) { event, _, text in
      text.field(event.person)
      text.field(event.day)
      text.field(event.place.label)
      text.field(event.detail)
    }
  }

  /// Persons of each area and of the groups asked for who signed before 1 November.
  private func signedBefore(
    _ population: Population, _ includes: (TargetGroup) -> Bool
  ) -> [[PersonID]] {
    let latest = CalendarDay(year: year.rawValue, month: 11, day: 1)
    var signed = WorkingArea.six.map { _ in [PersonID]() }
    for id in population.ids {
      let person = population[id]
      guard let day = person.contract, day < latest, includes(person.group) else { continue }
      signed[person.area.rawValue].append(id)
    }
    return signed
  }
}
