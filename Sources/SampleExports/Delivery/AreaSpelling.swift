/// How the working area is spelled in a record: mostly the label, sometimes a known variant.
///
/// The variants are those of the code list, and any spelling that differs in case or in
/// surrounding blanks and no-break spaces only.
struct AreaSpelling {
  private var generator: SeededGenerator

  /// Creates the spelling of one dataset and year.
  init(dataset: String, year: SampleYear) {
    generator = SeededGenerator(subject: "spelling " + dataset, year: year)
  }

  /// The spelling in the next record.
  mutating func next(of area: WorkingArea) -> String {
    switch generator.below(1000) {
    case 0..<12: generator.element(of: Self.variants(of: area))
    case 12..<15: area.slug
    case 15..<18: area.label.uppercased()
    case 18..<21: area.label.lowercased()
    case 21..<26: area.label + " "
    case 26..<29: area.label + "\u{a0}"
    case 29..<30: " " + area.label
    default: area.label
    }
  }

  private static func variants(of area: WorkingArea) -> [String] {
    switch area {
    case .antwerpen: ["Prov. Antwerpen", "Antwerpen (provincie)"]
    case .brussel: ["Brussels gewest", "Brussels Hoofdstedelijk Gewest"]
    case .oostVlaanderen: ["Oost Vlaanderen"]
    case .vlaamsBrabant: ["Vl.-Brabant"]
    case .westVlaanderen: ["West Vlaanderen"]
    case .limburg, .stadAntwerpen, .stadGent: [area.label]
    }
  }
}
