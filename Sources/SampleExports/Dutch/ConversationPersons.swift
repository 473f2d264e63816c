/// Who has an NT2 conversation in which area in a year, figure 28.
///
/// Some persons have one in two areas, a few in three: so the total of unique persons is lower
/// than the sum of the areas, by exactly as many as printed.
struct ConversationPersons {
  /// How likely two areas share a person: neighbours, and the cities with everyone around them.
  private static let pairs: [(from: WorkingArea, to: WorkingArea, weight: Int)] = [
    (.stadAntwerpen, .antwerpen, 26), (.antwerpen, .stadAntwerpen, 16),
    (.brussel, .vlaamsBrabant, 24), (.vlaamsBrabant, .brussel, 20),
    (.stadGent, .oostVlaanderen, 22), (.oostVlaanderen, .stadGent, 14),
    (.antwerpen, .limburg, 6), (.limburg, .vlaamsBrabant, 5), (.oostVlaanderen, .westVlaanderen, 7),
    (.westVlaanderen, .stadGent, 5), (.brussel, .stadAntwerpen, 9), (.stadAntwerpen, .brussel, 6),
    (.brussel, .oostVlaanderen, 5), (.stadGent, .brussel, 3), (.vlaamsBrabant, .antwerpen, 4),
  ]

  /// The persons with a conversation in a third area: from, and the two others.
  private static let triples: [(from: WorkingArea, others: [WorkingArea], count: Int)] = [
    (.stadAntwerpen, [.antwerpen, .brussel], 10), (.brussel, [.vlaamsBrabant, .stadGent], 8),
  ]

  /// The persons of each area whose first area it is.
  let own: [[PersonID]]
  /// All persons of each area.
  let members: [[PersonID]]

  /// Chooses the persons of a year: those who register in it, some who came the year before, and
  /// others.
  init(
    year: SampleYear, previous: ConversationPersons?, population: inout Population,
    using generator: inout SeededGenerator
  ) {
    let unique = PrintedDutch.uniquePersons[year]
    let shared = unique.reduce(0, +) - PrintedDutch.uniquePersonsInTotal[year]
    let visits = Self.visits(shared)
    var visitors = Array(repeating: 0, count: unique.count)
    for visit in visits { visitors[visit.to.rawValue] += visit.count }
    for triple in Self.triples {
      for area in triple.others { visitors[area.rawValue] += triple.count }
    }

    var registered = WorkingArea.allCases.map { _ in [PersonID]() }
    for id in population.ids where population[id].registration?.year == year.rawValue {
      registered[population[id].area.rawValue].append(id)
    }
    var own: [[PersonID]] = []
    for area in WorkingArea.allCases {
      let index = area.rawValue
      let came = registered[index].filter { _ in generator.happens(perMille: 780) }
      let again = (previous?.own[index] ?? []).filter { id in
        population[id].registration?.year != year.rawValue && generator.happens(perMille: 130)
      }
      var persons = came + again
      while persons.count < unique[index] - visitors[index] {
        persons.append(population.add(in: area))
      }
      precondition(persons.count == unique[index] - visitors[index], "too many in \(area)")
      own.append(generator.shuffled(persons))
    }
    self.own = own
    members = Self.members(own, visits)
  }

  /// Cuts the visits to a second area, so that with the triples there are `shared`.
  private static func visits(
    _ shared: Int
  ) -> [(from: WorkingArea, to: WorkingArea, count: Int)] {
    let byTriples = triples.reduce(0) { $0 + $1.count * $1.others.count }
    let counts = Apportionment.parts(of: shared - byTriples, weights: pairs.map(\.weight))
    return zip(pairs, counts).map { ($0.from, $0.to, $1) }
  }

  private static func members(
    _ own: [[PersonID]], _ visits: [(from: WorkingArea, to: WorkingArea, count: Int)]
  ) -> [[PersonID]] {
    var members = own
    var next = Array(repeating: 0, count: own.count)
    for triple in triples {
      let from = triple.from.rawValue
      let travellers = own[from][next[from]..<(next[from] + triple.count)]
      next[from] += triple.count
      for area in triple.others { members[area.rawValue] += travellers }
    }
    for visit in visits {
      let from = visit.from.rawValue
      members[visit.to.rawValue] += own[from][next[from]..<(next[from] + visit.count)]
      next[from] += visit.count
    }
    return members
  }
}
