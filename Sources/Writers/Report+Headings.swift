import Indicators
import Reports

extension Figure {
  /// The label and the title, for example `Figuur 4. Aanmeldingen in 2015-2019`.
  var heading: String {
    if label.isEmpty { return title }
    return title.isEmpty || title == label ? label : "\(label). \(title)"
  }
}

extension Report {
  /// The period as the reader knows it: the year, or the year and its part.
  var periodText: String {
    calendar.name(of: period)
  }
}

extension Chapter {
  /// The chapter's anchor, which no figure has.
  var anchor: String { "chapter-" + id }
}
