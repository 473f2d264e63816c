/// Whose file a record of KBI is in: a working area, or an organisation.
protocol DeliveringPlace: RawRepresentable<Int>, CaseIterable {
  /// The name of the place's file.
  var slug: String { get }
  /// The label that the records hold.
  var label: String { get }
}

/// The working areas; the first six are those of AgII, in the order of the printed report.
enum WorkingArea: Int, DeliveringPlace {
  case antwerpen
  case brussel
  case limburg
  case oostVlaanderen
  case vlaamsBrabant
  case westVlaanderen
  case stadAntwerpen
  case stadGent

  /// The areas of AgII with Brussels.
  static let six: [WorkingArea] = Array(allCases.prefix(6))

  /// The areas of AgII without Brussels.
  static let five: [WorkingArea] = six.filter { $0 != .brussel }

  var slug: String {
    switch self {
    case .antwerpen: "antwerpen"
    case .brussel: "brussel"
    case .limburg: "limburg"
    case .oostVlaanderen: "oost-vlaanderen"
    case .vlaamsBrabant: "vlaams-brabant"
    case .westVlaanderen: "west-vlaanderen"
    case .stadAntwerpen: "stad-antwerpen"
    case .stadGent: "stad-gent"
    }
  }

  var label: String {
    switch self {
    case .antwerpen: "Provincie Antwerpen"
    case .brussel: "Brussel"
    case .limburg: "Limburg"
    case .oostVlaanderen: "Oost-Vlaanderen"
    case .vlaamsBrabant: "Vlaams-Brabant"
    case .westVlaanderen: "West-Vlaanderen"
    case .stadAntwerpen: "Stad Antwerpen"
    case .stadGent: "Stad Gent"
    }
  }
}

/// The agencies.
enum Organisation: Int, DeliveringPlace {
  case agii
  case hvnBrussel
  case atlas
  case inGent

  var slug: String {
    switch self {
    case .agii: "agii"
    case .hvnBrussel: "hvn-brussel"
    case .atlas: "atlas"
    case .inGent: "in-gent"
    }
  }

  var label: String {
    switch self {
    case .agii: "AgII"
    case .hvnBrussel: "HvN Brussel"
    case .atlas: "Atlas"
    case .inGent: "In-Gent"
    }
  }

  /// The areas whose people it serves.
  var areas: [WorkingArea] {
    switch self {
    case .agii: WorkingArea.five
    case .hvnBrussel: [.brussel]
    case .atlas: [.stadAntwerpen]
    case .inGent: [.stadGent]
    }
  }
}
