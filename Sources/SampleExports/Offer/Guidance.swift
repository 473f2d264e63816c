/// Guidance of organisations, figures 40 and 41 and the lists in the text.
struct Guidance {
  private static let columns = [
    "activiteit_id", "startdatum", "dienst", "vorm", "thema", "sector", "doelgroep", "extern",
  ]

  private struct Activity {
    let day: CalendarDay
    let service: String
    let form: String
    let theme: String?
    let sector: String
    let group: String?
    let isExternal: Bool
  }

  private let year: SampleYear
  private var generator: SeededGenerator
  private var activities: [Activity] = []

  /// Makes the guidance of a year.
  init(year: SampleYear) {
    self.year = year
    generator = SeededGenerator(subject: "begeleidingen", year: year)
    addIntegration()
    addLegal()
  }

  private mutating func addIntegration() {
    let forms = PrintedOffer.guidanceForms[year]
    let count = forms.reduce(0) { $0 + $1.count }
    let ofForm = Apportionment.expanded(forms.map(\.label), counts: forms.map(\.count))
    let themes = labels(PrintedOffer.guidanceThemes, count)
    let sectors = labels(PrintedOffer.guidanceSectors, count)
    let groups = labels(PrintedOffer.guidanceGroups, count)
    for index in 0..<count {
      activities.append(
        Activity(
          day: year.calendar.day(using: &generator), service: "integratie", form: ofForm[index],
          theme: themes[index], sector: sectors[index], group: groups[index], isExternal: true))
    }
  }

  private mutating func addLegal() {
    let printed = PrintedOffer.legalGuidanceSectors[year]
    var sectors = generator.shuffled(
      Apportionment.expanded(printed.map(\.label), counts: printed.map(\.count)))
    for entry in PrintedOffer.legalGuidanceForms[year] {
      for _ in 0..<entry.count {
        let external = entry.isExternal ? sectors.popLast() : nil
        activities.append(
          Activity(
            day: year.calendar.day(using: &generator), service: "vreemdelingenrecht",
            form: entry.label, theme: nil, sector: external ?? "Integratie en inburgering",
            group: nil, isExternal: entry.isExternal))
      }
    }
  }

  private mutating func labels(
    _ printed: [(label: String, count: Int)], _ total: Int
  ) -> [String] {
    let counts = Apportionment.parts(of: total, weights: printed.map(\.count))
    return generator.shuffled(
      Apportionment.expanded(printed.map(\.label), counts: counts))
  }

  /// Writes `begeleidingen`.
  func deliver(to deliveries: inout Deliveries) throws(OutputError) {
    var text = CSVText(dialect: .leeraanbod, header: Self.columns)
    for (index, activity) in inOrderOfDays(activities, day: { $0.day }).enumerated() {
      text.field(RecordKey(letters: "BG", year: year, sequence: index + 1))
      text.field(activity.day)
      text.field(activity.service)
      text.field(activity.form)
      text.field(activity.theme)
      text.field(activity.sector)
      text.field(activity.group)
      text.field(activity.isExternal)
      text.endRecord()
    }
    try deliveries.add(
      text, dataset: "begeleidingen", year: year, file: "leeraanbod", dialect: .leeraanbod)
  }
}
