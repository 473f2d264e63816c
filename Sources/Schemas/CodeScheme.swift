/// Codes that together make one whole: the parts that a total may add up.
///
/// A list can hold several, for example the six regions of an agency, and these with the two cities
/// that have an agency of their own. Their totals are different wholes, and never added or divided.
public struct CodeScheme: Sendable, Hashable {
  /// The name by which columns and figures refer to it; no slug of a code of the list.
  public let id: String

  /// The name that people read.
  public let title: String

  /// The slugs of its codes, in the order of the list.
  public let slugs: [String]

  /// Creates a scheme.
  public init(id: String, title: String, slugs: [String]) {
    self.id = id
    self.title = title
    self.slugs = slugs
  }
}

extension CodeList {
  /// The scheme with this id.
  public func scheme(_ id: String) -> CodeScheme? {
    schemes.first { $0.id == id }
  }

  /// The scheme that has just these codes.
  public func scheme(of slugs: Set<String>) -> CodeScheme? {
    schemes.first { Set($0.slugs) == slugs }
  }
}

extension Column {
  /// The codes that its fields may hold: those of its scheme, or of its list; nil when it holds no
  /// codes of a closed list.
  public var codes: [Code]? {
    let list: CodeList
    switch type {
    case .code(let codes), .codes(let codes, _): list = codes
    default: return nil
    }
    guard let scheme else { return list.codes }
    return list.codes.filter { scheme.slugs.contains($0.slug) }
  }

  /// The list of its codes, where that has schemes.
  public var dividedList: CodeList? {
    switch type {
    case .code(let list), .codes(let list, _): list.schemes.isEmpty ? nil : list
    default: nil
    }
  }
}
