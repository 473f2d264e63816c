internal import Findings

/// What is declared under names of one kind, and where.
///
/// A name whose declaration is broken is known all the same: what refers to it is not reported.
struct NameTable<Value> {
  /// What the names stand for, in messages, for example `code list`.
  let kind: String

  /// Whether a declaration has no readable name, or its file cannot be read: a name that is not
  /// known may then be meant there, and is not reported.
  var isIncomplete = false

  private var values: [String: Value?] = [:]
  private var places: [String: Place] = [:]
  private var namesByFoldedName: [String: String] = [:]

  /// Creates an empty table.
  init(kind: String) {
    self.kind = kind
  }

  /// The names, sorted.
  var names: [String] { values.keys.sorted() }

  /// Adds a name; reports one that is there already, also where only case differs.
  mutating func declare(_ name: TextValue, _ value: Value?, log: FindingCollector) {
    if let other = namesByFoldedName[name.text.lowercased()], let place = places[other] {
      log.report(
        "duplicate-name", at: name.place,
        "\(kind) '\(name.text)' is also declared\(other == name.text ? "" : " as '\(other)'") at "
          + "\(place.location.description), expected a name used once",
        fix: "remove or rename one of the two")
      return
    }
    namesByFoldedName[name.text.lowercased()] = name.text
    values[name.text] = .some(value)
    places[name.text] = name.place
  }

  /// Whether a name is declared.
  func contains(_ name: String) -> Bool {
    values[name] != nil
  }

  /// What a name stands for; nil where it is unknown or broken.
  subscript(name: String) -> Value? {
    values[name] ?? nil
  }

  /// Where a name is declared.
  func place(of name: String) -> Place? {
    places[name]
  }

  /// What a name stands for; an unknown one is reported.
  func resolve(_ name: TextValue, log: FindingCollector) -> Value? {
    guard contains(name.text) else {
      if isIncomplete { return nil }
      log.reportUnknown(kind, name.text, at: name.place, among: names)
      return nil
    }
    return self[name.text]
  }
}
