internal import ArgumentParser
internal import Definitions
internal import Exports
internal import Findings
internal import Schemas

/// Shows one file as the program understands it.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Show one file as it is understood: its records on standard output, its findings on "
      + "standard error.",
    discussion: """
      The records of a file that belongs to a dataset are personal data: mind where they go.

      EXAMPLES
        kerncijfers read inputs/exports/loans/2019/north.csv --dataset loans
        kerncijfers read other.csv --delimiter ';' --encoding windows-1252
        kerncijfers read other.csv --csv > understood.csv
      """)

  @Argument(help: "The file.")
  var file: String

  @Option(help: "The dataset whose schema the file should have.")
  var dataset: String?

  @Option(help: "The character between fields, for a file of no dataset; 'tab' for a tab.")
  var delimiter = ","

  @Option(
    help: "The encoding, for a file of no dataset: utf-8 or windows-1252.",
    transform: ReadCommand.encoding(named:))
  var encoding = TextEncoding.utf8

  @Flag(inversion: .prefixedNo, help: "Whether the first line names the columns.")
  var header = true

  @Flag(help: "Give the records as CSV in UTF-8 instead of JSON lines.")
  var csv = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let reader = try recordReader()
    var names: [String]?
    let takesHeader = dataset != nil || header
    let (isUsable, findings) = reader.read { record in
      if takesHeader, names == nil {
        names = record.fields
        if csv { print(RecordText.csv(record.fields)) }
      } else {
        print(csv ? RecordText.csv(record.fields) : RecordText.json(record, names: names ?? []))
      }
    }
    FindingsPrinter(showsColours: StandardError.showsColours).print(findings)
    if !common.quiet { StandardError.write(FindingsPrinter.summary(of: findings)) }
    if !isUsable { throw CommandFailure(.unusableInputs) }
    if findings.contains(where: { $0.severity == .error }) { throw CommandFailure(.errorFindings) }
  }

  private static func encoding(named name: String) throws -> TextEncoding {
    guard let encoding = TextEncoding(rawValue: name.lowercased()) else {
      let names = TextEncoding.allCases.map(\.rawValue).joined(separator: " or ")
      throw ValidationError("'\(name)' is no known encoding, expected \(names)")
    }
    return encoding
  }

  private func recordReader() throws -> RecordReader {
    guard let dataset else {
      return RecordReader(
        path: file, dialect: Dialect(delimiter: try delimiterByte(), encoding: encoding),
        hasHeader: header)
    }
    let datasets = try common.folder.loadDefinitions().datasets
    guard let schema = datasets.first(where: { $0.name == dataset }) else {
      let hint = datasets.map(\.name).nearest(to: dataset).map { " (nearest: '\($0)')" } ?? ""
      throw CommandFailure(.badUse, "there is no dataset '\(dataset)'\(hint)")
    }
    return RecordReader(path: file, schema: schema)
  }

  private func delimiterByte() throws -> UInt8 {
    if delimiter == "tab" || delimiter == "\\t" { return UInt8(ascii: "\t") }
    guard let byte = delimiter.utf8.first, delimiter.utf8.count == 1, byte < 0x80, byte != 0x22
    else {
      throw CommandFailure(.badUse, "--delimiter is one ASCII character, for example ';' or 'tab'")
    }
    return byte
  }
}

/// Records as text.
enum RecordText {
  /// A record as one line of JSON: an object with the line and the fields by name, or by number
  /// where there is no header.
  static func json(_ record: RecordReader.Record, names: [String]) -> String {
    let fields = record.fields.enumerated().map { index, field in
      let name = index < names.count ? names[index] : String(index + 1)
      return "\(JSONString(name)): \(JSONString(field))"
    }
    return "{\"line\": \(record.line), \"fields\": {\(fields.joined(separator: ", "))}}"
  }

  /// A record as CSV with commas; fields are quoted where RFC 4180 asks for it.
  static func csv(_ fields: [String]) -> String {
    fields.map { field in
      let needsQuotes = field.unicodeScalars.contains {
        $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r"
      }
      return needsQuotes
        ? "\"\(field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
        : field
    }.joined(separator: ",")
  }
}
