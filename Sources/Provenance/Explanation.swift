/// How a cell came about, for whoever asks.
public struct Explanation: Sendable, Encodable {
  /// Where the cell stands.
  public let place: CellPlace

  /// The exact value as a plain decimal; empty when there is none.
  public let value: String

  /// Why there is no value; empty when there is one.
  public let marker: String

  /// The value as the report prints it.
  public let printed: String

  /// What one unit of it is.
  public let unit: String

  /// `validated` or `indicative`.
  public let status: String

  /// How the cell follows from numbers and other cells, in words.
  public let formula: String

  /// The question that 'query' answers with the same number, as its arguments; empty where the cell
  /// is no answer to one.
  public let question: [String]

  /// The numbers that it comes from, in order.
  public let numbers: [ExplainedNumber]

  /// What earlier reports printed for it, the earliest first.
  public let publications: [ExplainedPublication]

  /// The notes that the report prints with it: breaks, and what it does not mean.
  public let notes: [String]

  /// Creates an explanation.
  public init(
    place: CellPlace, value: String, marker: String, printed: String, unit: String,
    status: String, formula: String, question: [String], numbers: [ExplainedNumber],
    publications: [ExplainedPublication], notes: [String]
  ) {
    self.place = place
    self.value = value
    self.marker = marker
    self.printed = printed
    self.unit = unit
    self.status = status
    self.formula = formula
    self.question = question
    self.numbers = numbers
    self.publications = publications
    self.notes = notes
  }
}

/// A number that a cell comes from.
public struct ExplainedNumber: Sendable, Encodable {
  /// What it is in the cell, for example `numerator`; empty for the cell itself.
  public let role: String

  /// The indicator's id and title.
  public let indicator: String

  /// The indicator's title.
  public let title: String

  /// How the indicator counts, in words.
  public let definition: String

  /// The file and line of the definition.
  public let definedAt: String

  /// Who agreed to the definition and when; empty for one that is the agency's own.
  public let validated: String

  /// The records that count, in words.
  public let selection: String

  /// The number; empty when there is none.
  public let value: String

  /// The deliveries it came from, with the records of each.
  public let deliveries: [ExplainedDelivery]

  /// What is not certain about the records, in words; empty when they add up to the number.
  public let remark: String

  /// Creates a number.
  public init(
    role: String, indicator: String, title: String, definition: String, definedAt: String,
    validated: String = "", selection: String, value: String, deliveries: [ExplainedDelivery],
    remark: String
  ) {
    self.role = role
    self.indicator = indicator
    self.title = title
    self.definition = definition
    self.definedAt = definedAt
    self.validated = validated
    self.selection = selection
    self.value = value
    self.deliveries = deliveries
    self.remark = remark
  }
}

extension ExplainedNumber {
  /// What is said instead of a number that a profile leaves out.
  private static let notTold =
    "numbers and records are not told with a profile that leaves small counts blank"

  /// Whether the number is there but not told.
  public var isNotTold: Bool { remark == ExplainedNumber.notTold }

  /// The same without the number and the records behind it.
  public var withoutNumbers: ExplainedNumber {
    ExplainedNumber(
      role: role, indicator: indicator, title: title, definition: definition,
      definedAt: definedAt, validated: validated, selection: selection, value: "",
      deliveries: [], remark: ExplainedNumber.notTold
    )
  }
}

/// A delivery that a number comes from.
public struct ExplainedDelivery: Sendable, Encodable {
  /// The file.
  public let file: String

  /// How many of its records are in the number.
  public let records: Int

  /// How many of its records were left out of every number, by the rule that says why.
  public let leftOut: [String: Int]

  /// Creates a delivery.
  public init(file: String, records: Int, leftOut: [String: Int]) {
    self.file = file
    self.records = records
    self.leftOut = leftOut
  }
}

/// What a report printed for a cell.
public struct ExplainedPublication: Sendable, Encodable {
  /// The report and its period.
  public let report: String

  /// The printed number; `-` for a dash, empty for a blank.
  public let value: String

  /// Whether it is the number that the cell has now, as far as it was printed.
  public let isSame: Bool

  /// The file and line in the register.
  public let place: String

  /// Creates a publication.
  public init(report: String, value: String, isSame: Bool, place: String) {
    self.report = report
    self.value = value
    self.isSame = isSame
    self.place = place
  }
}
