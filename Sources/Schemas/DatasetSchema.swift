public import Findings

/// All exports of one kind: how they are delivered, written and keyed, and what they hold.
public struct DatasetSchema: Sendable, Hashable {
  /// The name, which is that of the folder with its deliveries.
  public let name: String

  /// The name that people read.
  public let title: String

  /// The system of record that delivers it.
  public let system: String

  /// Whether its values were kept by hand, so that figures from it say so.
  public let isKeptByHand: Bool

  /// How its files are written.
  public let dialect: Dialect

  /// How its files are named.
  public let naming: DeliveryNaming

  /// Its columns, in the declared order; deliveries may have another.
  public let columns: [Column]

  /// The column that is the primary key, unique over all years.
  public let primaryKey: String?

  /// The column of type date or year that decides the year of a record.
  public let eventColumn: String

  /// The rules that its records must follow beyond their types.
  public let rules: RecordRules

  /// By how many percent the number of records of a file may differ from that of the year before
  /// without a warning; nil when any change is normal.
  public let normalChange: Int?

  /// Where it is declared.
  public let location: SourceLocation

  /// Creates a schema.
  public init(
    name: String, title: String, system: String, isKeptByHand: Bool = false, dialect: Dialect,
    naming: DeliveryNaming, columns: [Column], primaryKey: String?, eventColumn: String,
    rules: RecordRules = RecordRules(), normalChange: Int? = nil, location: SourceLocation
  ) {
    self.normalChange = normalChange
    self.name = name
    self.title = title
    self.system = system
    self.isKeptByHand = isKeptByHand
    self.dialect = dialect
    self.naming = naming
    self.columns = columns
    self.primaryKey = primaryKey
    self.eventColumn = eventColumn
    self.rules = rules
    self.location = location
  }

  /// The column with this name.
  public func column(_ name: String) -> Column? {
    columns.first { $0.name == name }
  }
}

/// One column of a dataset.
public struct Column: Sendable, Hashable {
  /// The name in the header.
  public let name: String

  /// The name that people read.
  public let title: String

  /// What its fields hold.
  public let type: ColumnType

  /// Whether an empty field is an error.
  public let isRequired: Bool

  /// Whether the declared type and its values may be shown in a message; never for identifiers,
  /// free text and birth dates.
  public let isPublic: Bool

  /// Which of the wholes of its code list the records are about; nil where the list has none.
  public let scheme: CodeScheme?

  /// Creates a column.
  public init(
    name: String, title: String = "", type: ColumnType, isRequired: Bool, isPublic: Bool,
    scheme: CodeScheme? = nil
  ) {
    self.scheme = scheme
    self.name = name
    self.title = title.isEmpty ? name : title
    self.type = type
    self.isRequired = isRequired
    self.isPublic = isPublic
  }
}

/// How the files of a dataset are named within a year's folder.
public enum DeliveryNaming: Sendable, Hashable {
  /// One file for each member of a code list, `<slug>.csv`; `column` must agree with the file.
  case perMember(column: String, members: [String])

  /// One file for each month, `<year>-<month>.csv`; event dates must agree with the file.
  case perMonth

  /// One file a year, `<name>.csv`.
  case single(name: String)
}

/// What records must satisfy beyond the types of their fields.
public struct RecordRules: Sendable, Hashable {
  /// Fields that must be found as a key in another dataset.
  public let references: [Reference]

  /// Marks that a person may have once, for example a "first" contract.
  public let marks: [UniqueMark]

  /// Dates that must not come before another date of the record.
  public let orders: [DateOrder]

  /// Columns of which a record that fills no others is an *empty record*: a finding, and counted
  /// nowhere. Empty when the dataset has no such records.
  public let emptyRecordColumns: [String]

  /// A column that may only be filled when another has one of these codes (slugs).
  public let onlyWith: [FilledOnlyWith]

  /// The words by which names of persons are known: no column but an identifier may hold them.
  public let personNames: PersonNames

  /// Creates rules; without arguments there are none.
  public init(
    references: [Reference] = [], marks: [UniqueMark] = [], orders: [DateOrder] = [],
    emptyRecordColumns: [String] = [], onlyWith: [FilledOnlyWith] = [],
    personNames: PersonNames = PersonNames()
  ) {
    self.personNames = personNames
    self.references = references
    self.marks = marks
    self.orders = orders
    self.emptyRecordColumns = emptyRecordColumns
    self.onlyWith = onlyWith
  }
}

/// A column whose values are keys of another dataset.
public struct Reference: Sendable, Hashable {
  /// The column that refers.
  public let column: String

  /// The dataset whose primary key is referred to.
  public let dataset: String

  /// Creates a reference.
  public init(column: String, dataset: String) {
    self.column = column
    self.dataset = dataset
  }
}

/// A mark that may stand at one record of each person only.
public struct UniqueMark: Sendable, Hashable {
  /// The column with the mark, of a code type.
  public let column: String

  /// The slug of the code that is the mark.
  public let code: String

  /// The column of the person.
  public let person: String

  /// Creates a mark.
  public init(column: String, code: String, person: String) {
    self.column = column
    self.code = code
    self.person = person
  }
}

/// Two dates of one record that must be in order.
public struct DateOrder: Sendable, Hashable {
  /// The column of the date that comes first, or on the same day.
  public let earlier: String

  /// The column of the date that follows.
  public let later: String

  /// Creates an order.
  public init(earlier: String, later: String) {
    self.earlier = earlier
    self.later = later
  }
}

/// A column that may only be filled where another has one of the given codes.
public struct FilledOnlyWith: Sendable, Hashable {
  /// The column that may be filled.
  public let column: String

  /// The column that decides.
  public let other: String

  /// The slugs of the codes that permit it.
  public let codes: [String]

  /// Creates the rule.
  public init(column: String, other: String, codes: [String]) {
    self.column = column
    self.other = other
    self.codes = codes
  }
}
