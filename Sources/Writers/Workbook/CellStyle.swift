/// How a cell of the workbook looks.
struct CellStyle: Hashable {
  /// Where the content stands in the cell.
  enum Alignment: Hashable {
    case left
    case right

    /// At the left with some room before it, so that it does not touch a number.
    case indented
  }

  /// What the cell is for.
  enum Role: Hashable {
    case body
    case reportTitle
    case title
    case subtitle
    case header
    case remark
    case banner
    case link
    case total

    /// The row with the name of a group.
    case groupStart
  }

  var role = Role.body
  var alignment = Alignment.left
  var numberFormat = ""
  var wraps = false

  /// The colour of titles and lines.
  static let ink: UInt32 = 0x1F4E79
  /// The colour of text that matters less.
  static let muted: UInt32 = 0x5B6670
  /// The colour of lines between groups.
  static let line: UInt32 = 0xC5CDD6
  /// The colour behind headers.
  static let headerFill: UInt32 = 0xE9EEF4
  /// The colour behind a banner.
  static let bannerFill: UInt32 = 0xFBEBD0
}
