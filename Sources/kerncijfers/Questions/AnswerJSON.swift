internal import Indicators

/// An answer as JSON.
struct AnswerJSON {
  /// The text, ending with a line end.
  let text: String

  /// Creates the JSON of an answer: its facts (those that occur several times as a list), its
  /// numbers, and the deliveries that they come from.
  init(
    _ answer: Answer, facts: [(name: String, text: String)], records: [AnswerText.Record]
  ) {
    var names: [String] = []
    for fact in facts where !names.contains(fact.name) { names.append(fact.name) }
    let members = names.map { name in
      let texts = facts.filter { $0.name == name }.map { JSONString($0.text).description }
      return "\(JSONString(name)): "
        + (texts.count == 1 ? texts[0] : "[\(texts.joined(separator: ", "))]")
    }
    let cells = records.map { record in
      let narrowed = zip(answer.question.dimensions, record.members).map {
        "\(JSONString($0)): \(JSONString($1.slug))"
      }
      let values = zip(AnswerText.valueColumns, record.fields).map {
        "\(JSONString($0)): \(JSONString($1))"
      }
      // Apart, since a dimension can be called as one of the values is.
      let members = "\"members\": {\(narrowed.joined(separator: ", "))}"
      return "    {\(([members] + values).joined(separator: ", "))}"
    }
    let files = answer.deliveries.map { book in
      "    {\"file\": \(JSONString(book.file)), \"recordsRead\": \(book.recordsRead), "
        + "\"recordsCounted\": \(book.recordsCounted)}"
    }
    text =
      "{\n  \(members.joined(separator: ",\n  ")),\n  \"cells\": [\n"
      + cells.joined(separator: ",\n") + "\n  ],\n  \"files\": [\n"
      + files.joined(separator: ",\n") + "\n  ]\n}\n"
  }
}
