internal import Archive
internal import ArgumentParser
internal import Provenance

/// Puts all runs and the register into a database.
struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Put the cells, findings and provenance of all runs into an SQLite database.",
    discussion: """
      The database is made anew from the runs below 'reports' and the register, for questions in SQL;
      'query --published' answers from it too.

      EXAMPLES
        kerncijfers archive
        kerncijfers archive --output /elsewhere/archive.sqlite
      """)

  @Option(help: "The file to write; without it reports/archive.sqlite in the project.")
  var output: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let archive = ArchiveFile(folder: common.folder)
    let path = output ?? archive.path
    let content = try archive.write(to: path)
    for name in content.leftOut {
      ProgramLog.say(
        .warning, "'\(common.folder.reports)/\(name)' is left out: it is not as it was written")
    }
    let cells = content.runs.reduce(0) { $0 + $1.cells.cells.count }
    let published = content.publications.reduce(0) { $0 + $1.cells.count }
    if common.json {
      print(
        "{\"output\": \(JSONString(path)), \"runs\": \(content.runs.count), "
          + "\"cells\": \(cells), \"published\": \(published)}")
    } else {
      print("\(content.runs.count) runs, \(cells) cells, \(published) published cells; \(path)")
    }
  }
}
