/// The free text of a question: with delimiters, quotes, line breaks and accents, as people write.
///
/// Never anything about a person: no name, number, address or telephone.
enum HelpdeskSubjects {
  private static let topics = [
    "Gezinshereniging", "Regularisatie om medische redenen", "Nationaliteitsverklaring",
    "Erkenning van een kind", "Huwelijk in het buitenland", "Gecombineerde vergunning",
    "Recht op equivalent leefloon", "Beroep bij de RvV", "Verlenging van de A-kaart",
    "Inschrijving in het vreemdelingenregister", "Subsidiaire bescherming",
    "Echtscheiding naar buitenlands recht",
    "Niet-begeleide minderjarige", "Dringende medische hulp", "Terugkeer naar België",
  ]

  private static let details = [
    "welke documenten zijn nodig; en binnen welke termijn?",
    "de gemeente vraagt een \"gelegaliseerde\" akte – kan dat?",
    "wat is het verschil tussen bijlage 15 en \"bijlage 19ter\"?",
    "mag de cliënt al werken; of pas na de beslissing?",
    "vertaling door een beëdigd vertaler – wie betaalt de kosten (± €50 per pagina)?",
    "één ouder verblijft in het buitenland, hoe zit het met het ouderlijk gezag?",
    "partner heeft een “F-kaart”; sociale dienst twijfelt over de bijdrage",
    "kan het dossier heropend worden… en door wie?",
    "reïntegratie na een lang verblijf, zie ook eerder advies",
    "naïeve vraag misschien: telt de periode vóór de aanvraag mee?",
  ]

  private static let endings = [
    "Graag een antwoord vóór de zitting.", "Al verwezen naar de website; toch onduidelijk.",
    "De dienst 'vreemdelingenzaken' geeft geen uitleg.", "Zie \"themapagina\" op de website.",
  ]

  /// A text, or none for one question in four.
  static func subject(using generator: inout SeededGenerator) -> String? {
    if generator.happens(perMille: 250) { return nil }
    let start = generator.element(of: topics) + ": " + generator.element(of: details)
    let detail = generator.element(of: details)
    let ending = generator.element(of: endings)
    return switch generator.below(100) {
    case 0..<6: start + "\r\n" + ending
    case 6..<10: start + "\n- " + detail + "\n- " + ending
    case 10..<12: "\"" + generator.element(of: topics) + "\""
    case 12..<35: generator.element(of: topics)
    default: start
    }
  }
}
