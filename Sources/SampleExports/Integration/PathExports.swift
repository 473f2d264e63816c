/// Inflow, first and later registrations, and contracts, as exports.
struct PathExports {
  private static let inflow = KBIExport(
    dataset: "instroom", letters: "IS",
    columns: [
      "instroom_id", "persoon_id", "instroomdatum", "werkingsgebied", "gemeente", "doelgroep",
      "nationaliteit", "geboortedatum", "geslacht",
    ])

  private static let registrations = KBIExport(
    dataset: "aanmeldingen", letters: "AM",
    columns: [
      "aanmelding_id", "persoon_id", "aanmeldingsdatum", "werkingsgebied", "doelgroep",
      "eerste_aanmelding",
    ])

  private static let contracts = KBIExport(
    dataset: "contracten", letters: "CO",
    columns: [
      "contract_id", "persoon_id", "ondertekeningsdatum", "einddatum", "werkingsgebied",
      "doelgroep", "eerste_contract",
    ])

  let population: Population
  let followUps: [FollowUpContract]
  let year: SampleYear

  /// Writes `instroom`, figures 1 to 3.
  func deliverInflow(to deliveries: inout Deliveries) throws(OutputError) {
    let events = population.ids.compactMap { id -> Event<WorkingArea, TargetGroup>? in
      let person = population[id]
      guard let day = person.inflow, day.year == year.rawValue else { return nil }
      return Event(day: day, place: person.inflowArea, person: id, detail: person.group)
    }
    var spelling = AreaSpelling(dataset: "instroom", year: year)
    var traits = PersonTraits(year: year)
    try Self.inflow.deliver(
      events, of: year, places: WorkingArea.five, to: &deliveries
    ) { event, _, text in
      let person = population[event.person]
      text.field(event.person)
      text.field(event.day)
      text.field(spelling.next(of: event.place))
      text.field(traits.municipality(in: event.place))
      text.field(event.detail.label)
      text.field(traits.nationality(of: person))
      text.field(traits.birthday(on: event.day))
      text.field(traits.sex())
    }
  }

  /// Writes `aanmeldingen`, figures 4 to 6, with later registrations of the same persons.
  func deliverRegistrations(to deliveries: inout Deliveries) throws(OutputError) {
    var generator = SeededGenerator(subject: "aanmeldingen", year: year)
    var events: [Event<WorkingArea, (group: TargetGroup, isFirst: Bool)>] = []
    for id in population.ids {
      let person = population[id]
      guard let day = person.registration, day <= year.lastDay else { continue }
      if day.year == year.rawValue {
        events.append(
          Event(day: day, place: person.area, person: id, detail: (person.group, true)))
      }
      let earliest = day.advanced(by: 45)
      if earliest < year.lastDay.advanced(by: -20), generator.happens(perMille: 35) {
        let again = year.calendar.day(
          from: max(earliest, year.firstDay), through: year.lastDay, using: &generator)
        events.append(
          Event(day: again, place: person.area, person: id, detail: (person.group, false)))
      }
    }
    var spelling = AreaSpelling(dataset: "aanmeldingen", year: year)
    try Self.registrations.deliver(
      events, of: year, places: WorkingArea.six, to: &deliveries
    ) { event, _, text in
      text.field(event.person)
      text.field(event.day)
      text.field(spelling.next(of: event.place))
      text.field(event.detail.group.label)
      text.field(event.detail.isFirst)
    }
  }

  /// Writes `contracten`, figures 7 to 12.
  func deliverContracts(to deliveries: inout Deliveries) throws(OutputError) {
    typealias Detail = (end: CalendarDay?, group: TargetGroup, isFirst: Bool)
    var events: [Event<WorkingArea, Detail>] = []
    for id in population.ids {
      let person = population[id]
      guard let day = person.contract, day.year == year.rawValue else { continue }
      let detail = (person.contractEnd, person.group, true)
      events.append(Event(day: day, place: person.area, person: id, detail: detail))
    }
    for contract in followUps where contract.signed.year == year.rawValue {
      let person = population[contract.person]
      let detail = (contract.end, person.group, false)
      events.append(
        Event(day: contract.signed, place: person.area, person: contract.person, detail: detail))
    }
    var spelling = AreaSpelling(dataset: "contracten", year: year)
    try Self.contracts.deliver(
      events, of: year, places: WorkingArea.six, to: &deliveries
    ) { event, _, text in
      text.field(event.person)
      text.field(event.day)
      text.field(event.detail.end)
      text.field(spelling.next(of: event.place))
      text.field(event.detail.group.contractLabel)
      text.field(event.detail.isFirst)
    }
  }
}
