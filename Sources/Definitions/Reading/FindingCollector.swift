internal import Findings

/// The findings of one load.
///
/// A class, because every reader of a definition adds to the same list, however deep it stands:
/// all that is wrong must be found in one run.
final class FindingCollector {
  private var collected: [Finding] = []

  /// Adds an error.
  func report(_ rule: String, at place: Place, _ message: String, fix: String) {
    collected.append(
      Finding(
        .error, rule: rule, at: place.location, message, fix: fix, excerpt: place.excerpt))
  }

  /// Adds an error about a file as a whole, or one that could not be read as text.
  func report(_ rule: String, in path: String, _ message: String, fix: String) {
    collected.append(
      Finding(.error, rule: rule, at: SourceLocation(file: path), message, fix: fix))
  }

  /// Adds what was found in a part that had a list of its own.
  func add(_ findings: [Finding]) {
    collected += findings
  }

  /// Whether nothing was found.
  var isEmpty: Bool { collected.isEmpty }

  /// The findings by place, each once: a part of a file that is referred to twice is read twice.
  var findings: [Finding] { Set(collected).sorted() }
}
