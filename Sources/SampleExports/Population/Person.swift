/// A person's position in the population.
typealias PersonID = Int32

extension PersonID {
  /// The eight digits of the pseudonym: all different, in no visible order.
  var pseudonymNumber: Int {
    // 61,803,399 has no divisor in common with 100,000,000: no two persons get the same number.
    (Int(self) * 61_803_399 + 27_182_818) % 100_000_000
  }
}

/// What integration law says of a person.
enum TargetGroup: Int, CaseIterable {
  case recht
  case plicht
  case naderTeBepalen
  case geen

  /// The label in the exports.
  var label: String {
    switch self {
    case .recht: "Rechthebbend"
    case .plicht: "Verplicht"
    case .naderTeBepalen: "Nader te bepalen"
    case .geen: "Geen doelgroep"
    }
  }

  /// The label in the contracts.
  var contractLabel: String {
    self == .naderTeBepalen ? "Niet bepaald" : label
  }
}

/// A synthetic person and what happened to that person first, as far as the files tell.
struct Person {
  /// The area in which the person registers, signs and learns.
  var area: WorkingArea
  /// The area of the inflow, mostly the same.
  var inflowArea: WorkingArea
  let group: TargetGroup
  var inflow: CalendarDay?
  var registration: CalendarDay?
  var contract: CalendarDay?
  /// The end of the first contract, also one planned after the delivered years.
  var contractEnd: CalendarDay?
  var firstCourse: CalendarDay?
  /// The language of the first course.
  var language: String?
}

/// Everybody who occurs in the exports of KBI.
struct Population {
  /// The persons; a `PersonID` is a position.
  var persons: [Person] = []

  /// Adds a person of whom nothing is known but area and group.
  mutating func add(in area: WorkingArea, group: TargetGroup = .recht) -> PersonID {
    persons.append(Person(area: area, inflowArea: area, group: group))
    return PersonID(persons.count - 1)
  }

  /// Reads or changes a person.
  subscript(id: PersonID) -> Person {
    get { persons[Int(id)] }
    set { persons[Int(id)] = newValue }
  }

  /// All persons' positions.
  var ids: Range<PersonID> { 0..<PersonID(persons.count) }
}
