/// The trainings, figures 38 and 39 and the lists in the text.
struct Trainings {
  private static let columns = [
    "activiteit_id", "datum", "dienst", "vorm", "thema", "sector", "doelgroep", "deelnemers",
  ]

  private struct Training {
    var day: CalendarDay
    let service: String
    let form: String
    var theme: String?
    var sector: String?
    let group: String?
    let participants: Int
  }

  private let year: SampleYear
  private var generator: SeededGenerator
  private var trainings: [Training] = []

  /// Makes the trainings of a year.
  init(year: SampleYear) {
    self.year = year
    generator = SeededGenerator(subject: "vormingen", year: year)
    addIntegration()
    addLegal()
    for index in trainings.indices { trainings[index].day = year.calendar.day(using: &generator) }
  }

  /// Forms against target groups: the participants add up both ways (A.1.1 and A.1.4).
  private mutating func addIntegration() {
    let forms = PrintedOffer.trainingForms
    let groups = PrintedOffer.trainingGroups
    var counts = forms.map(\.trainings)
    var participants = forms.map(\.participants)
    if year == .in2018 {
      let totals = PrintedOffer.trainingTotals2018
      counts = Apportionment.parts(of: totals.trainings, weights: counts)
      participants = Apportionment.parts(of: totals.participants, weights: participants)
    }
    let columns = { (total: Int) in
      Apportionment.parts(of: total, weights: groups.map(\.count))
    }
    let trainingTable = Apportionment.table(
      rows: counts, columns: columns(counts.reduce(0, +)))
    let participantTable = Apportionment.table(
      rows: participants, columns: columns(participants.reduce(0, +)))
    for (row, form) in forms.enumerated() {
      for (column, group) in groups.enumerated() {
        addIntegration(
          form.label, group.label, trainings: trainingTable[row][column],
          participants: participantTable[row][column])
      }
    }
    let themes = labels(PrintedOffer.trainingThemes)
    let sectors = labels(PrintedOffer.trainingSectors)
    for index in trainings.indices {
      trainings[index].theme = themes[index]
      trainings[index].sector = sectors[index]
    }
  }

  private mutating func addIntegration(
    _ form: String, _ group: String, trainings count: Int, participants: Int
  ) {
    // One fair in 2018 had more than a thousand visitors: the only number with a thousands mark.
    let hasFair = year == .in2018 && form == "informatiesessie" && group == "Professionals"
    let fair = hasFair ? [1012] : []
    let sizes =
      fair
      + Apportionment.uneven(
        participants - fair.reduce(0, +), over: count - fair.count, minimum: 4, using: &generator)
    for size in sizes {
      trainings.append(
        Training(
          day: year.firstDay, service: "integratie", form: form, group: group, participants: size))
    }
  }

  private mutating func addLegal() {
    let printed =
      year == .in2018 ? PrintedOffer.legalTrainings2018 : PrintedOffer.legalTrainings
    for entry in printed {
      let sizes = Apportionment.uneven(
        entry.participants, over: entry.trainings, minimum: 5, using: &generator)
      for size in sizes {
        trainings.append(
          Training(
            day: year.firstDay, service: "vreemdelingenrecht", form: entry.form,
            sector: entry.sector, group: entry.form == "intern" ? nil : "Professionals",
            participants: size))
      }
    }
  }

  /// A label for every training so far, as often as printed or in proportion to it.
  private mutating func labels(_ printed: [(label: String, count: Int)]) -> [String] {
    let counts = Apportionment.parts(of: trainings.count, weights: printed.map(\.count))
    return generator.shuffled(
      Apportionment.expanded(printed.map(\.label), counts: counts))
  }

  /// Writes `vormingen`.
  func deliver(to deliveries: inout Deliveries) throws(OutputError) {
    var text = CSVText(dialect: .leeraanbod, header: Self.columns)
    for (index, training) in inOrderOfDays(trainings, day: { $0.day }).enumerated() {
      text.field(RecordKey(letters: "VO", year: year, sequence: index + 1))
      text.field(training.day)
      text.field(training.service)
      text.field(training.form)
      text.field(training.theme)
      text.field(training.sector)
      text.field(training.group)
      text.field(training.participants)
      text.endRecord()
    }
    try deliveries.add(
      text, dataset: "vormingen", year: year, file: "leeraanbod", dialect: .leeraanbod)
  }
}
