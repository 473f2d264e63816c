/// A contract that follows an earlier one.
struct FollowUpContract {
  let person: PersonID
  let signed: CalendarDay
  let end: CalendarDay?
}

/// Ends the contracts so that the stock of figure 11 runs on 31 December 2019.
///
/// More contracts of mandatory persons run than were first signed in two years: follow-up
/// contracts of persons whose first one ended, or was signed before the files begin.
struct ContractStock {
  /// The follow-up contracts of both years.
  private(set) var followUps: [FollowUpContract] = []

  private var generator = SeededGenerator(subject: "contracts")
  private let lastDay = SampleYear.in2019.lastDay

  /// Ends first contracts and adds follow-ups.
  mutating func settle(_ population: inout Population) {
    var signed: [[PersonID]] = Array(repeating: [], count: WorkingArea.six.count * 4)
    for id in population.ids where population[id].contract != nil {
      let person = population[id]
      signed[person.area.rawValue * 4 + person.group.rawValue].append(id)
    }
    for area in WorkingArea.six {
      for group in TargetGroup.allCases.prefix(3) {
        settle(
          signed[area.rawValue * 4 + group.rawValue], area: area, group: group,
          running: PrintedIntegration.stock[area.rawValue][group.rawValue], &population)
      }
    }
  }

  private mutating func settle(
    _ contracts: [PersonID], area: WorkingArea, group: TargetGroup, running: Int,
    _ population: inout Population
  ) {
    let firstDay2019 = SampleYear.in2019.firstDay
    let of2018 = contracts.filter { (population[$0].contract ?? firstDay2019) < firstDay2019 }
    let of2019 = contracts.filter { (population[$0].contract ?? firstDay2019) >= firstDay2019 }
    let running2019 = min(running, of2019.count - of2019.count * 4 / 100)
    let running2018 = min(running - running2019, of2018.count * 88 / 100)
    let ended2018 = end(of2018.count - running2018, of: of2018, year: .in2018, &population)
    _ = end(of2019.count - running2019, of: of2019, year: .in2019, &population)
    for id in contracts where population[id].contractEnd == nil {
      population[id].contractEnd = plannedEnd()
    }
    addFollowUps(
      running - running2019 - running2018, after: ended2018, area: area, group: group,
      &population)
  }

  /// Ends `count` of the contracts before 2020, the older ones more often.
  private mutating func end(
    _ count: Int, of contracts: [PersonID], year: SampleYear, _ population: inout Population
  ) -> [PersonID] {
    let shortest = year == .in2018 ? 120 : 15
    let latestSigning = lastDay.advanced(by: -shortest - 20)
    var ranked: [(rank: Int, id: PersonID)] = []
    for id in contracts {
      guard let signed = population[id].contract, signed <= latestSigning else { continue }
      ranked.append((Int(signed.number) + generator.below(300), id))
    }
    ranked.sort { $0.rank == $1.rank ? $0.id < $1.id : $0.rank < $1.rank }
    precondition(ranked.count >= count, "not enough contracts that can end")
    let ended = ranked.prefix(count).map(\.id)
    for (index, id) in ended.enumerated() {
      guard let signed = population[id].contract else { continue }
      let latest = min(signed.advanced(by: 540), lastDay)
      // One in each group ends on the reference day itself, and so does not run any more.
      population[id].contractEnd =
        index == 0 && latest == lastDay
        ? lastDay : endDay(from: signed.advanced(by: shortest), through: latest)
    }
    return ended
  }

  private mutating func endDay(from: CalendarDay, through: CalendarDay) -> CalendarDay {
    let span = Int(through.number - from.number)
    let day = from.advanced(by: generator.below(span + 1))
    let year = day.year == 2018 ? SampleYear.in2018 : .in2019
    let working = year.calendar.day(from: day, through: min(day, year.lastDay), using: &generator)
    return min(max(working, from), lastDay)
  }

  /// Most running contracts have no end yet, some a planned one.
  private mutating func plannedEnd() -> CalendarDay? {
    guard generator.happens(perMille: 180) else { return nil }
    return CalendarDay(year: 2020, month: 1, day: 1).advanced(by: generator.below(540))
  }

  private mutating func addFollowUps(
    _ running: Int, after ended: [PersonID], area: WorkingArea, group: TargetGroup,
    _ population: inout Population
  ) {
    let latestEnd = lastDay.advanced(by: -40)
    let candidates = generator.shuffled(
      ended.filter { (population[$0].contractEnd ?? lastDay) < latestEnd })
    for index in 0..<running {
      let earlierEnd: CalendarDay
      let person: PersonID
      if index < min(candidates.count / 2, running * 4 / 10) {
        person = candidates[index]
        earlierEnd = population[person].contractEnd ?? lastDay
      } else {
        person = population.add(in: area, group: group)
        earlierEnd = CalendarDay(year: 2018, month: 1, day: 2).advanced(by: generator.below(600))
      }
      followUps.append(
        FollowUpContract(person: person, signed: signing(after: earlierEnd), end: plannedEnd()))
    }
    for _ in 0..<(running * 8 / 100 + 2) where group == .plicht {
      let person = population.add(in: area, group: group)
      let signed = signing(
        after: CalendarDay(year: 2018, month: 1, day: 2).advanced(by: generator.below(450)))
      let end = endDay(from: signed.advanced(by: 90), through: lastDay)
      followUps.append(FollowUpContract(person: person, signed: signed, end: end))
    }
  }

  /// A working day within a few weeks, and in a delivered year.
  private mutating func signing(after day: CalendarDay) -> CalendarDay {
    let earliest = day.advanced(by: 1)
    let year = earliest.year == 2018 ? SampleYear.in2018 : .in2019
    return year.calendar.day(
      from: earliest, through: min(earliest.advanced(by: 35), year.lastDay), using: &generator)
  }
}
