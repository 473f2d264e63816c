/// The requests for interpreting and translation, figures 42 to 45: one file per month.
struct InterpretingRequests {
  private static let columns = [
    "aanvraag_id", "aanvraagdatum", "tolkvorm", "taal", "sector", "status", "reden",
    "duur_minuten",
  ]

  private struct Request {
    var day: CalendarDay
    let form: String
    let outcome: (status: String, reason: String?)
    var language: String
    var sector: String
    let durationInMinutes: Int?
  }

  private let year: SampleYear
  private var requests: [Request] = []

  /// Makes the requests of a year.
  init(year: SampleYear) {
    self.year = year
    var generator = SeededGenerator(subject: "tolkaanvragen", year: year)
    for (form, counts) in zip(PrintedRequests.forms, PrintedRequests.requests[year]) {
      for (outcome, count) in zip(PrintedRequests.outcomes, counts) {
        for _ in 0..<count {
          requests.append(Self.request(form, outcome, year: year, using: &generator))
        }
      }
    }
    let languages = Self.labels(PrintedRequests.languages, requests.count, using: &generator)
    let sectors = Self.labels(PrintedRequests.sectors, requests.count, using: &generator)
    for index in requests.indices {
      let isVariant = generator.happens(perMille: 4)
      requests[index].language =
        isVariant
        ? OpenListSpelling.variant(of: languages[index], using: &generator) : languages[index]
      requests[index].sector = sectors[index]
    }
    generator.shuffle(&requests)
    requests = inOrderOfDays(requests) { $0.day }
  }

  private static func request(
    _ form: String, _ outcome: (status: String, reason: String?), year: SampleYear,
    using generator: inout SeededGenerator
  ) -> Request {
    let isInterpreted = outcome.status == "volbracht" && form != "Sociaal vertalen"
    let quarters =
      form == "Telefoontolken" ? generator.number(in: 1...4) : generator.number(in: 2...10)
    return Request(
      day: year.calendar.day(using: &generator), form: form, outcome: outcome, language: "",
      sector: "", durationInMinutes: isInterpreted ? quarters * 15 : nil)
  }

  private static func labels(
    _ weighted: [(label: String, weight: Int)], _ total: Int,
    using generator: inout SeededGenerator
  ) -> [String] {
    let counts = Apportionment.parts(of: total, weights: weighted.map(\.weight))
    return generator.shuffled(
      Apportionment.expanded(weighted.map(\.label), counts: counts))
  }

  /// Writes `tolkaanvragen`.
  func deliver(to deliveries: inout Deliveries) throws(OutputError) {
    var texts = (1...12).map { _ in CSVText(dialect: .stv, header: Self.columns) }
    for (index, request) in requests.enumerated() {
      let month = request.day.month - 1
      texts[month].field(RecordKey(letters: "TA", year: year, sequence: index + 1))
      texts[month].field(request.day)
      texts[month].field(request.form)
      texts[month].field(request.language)
      texts[month].field(request.sector)
      texts[month].field(request.outcome.status)
      texts[month].field(request.outcome.reason)
      texts[month].field(request.durationInMinutes)
      texts[month].endRecord()
    }
    for (index, text) in texts.enumerated() {
      try deliveries.add(
        text, dataset: "tolkaanvragen", year: year, file: year.fileName(ofMonth: index + 1),
        dialect: .stv)
    }
  }
}

extension SampleYear {
  /// The name of a monthly file: `2019-03`.
  func fileName(ofMonth month: Int) -> String {
    month < 10 ? "\(rawValue)-0\(month)" : "\(rawValue)-\(month)"
  }
}
