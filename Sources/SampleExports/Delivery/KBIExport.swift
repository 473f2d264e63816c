/// One dataset of the client tracking system.
struct KBIExport: Sendable {
  /// The name of the dataset, and of its folder.
  let dataset: String
  /// The letters of its keys.
  let letters: String
  /// The columns; the first is the key.
  let columns: [String]

  /// Writes a year of the dataset, one file per place.
  ///
  /// `record` appends what follows the key. A place without events has a file with a header only.
  func deliver<Place, Detail>(
    _ events: [Event<Place, Detail>], of year: SampleYear, places: [Place],
    to deliveries: inout Deliveries,
    record: (Event<Place, Detail>, RecordKey, inout CSVText) -> Void
  ) throws(OutputError) {
    var texts = Place.allCases.map { _ in CSVText(dialect: .kbi, header: columns) }
    var sequence = 0
    for event in inOrderOfDays(events, day: { $0.day }) {
      sequence += 1
      let key = RecordKey(letters: letters, year: year, sequence: sequence)
      texts[event.place.rawValue].field(key)
      record(event, key, &texts[event.place.rawValue])
      texts[event.place.rawValue].endRecord()
    }
    for place in places {
      try deliveries.add(
        texts[place.rawValue], dataset: dataset, year: year, file: place.slug, dialect: .kbi)
    }
  }
}
