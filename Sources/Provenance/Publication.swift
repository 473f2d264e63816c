internal import FoundationEssentials
internal import Reports

/// The cells of a run in the form of the register, and what is known about their publication.
public struct Publication: Sendable, Hashable {
  /// The table of the register.
  public let csv: String

  /// The number of cells.
  public let cellCount: Int

  /// The columns of the register's tables.
  static let columns = [
    "figure", "title", "row_label", "column_label", "value", "marker", "note",
  ]

  /// Creates the publication of a run's `figures.csv`; nil when it is not such a table.
  public init?(figures bytes: [UInt8]) {
    guard let records = DelimitedText.records(of: bytes), let header = records.first else {
      return nil
    }
    let names = ["figure", "title", "row", "column", "value", "marker", "note", "unit"]
    let places = names.compactMap(header.firstIndex(of:))
    guard places.count == names.count else { return nil }
    var text = Publication.line(Publication.columns)
    for record in records.dropFirst() {
      guard record.count == header.count else { return nil }
      let fields = places.map { record[$0] }
      let marker = Publication.marker(value: fields[4], marker: fields[5], unit: fields[7])
      text += Publication.line(fields[0..<5] + [marker, fields[6]])
    }
    csv = text
    cellCount = records.count - 1
  }

  /// The register's marker: a printed dash, a percentage, or none. What was left
  /// blank to protect persons stays so; what was withheld was not printed.
  private static func marker(value: String, marker: String, unit: String) -> String {
    if marker == CellValue.suppressed.marker { return marker }
    if value.isEmpty { return marker == "-" || marker == "z" ? "-" : "" }
    return unit == "%" ? "%" : ""
  }

  private static func line(_ fields: [String]) -> String {
    fields.map { field in
      let needsQuotes = field.unicodeScalars.contains {
        $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r"
      }
      guard needsQuotes else { return field }
      let doubled = field.split(separator: "\"", omittingEmptySubsequences: false)
      return "\"\(doubled.joined(separator: "\"\""))\""
    }.joined(separator: ",") + "\n"
  }
}

/// What is known about a publication, kept beside its cells.
public struct PublicationRecord: Sendable, Hashable, Codable {
  /// The report's id.
  public let report: String

  /// The period's id.
  public let period: String

  /// Which publication of the period it is, from 1.
  public let version: Int

  /// The day of publication, `yyyy-mm-dd`.
  public let publishedOn: String

  /// Why the period was published again; empty for the first time.
  public let reason: String

  /// The SHA-256 of the run's manifest.
  public let manifest: String

  /// The version of the program that made the run.
  public let program: String

  /// The SHA-256 of the cells.
  public let cells: String

  /// Which small counts were left blank, in words; nil where all were printed.
  public let suppression: String?

  /// Creates a record.
  public init(
    report: String, period: String, version: Int, publishedOn: String, reason: String,
    manifest: Digest, program: String, cells: Digest, suppression: String? = nil
  ) {
    self.report = report
    self.period = period
    self.version = version
    self.publishedOn = publishedOn
    self.reason = reason
    self.manifest = manifest.hexadecimal
    self.program = program
    self.cells = cells.hexadecimal
    self.suppression = suppression
  }

  /// Reads a record; nil when the bytes are none.
  public init?(reading bytes: [UInt8]) {
    guard let record = try? JSONDecoder().decode(PublicationRecord.self, from: Data(bytes)) else {
      return nil
    }
    self = record
  }
}
