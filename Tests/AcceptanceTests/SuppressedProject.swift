import Foundation
import Testing

/// The town library with loans whose numbers are like no others, and a profile that leaves small
/// counts blank. Three films were lent at the central library.
struct SuppressedProject {
  /// Where it is.
  let folder: TemporaryFolder

  /// What is left blank: the small count, and the three that would give it away.
  static let hidden = [3, 1787, 2129, 3253]

  /// How many items of each kind were lent, by branch.
  static let loans = [
    "Central": [("Book", 4211), ("Film", 3), ("Board game", 1787)],
    "Harbor": [("Book", 6347), ("Film", 2129), ("Board game", 3253)],
  ]

  init(suppression: String = "below: 5") throws {
    folder = try TemporaryFolder()
    try folder.copy(
      Program.root.appending(path: "Tests/AcceptanceTests/Cases/library-loans/inputs"),
      to: "inputs")
    for (branch, file) in [("Central", "central"), ("Harbor", "harbour")] {
      try folder.file("inputs/exports/loans/2023/\(file).csv", Data(lines(of: branch).utf8))
    }
    try edit("keyFigure: \"1\"", "keyFigure: \"1\"\n\(profiles(suppression))")
    try edit("words:\n", "words:\n  suppressed-meaning: A c means left blank to protect members.\n")
    try edit("      - text: New members", "\(countsFigure)      - text: New members")
  }

  /// Runs the program in the project.
  func kerncijfers(_ arguments: String...) throws -> Program {
    try Program.run(Program.builds.appending(path: "kerncijfers"), arguments, in: folder.url)
  }

  /// A file of the project.
  func url(_ path: String) -> URL { folder.url.appending(path: path) }

  /// Everything that a run wrote for its readers, the parts of the workbook too, as text by file.
  func outputs(of run: String) throws -> [String: String] {
    let script = """
      import json, pathlib, sys, zipfile
      texts = {}
      for path in pathlib.Path(sys.argv[1]).rglob("*"):
          if path.suffix == ".xlsx":
              with zipfile.ZipFile(path) as book:
                  for part in book.namelist():
                      texts[part] = book.read(part).decode("utf-8")
          elif path.is_file() and path.name not in ("manifest.json", "run.json"):
              texts[path.name] = path.read_text(encoding="utf-8")
      print(json.dumps(texts))
      """
    let program = try Program.run(Program.python, ["-c", script, url(run).path])
    #expect(program.exitCode == 0, "\(program.messages)")
    return try JSONDecoder().decode([String: String].self, from: Data(program.output.utf8))
  }

  /// Delivers more loans of a kind at a branch.
  func deliver(late count: Int, of item: String, at branch: String) throws {
    let file = url("inputs/exports/loans/2023/\(branch == "Central" ? "central" : "harbour").csv")
    var text = try String(contentsOf: file, encoding: .utf8)
    for number in 1...count {
      text += "L\(90_000 + number),M000\(1 + number % 6),2023-11-12,,\(branch),\(item),no,0\n"
    }
    try Data(text.utf8).write(to: file)
  }

  /// Replaces text that the report's definition must hold.
  func edit(_ old: String, _ new: String) throws {
    let file = url("inputs/definitions/reports/review.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(text.contains(old))
    try Data(text.replacing(old, with: new, maxReplacements: 1).utf8).write(to: file)
  }

  private func profiles(_ suppression: String) -> String {
    """
    profiles:
      - {id: desk, form: directors}
      - {id: web, form: publication, suppression: {\(suppression)}}
      - {id: board, form: directors, suppression: {\(suppression)}}
    """
  }

  private var countsFigure: String {
    """
          - figure:
              id: "4"
              label: Figure 4
              title: Loans of each kind in {year}
              rowTitle: Branch
              indicator: loans
              rows: [{members: branch}, {total: Total}]
              columns: [{members: {dimension: item}}, {total: All kinds}]
              chart: {kind: bars}
          - sentences:
              - id: S3
                text: The central library lent {films} {films.word:film|films}.
                bind: {films: {cell: {figure: "4", row: Central library, column: Film}}}

    """
  }

  private func lines(of branch: String) -> String {
    var text = "loan_id,member_id,lent,returned,branch,item,first_loan,renewals\n"
    var number = branch == "Central" ? 10_000 : 30_000
    for (item, count) in Self.loans[branch] ?? [] {
      for index in 0..<count {
        number += 1
        let member = "M000\(1 + index % 6)"
        text += "L\(number),\(member),2023-0\(6 + index % 4)-12,,\(branch),\(item),no,0\n"
      }
    }
    return text
  }
}
