extension String {
  /// The text on one line: line ends, tabs and other control characters become one blank.
  var singleLine: String {
    var result = ""
    var needsBlank = false
    for scalar in unicodeScalars {
      if scalar.properties.generalCategory == .control || scalar == "\u{2028}"
        || scalar == "\u{2029}"
      {
        needsBlank = true
        continue
      }
      if needsBlank, !result.isEmpty { result += " " }
      needsBlank = false
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
