/// How a system of record saves its CSV.
struct Dialect: Sendable {
  /// How text becomes bytes.
  enum Encoding: Sendable {
    case utf8
    case windows1252
  }

  /// How a day is written.
  enum DayForm: Sendable {
    /// `2019-12-31`
    case iso
    /// `31/12/2019`
    case dayFirst
  }

  let name: String
  let delimiter: UInt8
  let lineEnd: [UInt8]
  var encoding = Encoding.utf8
  var hasByteOrderMark = false
  /// No form: the system's files hold years only.
  var dayForm: DayForm? = .iso
  /// Whether numbers are written as `1.234`.
  var groupsThousands = false

  private static let lineFeed: [UInt8] = [0x0a]
  private static let carriageReturnLineFeed: [UInt8] = [0x0d, 0x0a]
  private static let comma = UInt8(ascii: ",")
  private static let semicolon = UInt8(ascii: ";")

  /// The client tracking system.
  static let kbi = Dialect(name: "KBI", delimiter: semicolon, lineEnd: lineFeed)

  /// Social interpreting and translation.
  static let stv = Dialect(
    name: "STV", delimiter: comma, lineEnd: carriageReturnLineFeed, hasByteOrderMark: true)

  /// The legal helpdesk.
  static let helpdesk = Dialect(
    name: "helpdesk", delimiter: semicolon, lineEnd: carriageReturnLineFeed,
    encoding: .windows1252, dayForm: .dayFirst)

  /// The Excel tool for trainings and guidance.
  static let leeraanbod = Dialect(
    name: "leeraanbod", delimiter: semicolon, lineEnd: carriageReturnLineFeed,
    hasByteOrderMark: true, dayForm: .dayFirst, groupsThousands: true)

  /// The education administration.
  static let ahovoks = Dialect(
    name: "AHOVOKS", delimiter: comma, lineEnd: lineFeed, dayForm: nil)

  /// Figures kept by hand.
  static let hand = Dialect(
    name: "hand", delimiter: semicolon, lineEnd: lineFeed, dayForm: nil)

  /// One line for a reader.
  var summary: String {
    let delimiterName = delimiter == Self.comma ? "comma" : "semicolon"
    let encodingName = encoding == .utf8 ? "UTF-8" : "Windows-1252"
    let mark = hasByteOrderMark ? " with BOM" : ""
    let lineEndName = lineEnd.count == 1 ? "LF" : "CRLF"
    let days =
      switch dayForm {
      case .iso: ", days as 2019-12-31"
      case .dayFirst: ", days as 31/12/2019"
      case nil: ""
      }
    let numbers = groupsThousands ? ", numbers as 1.234" : ""
    return "\(name): \(delimiterName), \(encodingName)\(mark), \(lineEndName)\(days)\(numbers)"
  }
}
