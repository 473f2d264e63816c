/// Makes the persons who flow in, register and sign a first contract.
///
/// One area and target group at a time, 2018 before 2019: whoever flows in or registers in 2018
/// without signing is the first to sign in 2019.
struct Trajectories {
  /// How many of one area, year and target group.
  private struct Numbers {
    let inflow: Int
    let registrations: Int
    let contracts: Int
    let cohort: Int
  }

  /// Persons of earlier years who have not signed yet.
  private struct Waiting {
    var registered: [PersonID] = []
    var unregistered: [PersonID] = []
  }

  private var population = Population()
  private var generator = SeededGenerator(subject: "trajectories")

  /// The population of both years, with inflow, first registration and first contract.
  static func population() -> Population {
    var trajectories = Trajectories()
    for area in WorkingArea.six {
      for group in TargetGroup.allCases {
        var waiting = Waiting()
        for year in SampleYear.allCases {
          waiting = trajectories.addYear(year, area: area, group: group, waiting: waiting)
        }
      }
    }
    for year in SampleYear.allCases { trajectories.moveSome(in: year) }
    return trajectories.population
  }

  private mutating func addYear(
    _ year: SampleYear, area: WorkingArea, group: TargetGroup, waiting: Waiting
  ) -> Waiting {
    let numbers = Self.numbers(year, area: area, group: group)
    let newcomers = addInflow(numbers.inflow, area: area, group: group, year: year)
    let cohort = signCohort(numbers.cohort, of: newcomers, year: year)
    var waiting = waiting
    let others = signOthers(
      numbers.contracts - numbers.cohort, waiting: &waiting, area: area, group: group,
      mayRegister: numbers.registrations * 93 / 100 - numbers.cohort, year: year)
    var open = newcomers.filter { population[$0].contract == nil }
    let registered = register(
      numbers.registrations - cohort - others, newcomers: &open,
      earlier: waiting.unregistered, area: area, group: group, year: year)
    return Waiting(registered: registered, unregistered: open)
  }

  private static func numbers(
    _ year: SampleYear, area: WorkingArea, group: TargetGroup
  ) -> Numbers {
    Numbers(
      inflow: PrintedIntegration.inflow(in: area, year)[group.rawValue],
      registrations: PrintedIntegration.registrations(in: area, year)[group.rawValue],
      contracts: PrintedIntegration.contracts(in: area, year)[group.rawValue],
      cohort: PrintedIntegration.cohort(in: area, year)[group.rawValue])
  }

  private mutating func addInflow(
    _ count: Int, area: WorkingArea, group: TargetGroup, year: SampleYear
  ) -> [PersonID] {
    (0..<count).map { _ in
      let person = population.add(in: area, group: group)
      population[person].inflow = year.calendar.day(using: &generator)
      return person
    }
  }

  /// Lets newcomers register and sign in the year of their inflow; returns how many.
  private mutating func signCohort(
    _ count: Int, of newcomers: [PersonID], year: SampleYear
  ) -> Int {
    let latest = CalendarDay(year: year.rawValue, month: 11, day: 20)
    let early = newcomers.filter { id in (population[id].inflow ?? latest) < latest }
    let chosen = generator.shuffled(early).prefix(count)
    precondition(chosen.count == count, "not enough early newcomers for the cohort")
    for person in chosen {
      registerAndSign(person, notBefore: population[person].inflow?.advanced(by: 2), year: year)
    }
    return count
  }

  /// Lets others sign, the waiting ones first; returns how many of them register in this year.
  private mutating func signOthers(
    _ count: Int, waiting: inout Waiting, area: WorkingArea, group: TargetGroup,
    mayRegister: Int, year: SampleYear
  ) -> Int {
    let fromRegistered = min(count, waiting.registered.count * 85 / 100)
    for person in waiting.registered.prefix(fromRegistered) {
      population[person].contract = year.calendar.day(using: &generator)
    }
    let rest = count - fromRegistered
    let fromInflow = min(rest * 6 / 10, waiting.unregistered.count / 2, max(mayRegister, 0))
    for person in waiting.unregistered.prefix(fromInflow) {
      registerAndSign(person, notBefore: nil, year: year)
    }
    waiting.unregistered.removeFirst(fromInflow)
    // The others flowed in before 2018; some of them also registered before the files begin.
    let unknown = rest - fromInflow
    let room = max(mayRegister - fromInflow, 0)
    let registering = min(year == .in2018 ? unknown * 88 / 100 : unknown, room)
    for index in 0..<unknown {
      let person = population.add(in: area, group: group)
      if index < registering {
        registerAndSign(person, notBefore: nil, year: year)
      } else {
        population[person].contract = year.calendar.day(using: &generator)
      }
    }
    return fromInflow + registering
  }

  /// Registers persons who do not sign in this year; returns them and removes them from newcomers.
  private mutating func register(
    _ count: Int, newcomers: inout [PersonID], earlier: [PersonID], area: WorkingArea,
    group: TargetGroup, year: SampleYear
  ) -> [PersonID] {
    precondition(count >= 0, "more registrations than printed")
    let latest = CalendarDay(year: year.rawValue, month: 12, day: 15)
    generator.shuffle(&newcomers)
    let fromInflow = newcomers.filter { (population[$0].inflow ?? latest) < latest }
      .prefix(count * 55 / 100)
    let fromEarlier = earlier.prefix(count * 25 / 100)
    var registered = Array(fromInflow) + Array(fromEarlier)
    while registered.count < count {
      registered.append(population.add(in: area, group: group))
    }
    for person in registered {
      let earliest = max(
        population[person].inflow?.advanced(by: 2) ?? year.firstDay, year.firstDay)
      population[person].registration = year.calendar.day(
        from: earliest, through: year.lastDay, using: &generator)
    }
    newcomers.removeAll { population[$0].registration != nil }
    return generator.shuffled(registered)
  }

  private mutating func registerAndSign(
    _ person: PersonID, notBefore: CalendarDay?, year: SampleYear
  ) {
    let earliest = max(notBefore ?? year.firstDay, year.firstDay)
    let latest = CalendarDay(year: year.rawValue, month: 12, day: 12)
    let soon = notBefore == nil ? latest : min(earliest.advanced(by: 75), latest)
    let registration = year.calendar.day(from: earliest, through: soon, using: &generator)
    population[person].registration = registration
    population[person].contract = year.calendar.day(
      from: registration.advanced(by: 1),
      through: min(registration.advanced(by: 75), year.lastDay), using: &generator)
  }

  /// Lets some of the cohort register and sign in another area than that of their inflow.
  ///
  /// Two persons of one group change places, so that every printed number stays. Counting rule 3
  /// counts them by the area of the inflow.
  private mutating func moveSome(in year: SampleYear) {
    var movers: [PersonID] = []
    for id in population.ids {
      let person = population[id]
      guard person.inflow?.year == year.rawValue, person.contract?.year == year.rawValue,
        person.group == .recht, generator.happens(perMille: 20)
      else { continue }
      movers.append(id)
    }
    generator.shuffle(&movers)
    for pair in stride(from: 0, to: movers.count - 1, by: 2) {
      let (first, second) = (movers[pair], movers[pair + 1])
      let area = population[first].area
      population[first].area = population[second].area
      population[second].area = area
    }
  }
}
