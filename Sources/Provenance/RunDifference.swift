/// What differs between two runs, by their manifests: everything that a cell can differ by.
public struct RunDifference: Sendable, Hashable, Encodable {
  /// The program and its libraries, a line for each version that is another.
  public let program: [String]

  /// What was asked for, a line for each parameter that is another.
  public let parameters: [String]

  /// The definition files.
  public let definitions: [FileDifference]

  /// The indicators that count otherwise.
  public let indicators: [IndicatorDifference]

  /// The register's files.
  public let register: [FileDifference]

  /// The deliveries, with the records that each has more or fewer.
  public let deliveries: [FileDifference]

  /// The dataset of each delivery that differs, and the figures of both runs, to find reasons.
  private let datasetByDelivery: [String: String]
  private let figures: [String: FigureRecord]

  /// Compares the manifests of two runs; `comparesRecords` is false where the deliveries of the
  /// second were not read, so that only their bytes are known. `records` tells, where both contents
  /// of a delivery are still there, what happened to its records.
  public init(
    _ before: Manifest, _ after: Manifest, comparesRecords: Bool = true,
    records: (InputRecord, InputRecord) -> String? = { _, _ in nil }
  ) {
    program = RunDifference.lines(
      before.program.libraries.merging([before.program.name: before.program.version]) { $1 },
      after.program.libraries.merging([after.program.name: after.program.version]) { $1 })
    parameters = RunDifference.lines(before.askedFor, after.askedFor)
    definitions = FileDifference.between(before.definitions, after.definitions) { old, new in
      old.meaning == new.meaning ? (.textOnly, "") : (.changed, "it says something else")
    }
    register = FileDifference.between(before.register, after.register)
    deliveries = FileDifference.between(before.inputs, after.inputs) { old, new in
      (
        .changed,
        comparesRecords
          ? [InputRecord.change(from: old, to: new), records(old, new)].compactMap { $0 }
            .joined(separator: "; ")
          : "\(old.bytes) bytes before, \(new.bytes) now"
      )
    }
    indicators = IndicatorDifference.between(before.indicators, after.indicators)
    datasetByDelivery = Dictionary(
      (before.inputs + after.inputs).map { ($0.file, $0.dataset) }
    ) { first, _ in first }
    figures = Dictionary((before.figures + after.figures).map { ($0.id, $0) }) { old, new in
      FigureRecord(
        id: old.id, indicators: Array(Set(old.indicators + new.indicators)).sorted(),
        datasets: Array(Set(old.datasets + new.datasets)).sorted())
    }
  }

  /// Whether nothing differs that a result can depend on.
  public var isEmpty: Bool {
    program.isEmpty && parameters.isEmpty && definitions.isEmpty && indicators.isEmpty
      && register.isEmpty && deliveries.isEmpty
  }

  /// Why a cell can differ, the most direct reason first; empty when nothing that it depends on did.
  public func reasons(for cell: RunCell) -> [String] {
    let figure = figures[cell.place.figure]
    var reasons = indicators.filter { figure?.indicators.contains($0.id) ?? true }
      .map { "definition of '\($0.id)' \($0.change)" }
    reasons += deliveries.filter { difference in
      guard let dataset = datasetByDelivery[difference.file], let figure else { return true }
      return figure.datasets.contains(dataset)
    }.map { "delivery \($0.description)" }
    if cell.source == "register" {
      reasons += register.map { "register \($0.description)" }
    }
    if reasons.isEmpty {
      reasons = definitions.filter { $0.change != .textOnly }
        .map { "definitions \($0.description)" }
    }
    return reasons + parameters.map { "parameter \($0)" } + program.map { "program \($0)" }
  }

  private static func lines(_ before: [String: String], _ after: [String: String]) -> [String] {
    Set(before.keys).union(after.keys).sorted().compactMap { name in
      let (old, new) = (before[name], after[name])
      return old == new ? nil : "\(name): \(old ?? "none") before, \(new ?? "none") now"
    }
  }

  private enum CodingKeys: String, CodingKey {
    case program, parameters, definitions, indicators, register, deliveries
  }
}

/// An indicator that counts otherwise than it did.
public struct IndicatorDifference: Sendable, Hashable, Encodable {
  /// The id.
  public let id: String

  /// How it counted; nil when it is new.
  public let before: String?

  /// How it counts; nil when it is gone.
  public let after: String?

  /// What happened to it, in a word.
  public var change: String {
    before == nil ? "added" : (after == nil ? "removed" : "changed")
  }

  static func between(
    _ before: [IndicatorRecord], _ after: [IndicatorRecord]
  ) -> [IndicatorDifference] {
    let old = Dictionary(before.map { ($0.id, $0.definition) }) { first, _ in first }
    let new = Dictionary(after.map { ($0.id, $0.definition) }) { first, _ in first }
    return Set(old.keys).union(new.keys).sorted().compactMap { id in
      old[id] == new[id]
        ? nil : IndicatorDifference(id: id, before: old[id], after: new[id])
    }
  }
}

extension InputRecord {
  /// What a change of content did to the records, in words.
  static func change(from old: InputRecord, to new: InputRecord) -> String {
    var parts: [String] = []
    let read = new.recordsRead - old.recordsRead
    parts.append(
      read == 0
        ? "as many records as before"
        : "\(read.magnitude) \(read > 0 ? "more" : "fewer") records")
    if old.recordsCounted - old.recordsRead != new.recordsCounted - new.recordsRead {
      parts.append("\(new.recordsCounted) counted, \(old.recordsCounted) before")
    }
    return parts.joined(separator: ", ")
  }
}
