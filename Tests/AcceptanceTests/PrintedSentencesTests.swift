import Foundation
import Testing

/// Holds the sentences of the run of 2019 against those of the printed report.
@Suite struct PrintedSentencesTests {
  private func exceptions() throws -> [String: String] {
    let file = Program.root.appending(path: "Tests/AcceptanceTests/sentence-exceptions.csv")
    return Dictionary(
      try rows(ofCSV: file).map { ($0["id"] ?? "", $0["reason"] ?? "") }
    ) { first, _ in first }
  }

  /// A text on one line, without Markdown's escapes and with points between thousands.
  private func normalized(_ text: String) -> String {
    var result = ""
    var previous: Character = " "
    var characters = Substring(text)
    while let character = characters.popFirst() {
      if character == "\\" { continue }
      let isBlank = character.isWhitespace
      let next = characters.prefix(3)
      if isBlank, previous.isNumber, next.count == 3, next.allSatisfy(\.isNumber) {
        result.append(".")
      } else if !(isBlank && previous == " ") {
        result.append(isBlank ? " " : character)
      }
      previous = isBlank ? " " : character
    }
    return result
  }

  @Test func `all sentences that can be checked come out as printed, but for the listed ones`()
    throws
  {
    let markdown = try String(
      contentsOf: FreshRun.file("jaarverslag-2019.md"), encoding: .utf8)
    let text = normalized(markdown)
    let exceptions = try exceptions()
    let statements = try rows(
      ofCSV: Program.root.appending(path: "Tests/AcceptanceTests/Print/statements-2019.csv"))
    let checkable = statements.filter { !($0["expected"] ?? "").contains("checkable=no") }
    #expect(checkable.count == 95)
    for statement in checkable {
      var sentence = normalized(statement["sentence"] ?? "")
      while let last = sentence.last, ".: ".contains(last) { sentence.removeLast() }
      let isPrinted = text.contains(sentence)
      let id = statement["id"] ?? ""
      #expect(isPrinted == (exceptions[id] == nil), "\(id): \(sentence)")
    }
  }

  @Test func `every exception says why`() throws {
    for (id, reason) in try exceptions() { #expect(reason.count > 20, "\(id)") }
  }
}
