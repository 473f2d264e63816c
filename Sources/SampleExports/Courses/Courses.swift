/// A course with the participants it will have.
struct Course {
  let area: WorkingArea
  let language: String
  let hasInterpreter: Bool
  let start: CalendarDay
  let end: CalendarDay?
  let places: Int
  let firstParticipants: Int
  let repeaters: Int
  /// Known once the courses of a year are in order.
  var key: RecordKey
}

/// Makes the courses, figures 22 and 23.
struct Courses {
  private static let columns = [
    "cursus_id", "startdatum", "einddatum", "werkingsgebied", "taal", "tolktaal", "plaatsen",
  ]
  private static let dataset = "cursussen_mo"

  /// The courses in the order of their start.
  let courses: [Course]
  private let year: SampleYear

  /// Makes the courses of a year.
  init(year: SampleYear) {
    self.year = year
    var generator = SeededGenerator(subject: "cursussen_mo", year: year)
    var courses: [Course] = []
    for area in WorkingArea.six {
      for numbers in CourseNumbers.numbers(in: area, year) {
        courses += Self.courses(numbers, area: area, year: year, using: &generator)
      }
    }
    courses = inOrderOfDays(courses) { $0.start }
    for index in courses.indices {
      courses[index].key = RecordKey(letters: "CU", year: year, sequence: index + 1)
    }
    self.courses = courses
  }

  private static func courses(
    _ numbers: CourseNumbers, area: WorkingArea, year: SampleYear,
    using generator: inout SeededGenerator
  ) -> [Course] {
    let sizes = Apportionment.uneven(
      numbers.participants, over: numbers.courses,
      minimum: numbers.participants / numbers.courses * 3 / 4, using: &generator)
    let repeaters = Apportionment.parts(
      of: numbers.participants - numbers.firstParticipants,
      weights: sizes.map { _ in generator.number(in: 1...9) })
    let interpreted =
      PrintedCourses.interpreted[year].first { entry in
        entry.area == area && entry.language == numbers.language
      }?.courses ?? 0
    precondition(interpreted <= numbers.courses, "fewer courses than interpreted ones")
    return sizes.indices.map { index in
      let start = year.calendar.day(
        from: CalendarDay(year: year.rawValue, month: 1, day: 7),
        through: CalendarDay(year: year.rawValue, month: 12, day: 10), using: &generator)
      let end = start.advanced(by: generator.number(in: 50...110))
      let repeating = min(repeaters[index], sizes[index])
      return Course(
        area: area, language: numbers.language, hasInterpreter: index < interpreted, start: start,
        end: generator.happens(perMille: 40) ? nil : end,
        places: places(for: sizes[index], using: &generator),
        firstParticipants: sizes[index] - repeating, repeaters: repeating,
        key: RecordKey(letters: "CU", year: year, sequence: 0))
    }
  }

  /// The next usual number of places; a few courses are overbooked.
  private static func places(for size: Int, using generator: inout SeededGenerator) -> Int {
    if generator.happens(perMille: 25) { return size - 1 }
    return [12, 15, 16, 18, 20, 22, 24].first { $0 >= size } ?? size
  }

  /// Writes `cursussen_mo`.
  func deliver(to deliveries: inout Deliveries) throws(OutputError) {
    for area in WorkingArea.six {
      var text = CSVText(dialect: .kbi, header: Self.columns)
      for course in courses where course.area == area {
        text.field(course.key)
        text.field(course.start)
        text.field(course.end)
        text.field(area.label)
        text.field(course.language)
        text.field(course.hasInterpreter ? course.language : nil)
        text.field(course.places)
        text.endRecord()
      }
      try deliveries.add(
        text, dataset: Self.dataset, year: year, file: area.slug, dialect: .kbi)
    }
  }
}
