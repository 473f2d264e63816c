/// The enrolments that the education administration delivers in sums, figure 33.
struct Enrolments {
  private static let columns = ["jaar", "aanbodverstrekker", "instelling", "aantal"]

  /// The kinds of centres, how many of each there are here, and how their names begin.
  private static let centres: [(kind: String, count: Int, name: String)] = [
    ("CBE", 13, "Centrum voor Basiseducatie"), ("CVO", 48, "Centrum voor Volwassenenonderwijs"),
  ]

  let year: SampleYear

  /// Writes `inschrijvingen_nt2`.
  func deliver(to deliveries: inout Deliveries) throws(OutputError) {
    // The same centres are large in both years, so the years share their generator.
    var generator = SeededGenerator(subject: "inschrijvingen_nt2")
    var text = CSVText(dialect: .ahovoks, header: Self.columns)
    for (index, centre) in Self.centres.enumerated() {
      let weights = (0..<centre.count).map { _ in generator.number(in: 20...140) }
      let counts = Apportionment.parts(
        of: PrintedDutch.enrolments[year][index], weights: weights)
      for (position, count) in counts.enumerated() {
        text.field(year.rawValue)
        text.field(centre.kind)
        text.field("\(centre.name) \(position + 1)")
        text.field(count)
        text.endRecord()
      }
    }
    try deliveries.add(
      text, dataset: "inschrijvingen_nt2", year: year, file: "ahovoks", dialect: .ahovoks)
  }
}
