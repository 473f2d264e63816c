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
      The records of a file that belongs to a dataset are personal data: mind where they go. Records
      that would not be counted are marked "set_apart"; --csv leaves them out.

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
        names = RecordText.distinct(record.fields)
        if csv { print(RecordText.csv(record.fields)) }
      } else if !csv {
        print(RecordText.json(record, names: names ?? []))
      } else if !record.isSetApart {
        print(RecordText.csv(record.fields))
      }
    }
    FindingsPrinter(showsColours: StandardError.showsColours).print(findings)
    ProgramLog.say(.info, FindingsPrinter.summary(of: findings))
    if !isUsable { throw CommandFailure(.unusableInputs) }
    if findings.gravest == .error { throw CommandFailure(.errorFindings) }
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
    guard let byte = delimiter.utf8.first, delimiter.utf8.count == 1, byte < 0x80,
      ![0x22, 0x0A, 0x0D].contains(byte)
    else {
      throw CommandFailure(.badUse, "--delimiter is one ASCII character, for example ';' or 'tab'")
    }
    return byte
  }
}

/// Records as text.
enum RecordText {
  /// Names of which no two are the same, so that no field of a record hides another: one that no
  /// column before it has stays as it is; another gets its number, and an empty one is its number.
  static func distinct(_ names: [String]) -> [String] {
    var taken = Set(names)
    var seen: Set<String> = [""]
    return names.enumerated().map { index, name in
      if seen.insert(name).inserted { return name }
      return free(name.isEmpty ? String(index + 1) : "\(name) (\(index + 1))", index, &taken)
    }
  }

  private static func free(_ name: String, _ index: Int, _ taken: inout Set<String>) -> String {
    var own = name
    while !taken.insert(own).inserted { own += " (\(index + 1))" }
    return own
  }

  /// A record as one line of JSON: an object with the line and the fields by name, or by number
  /// where there is no header.
  static func json(_ record: RecordReader.Record, names: [String]) -> String {
    // Fields beyond those of the header have a number for a name.
    var taken = record.fields.count > names.count ? Set(names) : []
    let fields = record.fields.enumerated().map { index, field in
      let name =
        index < names.count
        ? names[index]
        : free(names.isEmpty ? String(index + 1) : "field \(index + 1)", index, &taken)
      return "\(JSONString(name)): \(JSONString(field))"
    }
    let mark = record.isSetApart ? "\"set_apart\": true, " : ""
    return "{\"line\": \(record.line), \(mark)\"fields\": {\(fields.joined(separator: ", "))}}"
  }

  /// A record as CSV with commas; fields are quoted where RFC 4180 asks for it, and a lone empty
  /// field, which would be an empty line.
  static func csv(_ fields: [String]) -> String {
    fields == [""] ? "\"\"" : fields.map(csvField).joined(separator: ",")
  }

  // By code points: a quote may be one character together with the accent after it.
  private static func csvField(_ field: String) -> String {
    let special: Set<Unicode.Scalar> = [",", "\"", "\n", "\r"]
    guard field.unicodeScalars.contains(where: special.contains) else { return field }
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in field.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}
