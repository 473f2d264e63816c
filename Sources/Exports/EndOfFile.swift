/// What is said of a file whose last line has no line feed, where it may have been cut off.
package enum EndOfFile {
  /// The rule and the advice.
  package static let rule = "possibly-truncated"
  package static let fix = "look whether the export was written completely"

  /// A warning where the last record cannot be counted, or where half of a line end is there; nil
  /// where only the line end is missing.
  package static func remark(isSetApart: Bool, endsInReturn: Bool) -> String? {
    if isSetApart {
      return "the last record cannot be counted and has no line end, expected a complete record"
    }
    return endsInReturn ? "the file ends between CR and LF, expected a complete line end" : nil
  }
}
