/// Puts persons into the courses, figures 24 to 26.
///
/// Those who signed first, come first; some participants signed before the files begin. Repeaters
/// took a course in the same language before.
struct Participants {
  private static let export = KBIExport(
    dataset: "cursisten_mo", letters: "CI",
    columns: [
      "inschrijving_id", "persoon_id", "cursus_id", "startdatum", "werkingsgebied", "taal",
      "eerste_deelname",
    ])

  /// One enrolment.
  struct Enrolment {
    let course: Course
    let isFirst: Bool
  }

  /// The enrolments of the year last added.
  private(set) var enrolments: [Event<WorkingArea, Enrolment>] = []

  private var generator = SeededGenerator(subject: "cursisten_mo")
  /// Persons of each area in the order of their contracts, not yet in a course.
  private var queues: [[PersonID]]
  private var positions: [Int]
  /// Persons who took a course, per area and language.
  private var experienced: [String: [(person: PersonID, from: CalendarDay)]] = [:]

  /// Lets everybody with a first contract queue.
  init(_ population: Population) {
    var signed = WorkingArea.six.map { _ in [(rank: Int, id: PersonID)]() }
    for id in population.ids {
      let person = population[id]
      guard let day = person.contract else { continue }
      let rank = Int(day.number) + generator.below(45)
      signed[person.area.rawValue].append((rank, id))
    }
    queues = signed.map { list in
      list.sorted { $0.rank == $1.rank ? $0.id < $1.id : $0.rank < $1.rank }.map(\.id)
    }
    positions = WorkingArea.six.map { _ in 0 }
  }

  /// Fills the courses of a year, in the order of their start.
  mutating func fill(_ courses: [Course], of year: SampleYear, _ population: inout Population) {
    enrolments = []
    for course in courses {
      var known: [PersonID] = []
      for _ in 0..<course.firstParticipants {
        let person = nextFirst(in: course, &population)
        population[person].firstCourse = course.start
        population[person].language = course.language
        enroll(person, course, isFirst: true, year)
        known.append(person)
      }
      repeatCourse(course, year, &population)
      let from = course.start.advanced(by: 40)
      experienced["\(course.area) \(course.language)", default: []]
        .append(contentsOf: known.map { ($0, from) })
    }
  }

  private mutating func nextFirst(
    in course: Course, _ population: inout Population
  ) -> PersonID {
    let area = course.area.rawValue
    let latest = course.start.advanced(by: -5)
    while positions[area] < queues[area].count {
      let candidate = population[queues[area][positions[area]]]
      guard let signed = candidate.contract, signed <= latest else { break }
      positions[area] += 1
      if (candidate.contractEnd ?? course.start.advanced(by: 60)) > course.start.advanced(by: 45) {
        return queues[area][positions[area] - 1]
      }
    }
    return population.add(in: course.area)
  }

  private mutating func repeatCourse(
    _ course: Course, _ year: SampleYear, _ population: inout Population
  ) {
    let name = "\(course.area) \(course.language)"
    var pool = experienced[name] ?? []
    for _ in 0..<course.repeaters {
      let index = pool.firstIndex { $0.from < course.start }
      let person = index.map { pool.remove(at: $0).person } ?? population.add(in: course.area)
      enroll(person, course, isFirst: false, year)
    }
    experienced[name] = pool
  }

  private mutating func enroll(
    _ person: PersonID, _ course: Course, isFirst: Bool, _ year: SampleYear
  ) {
    // One in twenty-five joins a week later.
    let isLate = generator.happens(perMille: 40)
    let day = isLate ? min(course.start.advanced(by: 7), year.lastDay) : course.start
    enrolments.append(
      Event(
        day: day, place: course.area, person: person,
        detail: Enrolment(course: course, isFirst: isFirst)))
  }

  /// Writes `cursisten_mo` of the year last added.
  func deliver(_ year: SampleYear, to deliveries: inout Deliveries) throws(OutputError) {
    var spelling = AreaSpelling(dataset: "cursisten_mo", year: year)
    try Self.export.deliver(
      enrolments, of: year, places: WorkingArea.six, to: &deliveries
    ) { event, _, text in
      text.field(event.person)
      text.field(event.detail.course.key)
      text.field(event.day)
      text.field(spelling.next(of: event.place))
      text.field(event.detail.course.language)
      text.field(event.detail.isFirst)
    }
  }
}
