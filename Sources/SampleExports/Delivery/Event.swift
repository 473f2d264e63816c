/// Something that is registered about a person, on a day, at a place.
struct Event<Place: DeliveringPlace, Detail> {
  let day: CalendarDay
  let place: Place
  let person: PersonID
  let detail: Detail
}

/// The place of a record in a delivery: the key counts on over the year.
struct RecordKey {
  let letters: String
  let number: Int

  /// Creates the key of the `sequence`th record of a year: letters and nine digits.
  init(letters: String, year: SampleYear, sequence: Int) {
    self.letters = letters
    number = (year.rawValue % 100) * 10_000_000 + sequence
  }
}

extension CSVText {
  /// Appends a record key.
  mutating func field(_ key: RecordKey) {
    self.key(key.letters, key.number, digits: 9)
  }

  /// Appends a person's pseudonym.
  mutating func field(_ person: PersonID) {
    key("P", person.pseudonymNumber, digits: 8)
  }
}

/// Elements in the order of their days, those of one day in the order given.
func inOrderOfDays<Element>(_ elements: [Element], day: (Element) -> CalendarDay) -> [Element] {
  let keys = elements.indices.map { index in
    (UInt64(day(elements[index]).number) << 32) | UInt64(index)
  }
  return keys.sorted().map { elements[Int($0 & 0xffff_ffff)] }
}
