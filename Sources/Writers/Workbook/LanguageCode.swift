/// The codes by which formats of numbers name a language (MS-LCID), for the tags of languages.
enum LanguageCode {
  private static let codes = [
    "nl-BE": "813", "nl-NL": "413", "nl": "413", "fr-BE": "80C", "fr-FR": "40C", "fr": "40C",
    "de-BE": "407", "de-DE": "407", "de": "407", "en-GB": "809", "en-US": "409", "es-ES": "C0A",
    "it-IT": "410", "pt-PT": "816",
  ]

  /// The code of a language; empty for one that is not known, which is then that of the machine.
  static func code(of tag: String) -> String {
    codes[tag] ?? ""
  }
}
