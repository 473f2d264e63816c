internal import Provenance

/// Why a run that stands is not what would be made now; empty when it is.
struct Staleness {
  /// The inputs, definitions, register, parameters and program that are not what they were.
  let sources: RunDifference

  /// The files of the run that are not as it wrote them.
  let outputs: [FileDifference]

  /// What else, in words.
  let remarks: [String]

  /// Whether the same bytes would be written.
  var isEmpty: Bool { sources.isEmpty && outputs.isEmpty && remarks.isEmpty }

  /// A line for each reason; added deliveries of a time after the run's period are counted only.
  func lines(later: Set<String>) -> [String] {
    let isNews = { (file: FileDifference) in file.change == .added && later.contains(file.file) }
    let added = sources.deliveries.count(where: isNews)
    let hidden = Set(sources.deliveries.filter(isNews).map { "delivery \($0.description)" })
    return remarks + outputs.map { "output \($0.description)" }
      + sources.lines.filter { !hidden.contains($0) }
      + (added == 0
        ? [] : ["\(added) \(added == 1 ? "delivery" : "deliveries") of later periods came"])
  }
}
