import Reports

/// Turns text into a name of letters, digits and dashes, for anchors and files.
///
/// What is not ASCII becomes `u` and its code point, so that two different texts in another script
/// stay different.
func slug(_ text: String) -> String {
  var result = ""
  var needsDash = false
  for scalar in text.lowercased().unicodeScalars {
    if scalar.isASCII, !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar) {
      needsDash = true
      continue
    }
    if needsDash, !result.isEmpty { result += "-" }
    needsDash = false
    result += scalar.isASCII ? String(scalar) : "u" + String(scalar.value, radix: 16)
  }
  return result
}

extension Figure {
  /// The figure's name in anchors and file names: that of its label when the label ends with the
  /// id, which is unique, and otherwise that of the id.
  var slug: String {
    let named = Writers.slug(label)
    let identified = Writers.slug(id)
    return named.hasSuffix("-" + identified) ? named : identified
  }
}
