/// The elements of an SVG picture, written one after the other.
struct SVGText {
  /// The elements so far.
  private(set) var elements: [String] = []

  /// Where a text stands, seen from its place.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  /// Adds a rectangle, with what it stands for as its tooltip.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: String, stroke: String? = nil,
    isDashed: Bool = false, tooltip: String? = nil
  ) {
    let dashes = isDashed ? " stroke-dasharray=\"4 3\"" : ""
    let border = stroke.map { " stroke=\"\($0)\"\(dashes)" } ?? ""
    add(
      "rect",
      "x=\"\(fixed(x))\" y=\"\(fixed(y))\" width=\"\(fixed(width))\" height=\"\(fixed(height))\""
        + " fill=\"\(fill)\"" + border, tooltip: tooltip)
  }

  /// Adds a straight line.
  mutating func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), stroke: String,
    width: Double = 1, isDashed: Bool = false
  ) {
    add(
      "line",
      "x1=\"\(fixed(start.x))\" y1=\"\(fixed(start.y))\" x2=\"\(fixed(end.x))\""
        + " y2=\"\(fixed(end.y))\" stroke=\"\(stroke)\" stroke-width=\"\(fixed(width))\""
        + (isDashed ? " stroke-dasharray=\"4 4\"" : ""))
  }

  /// Adds a path.
  mutating func path(
    _ data: String, fill: String, stroke: String, width: Double, tooltip: String? = nil
  ) {
    add(
      "path",
      "d=\"\(data)\" fill=\"\(fill)\" stroke=\"\(stroke)\" stroke-width=\"\(fixed(width))\""
        + " stroke-linejoin=\"round\"", tooltip: tooltip)
  }

  /// Adds a dot.
  mutating func dot(x: Double, y: Double, radius: Double, fill: String, tooltip: String) {
    add(
      "circle",
      "cx=\"\(fixed(x))\" cy=\"\(fixed(y))\" r=\"\(fixed(radius))\" fill=\"\(fill)\"",
      tooltip: tooltip)
  }

  /// Adds a text; `y` is that of its base line. A slanted text rises towards its place.
  mutating func text(
    _ text: String, x: Double, y: Double, size: Double = 13, anchor: Anchor = .start, fill: String,
    isBold: Bool = false, isSlanted: Bool = false
  ) {
    let weight = isBold ? " font-weight=\"600\"" : ""
    let slant = isSlanted ? " transform=\"rotate(-40 \(fixed(x)) \(fixed(y)))\"" : ""
    elements.append(
      "<text x=\"\(fixed(x))\" y=\"\(fixed(y))\" font-size=\"\(fixed(size))\""
        + " text-anchor=\"\(anchor.rawValue)\" fill=\"\(fill)\"\(weight)\(slant)>"
        + XMLText.escaped(text) + "</text>")
  }

  private mutating func add(_ name: String, _ attributes: String, tooltip: String? = nil) {
    guard let tooltip else {
      elements.append("<\(name) \(attributes)/>")
      return
    }
    elements.append(
      "<\(name) \(attributes)><title>\(XMLText.escaped(tooltip))</title></\(name)>")
  }
}

/// A coordinate with at most two decimals: the same text on every machine.
func fixed(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let sign = hundredths < 0 ? "-" : ""
  let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
  if rest == 0 { return sign + String(whole) }
  let decimals = rest < 10 ? "0\(rest)" : rest % 10 == 0 ? String(rest / 10) : String(rest)
  return "\(sign)\(whole).\(decimals)"
}
