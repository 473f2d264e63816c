public import Schemas
import Findings

/// Short ways to declare datasets in a test.
public enum ExportSchema {
  /// A dataset with `;` between fields, in UTF-8, one file a year called `all.csv`.
  public static func dataset(
    _ name: String, _ columns: [Column], key: String? = nil, event: String,
    naming: DeliveryNaming = .single(name: "all"),
    dialect: Dialect = Dialect(delimiter: UInt8(ascii: ";")), rules: RecordRules = RecordRules()
  ) -> DatasetSchema {
    DatasetSchema(
      name: name, title: name, system: "the library", dialect: dialect, naming: naming,
      columns: columns, primaryKey: key, eventColumn: event, rules: rules,
      location: SourceLocation(file: "datapackage.yaml"))
  }

  /// An identifier of a pattern.
  public static func identifier(
    _ name: String, _ pattern: String = "L[0-9]{4}", required: Bool = true
  ) -> Column {
    guard let form = IdentifierPattern(pattern) else { preconditionFailure("bad pattern") }
    return Column(name: name, type: .identifier(form), isRequired: required, isPublic: false)
  }

  /// A date.
  public static func date(
    _ name: String, _ notation: DateNotation = .iso, required: Bool = true, isPublic: Bool = true
  ) -> Column {
    Column(name: name, type: .date(notation), isRequired: required, isPublic: isPublic)
  }

  /// A code of a list with these labels, whose slugs are the labels in lower case.
  public static func code(_ name: String, _ labels: [String], required: Bool = true) -> Column {
    Column(name: name, type: .code(list(name, labels)), isRequired: required, isPublic: true)
  }

  /// Several codes of a list with these labels, divided by `|`.
  public static func codes(_ name: String, _ labels: [String], required: Bool = false) -> Column {
    Column(
      name: name, type: .codes(list(name, labels), separator: UInt8(ascii: "|")),
      isRequired: required, isPublic: true)
  }

  /// A column of any type that may be empty.
  public static func column(
    _ name: String, _ type: ColumnType, required: Bool = false, isPublic: Bool = true
  ) -> Column {
    Column(name: name, type: type, isRequired: required, isPublic: isPublic)
  }

  private static func list(_ name: String, _ labels: [String]) -> CodeList {
    let codes = labels.map { Code(slug: $0.lowercased(), label: $0) }
    guard let list = try? CodeList(name: name, title: name, codes: codes) else {
      preconditionFailure("bad code list")
    }
    return list
  }
}
