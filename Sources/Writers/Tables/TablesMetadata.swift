internal import FoundationEssentials
public import Reports

/// What a reader of the CSV files must know, beside them: `csv-metadata.json`, in the form of the
/// W3C's "Metadata Vocabulary for Tabular Data", where programs look for it.
public enum TablesMetadata {
  /// The metadata of a report's tables: whose they are, what they are not, whom to ask, and what
  /// each column holds.
  public static func json(_ report: Report) -> String {
    let group = TableGroup(
      context: Context(language: report.language), title: report.title,
      publisher: report.publisher, description: report.disclaimer, contact: report.contact,
      tables: [
        Table(url: "figures.csv", columns: figureColumns),
        Table(url: "findings.csv", columns: findingColumns),
      ])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Plain texts in plain structures can always be encoded.
    let bytes = (try? encoder.encode(group)) ?? Data()
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }

  private static let figureColumns = [
    Column("figure", "the figure's id"), Column("title", "the figure's title"),
    Column("row", "the row's label"), Column("column", "the column's label"),
    Column("value", "the exact value, shares and changes in percent", datatype: "decimal"),
    Column(
      "marker", "why there is no value: - not available, z not applicable, c suppressed, w withheld"
    ),
    Column("unit", "what one unit of the value is"),
    Column("source", "exports, hand (kept by hand) or register (printed by an earlier report)"),
    Column("status", "validated: the definition is agreed; indicative: it is the agency's own"),
    Column("note", "what the value does not mean"),
  ]

  private static let findingColumns = [
    Column("severity", "error: left out; warning: counted, but look; note: for the record"),
    Column("code", "the rule"), Column("dataset", "the dataset"),
    Column("file", "the delivery or definition file"),
    Column("line", "the line, from 1", datatype: "integer"),
    Column("column", "the character on the line, from 1", datatype: "integer"),
    Column("message", "what was found and what was expected"),
  ]

  private struct TableGroup: Encodable {
    let context: Context
    let title: String
    let publisher: String
    let description: String
    let contact: String
    let tables: [Table]

    enum CodingKeys: String, CodingKey {
      case context = "@context"
      case title = "dc:title"
      case publisher = "dc:publisher"
      case description = "dc:description"
      case contact = "dcat:contactPoint"
      case tables
    }
  }

  /// The vocabulary, and the language of the texts.
  private struct Context: Encodable {
    let language: String

    func encode(to encoder: any Encoder) throws {
      var values = encoder.unkeyedContainer()
      try values.encode("http://www.w3.org/ns/csvw")
      try values.encode(["@language": language])
    }
  }

  private struct Table: Encodable {
    let url: String
    let tableSchema: TableSchema

    init(url: String, columns: [Column]) {
      self.url = url
      tableSchema = TableSchema(columns: columns)
    }
  }

  private struct TableSchema: Encodable {
    let columns: [Column]
  }

  private struct Column: Encodable {
    let name: String
    let titles: String
    let datatype: String
    let description: String

    init(_ name: String, _ description: String, datatype: String = "string") {
      self.name = name
      titles = name
      self.datatype = datatype
      self.description = description
    }

    enum CodingKeys: String, CodingKey {
      case name, titles, datatype
      case description = "dc:description"
    }
  }
}
