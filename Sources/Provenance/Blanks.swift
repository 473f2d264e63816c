internal import Reports

/// Which of two runs that are compared leaves small counts blank: the numbers of the other are then
/// not told where it does.
public struct Blanks: Sendable, Hashable {
  private let isAny: Bool
  private let areBoth: Bool

  /// The blanks of two runs, by their manifests.
  ///
  /// Where both leave small counts blank, each of their numbers is one that may be told.
  public init(_ before: Manifest, _ after: Manifest) {
    isAny = before.suppression != nil || after.suppression != nil
    areBoth = before.suppression != nil && after.suppression != nil
  }

  private init() {
    isAny = false
    areBoth = false
  }

  /// No run leaves any number blank.
  public static let none = Blanks()

  /// Whether the number of a cell is not told, because the cell beside it is blank.
  func hide(_ cell: RunCell?, beside other: RunCell?) -> Bool {
    isAny && !areBoth && other?.marker == CellValue.suppressed.marker
      && cell?.value.isEmpty == false
  }
}

extension RunCell {
  /// That there is a number, but not which; the marker where there is none.
  var textWithoutNumber: String { value.isEmpty ? text : "a number" }
}
