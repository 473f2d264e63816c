/// How many courses an area had in a language, and how many participants in them.
struct CourseNumbers {
  let language: String
  let courses: Int
  /// All participants, repeaters included.
  let participants: Int
  let firstParticipants: Int

  /// The numbers of an area and year, by language.
  static func numbers(in area: WorkingArea, _ year: SampleYear) -> [CourseNumbers] {
    switch year {
    case .in2018: proportional(in: area)
    case .in2019: CourseNumberSearch(area: area).numbers()
    }
  }

  /// 2018, of which no language is printed: the languages of 2019, in proportion, with one course
  /// in twenty-five persons who repeat.
  private static func proportional(in area: WorkingArea) -> [CourseNumbers] {
    let index = area.rawValue
    let extra = PrintedCourses.onlyIn2018.filter { $0.area == area }
    let taught = PrintedCourses.languages.filter { $0.first[index] > 0 }
    let total = PrintedCourses.firstParticipants.in2018[index] - extra.reduce(0) { $0 + $1.first }
    let first =
      Apportionment.parts(of: total, weights: taught.map { $0.first[index] })
      + extra.map(\.first)
    let names = taught.map(\.name) + extra.map(\.language)
    let courses = Apportionment.parts(
      of: PrintedCourses.courses.in2018[index] - names.count,
      weights: first.map { max($0 - 14, 0) })
    return names.indices.map { position in
      CourseNumbers(
        language: names[position], courses: courses[position] + 1,
        participants: first[position] + first[position] / 25, firstParticipants: first[position])
    }
  }
}

/// Finds numbers for 2019 that give figures 22, 25 and 26 at once.
///
/// The average of a language fixes its participants for a number of courses almost exactly; the
/// search goes language by language over (courses so far, repeaters so far) and keeps the way in
/// which the repeaters are spread most evenly.
struct CourseNumberSearch {
  private struct Option {
    let courses: Int
    let repeaters: Int
    let cost: Int
  }

  private static let maximumRepeaters = 160
  private static let unreachable = Int.max

  private let area: WorkingArea
  private let languages: [PrintedCourses.Language]

  /// Creates the search for an area.
  init(area: WorkingArea) {
    self.area = area
    languages = PrintedCourses.languages.filter { $0.first[area.rawValue] > 0 }
  }

  /// The numbers per language.
  func numbers() -> [CourseNumbers] {
    let options = languages.map(options)
    let courses = PrintedCourses.courses.in2019[area.rawValue]
    let width = Self.maximumRepeaters + 1
    var costs = Array(repeating: Self.unreachable, count: (courses + 1) * width)
    costs[0] = 0
    var chosen: [[Int]] = []
    for ways in options {
      let (next, choices) = step(costs, ways, courses: courses, width: width)
      costs = next
      chosen.append(choices)
    }
    return path(back: chosen, options: options, from: bestEnd(costs, courses, width), width: width)
  }

  /// The numbers of courses and repeaters that round to the printed average (ties up).
  private func options(of language: PrintedCourses.Language) -> [Option] {
    let first = language.first[area.rawValue]
    let tenths = language.tenths[area.rawValue]
    var options: [Option] = []
    for courses in 1...(first * 10 / tenths + 6) {
      for repeaters in 0...min(first / 3 + 8, 60)
      where Self.rounded(first + repeaters, over: courses) == tenths {
        let cost = repeaters * repeaters * 1000 / first
        options.append(Option(courses: courses, repeaters: repeaters, cost: cost))
      }
    }
    return options
  }

  private func step(
    _ costs: [Int], _ ways: [Option], courses: Int, width: Int
  ) -> (costs: [Int], chosen: [Int]) {
    var next = Array(repeating: Self.unreachable, count: costs.count)
    var chosen = Array(repeating: -1, count: costs.count)
    for state in costs.indices where costs[state] != Self.unreachable {
      for (index, way) in ways.enumerated() {
        let (coursesBefore, repeatersBefore) = state.quotientAndRemainder(dividingBy: width)
        guard coursesBefore + way.courses <= courses, repeatersBefore + way.repeaters < width
        else { continue }
        let target = state + way.courses * width + way.repeaters
        if costs[state] + way.cost < next[target] {
          next[target] = costs[state] + way.cost
          chosen[target] = index
        }
      }
    }
    return (next, chosen)
  }

  private func bestEnd(_ costs: [Int], _ courses: Int, _ width: Int) -> Int {
    let first = PrintedCourses.firstParticipants.in2019[area.rawValue]
    let tenths = PrintedCourses.averageTenths[area.rawValue]
    let ends = (0..<width).filter { Self.rounded(first + $0, over: courses) == tenths }
      .map { courses * width + $0 }
    let best = ends.min { costs[$0] < costs[$1] } ?? 0
    precondition(costs[best] != Self.unreachable, "no course numbers fit \(area.label)")
    return best
  }

  private func path(
    back chosen: [[Int]], options: [[Option]], from end: Int, width: Int
  ) -> [CourseNumbers] {
    var state = end
    var numbers: [CourseNumbers] = []
    for index in languages.indices.reversed() {
      let way = options[index][chosen[index][state]]
      let first = languages[index].first[area.rawValue]
      numbers.append(
        CourseNumbers(
          language: languages[index].name, courses: way.courses,
          participants: first + way.repeaters, firstParticipants: first))
      state -= way.courses * width + way.repeaters
    }
    return numbers.reversed()
  }

  /// Tenths, ties up.
  private static func rounded(_ participants: Int, over courses: Int) -> Int {
    (participants * 20 + courses) / (courses * 2)
  }
}
